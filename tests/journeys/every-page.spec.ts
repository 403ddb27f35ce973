import type { Page } from "@playwright/test";
import { DEMO_SUPPLIERS, type DemoPerson, HOSPITAL_PEOPLE } from "~/demo/people";
import { paths } from "~/paths";
import { checkPage, expect, test } from "./journey";

const { administrator, auditor, engineer, lead, procurement } = HOSPITAL_PEOPLE;
const WIDE = { width: 1400, height: 900 };
const NARROW = { width: 360, height: 740 };

/**
 * A path; a pattern then follows the first link that reads so, as `Main campus → /hospital/models/…`, a text is added
 * to the path. Ids are new in every demo.
 */
type Way = readonly [string, ...ReadonlyArray<RegExp | string>];

const MODEL = /^Main campus → /;
const ZONE_PRODUCTS = /\/zones\/[^/]+\/products$/;
const PRODUCT = /→ \/supplier\/products\/(?!new)[^/?]+$/;

const VISITS: ReadonlyArray<{ who: string; person: DemoPerson | null; ways: ReadonlyArray<Way> }> = [
  {
    who: "a visitor",
    person: null,
    ways: [
      [paths.home()],
      [paths.signIn()],
      [paths.catalogue()],
      [paths.catalogue(), /→ \/catalogue\/[^/?]+$/],
      [paths.portalKey()],
    ],
  },
  {
    who: "a security engineer",
    person: engineer,
    ways: [
      [paths.hospital()],
      [paths.models()],
      [paths.newModel()],
      [paths.models(), MODEL],
      [paths.models(), MODEL, "/table", /\/table\?element=/],
      [paths.models(), MODEL, "/table", /\/table\?add=conduit/],
      [paths.models(), MODEL, "/table", /\/zones\//],
      [paths.models(), MODEL, "/linking"],
      [paths.models(), MODEL, "/linking", "?show=linked"],
      [paths.models(), MODEL, "/linking", /[?&]choose=/],
      [paths.models(), MODEL, "/history"],
      [paths.models(), MODEL, "/history", /\/history\/\d+$/],
      [paths.models(), MODEL, "/table", /\/risk\/zone\/critical-care$/, "?step=likelihood"],
      [paths.models(), MODEL, "/table", /\/risk\/conduit\/[^/]+$/, "?step=threats"],
      [paths.models(), MODEL, "/table", /\/risk\/zone\/imaging$/, "?step=summary"],
      [paths.models(), MODEL, "/table", /\/risk\/zone\/critical-care$/, "?step=summary", /accepted=/],
      [paths.models(), MODEL, "/revisions"],
      [paths.models(), MODEL, "/revisions", /\/revisions\/1$/],
      [paths.models(), MODEL, "/compare?from=1&to=2"],
      [paths.models(), MODEL, "/review"],
      [paths.countermeasures()],
      [paths.countermeasures(), /^Keys of the pumps/],
      [paths.newCountermeasure()],
      [paths.measures()],
      [paths.measures(), /\/measures\/one\?/],
      [paths.measuresImport()],
      [paths.readiness({ of: "nis2" })],
      [paths.models(), MODEL, "/table", /\/zones\//, /\/countermeasures\/new\?/],
      [paths.receivedNotices()],
      [paths.receivedNotices(), /^InfuFlow 3 stops answering/],
      [paths.incidents()],
      [paths.incidents(), /^Pumps on wards 4 and 5/],
      [paths.newIncident()],
      [paths.changes()],
      [paths.changes(), /^Revision 2 /],
    ],
  },
  {
    who: "procurement",
    person: procurement,
    ways: [
      [paths.requests()],
      [paths.requests(), /^Blood count analysers/],
      [paths.requests(), /^Blood count analysers/, "/questions"],
      [paths.questions()],
      [paths.newRequest()],
      [paths.tenders()],
      [paths.models(), MODEL, "/table", /\/zones\//, /\/requests\/new\?/],
      [paths.queue()],
      [paths.matrix()],
      [paths.exceptions(), /^InfuFlow 3/, /→ \/hospital\/assess\//],
      [paths.exceptions(), /^InfuFlow 3/, /→ \/hospital\/assess\//, "/compare"],
      [paths.exceptions(), /^InfuFlow 3/, /→ \/hospital\/assess\//, /→ \/hospital\/declarations\/[^/?]+$/],
      [paths.matrix(), ZONE_PRODUCTS],
      [paths.offers()],
      [paths.requests(), /^CT scanner for radiology/, /→ \/hospital\/offers\?/],
      [paths.matrix(), ZONE_PRODUCTS, /\/what-if$/, "?to.IAC=4&to.UC=4&to.SI=4"],
      [paths.management()],
      [paths.management({ step: "quarter" })],
      [paths.managementZones({ fr: "IAC" })],
      [paths.managementGaps()],
      [paths.managementResponses()],
      [paths.register()],
      [paths.register({ state: "needs-review" })],
      [paths.calendar()],
      [paths.calendar({ view: "grid" })],
      [paths.decisions()],
      [paths.decisions(), /→ \/hospital\/decisions\/[^/?]+$/],
      [paths.exceptions()],
      [paths.exceptions(), /^Narkos 2000/],
      [paths.exceptions(), /^InfuFlow 3/],
      [paths.exceptions(), /^Tomovia CT/, /\/exceptions\/new\?/],
      [paths.suppliers()],
      [paths.demoMailbox()],
    ],
  },
  {
    who: "an auditor",
    person: auditor,
    ways: [[paths.audit()], [paths.evidencePacks()], [paths.policy()], [paths.riskMatrix()]],
  },
  {
    who: "a security lead",
    person: lead,
    ways: [
      [paths.policy()],
      [paths.riskMatrix()],
      [paths.exceptions()],
      [paths.exceptions(), /^Narkos 2000/],
      [paths.exceptions(), /^Tomovia CT/],
    ],
  },
  { who: "an administrator", person: administrator, ways: [[paths.members()], [paths.failedLetters()]] },
  {
    who: "a supplier",
    person: DEMO_SUPPLIERS[9].person,
    ways: [
      [paths.supplier()],
      [paths.declarations()],
      [paths.receivedRequests()],
      [paths.receivedRequests(), /→ \/supplier\/requests\/[^/?]+$/],
      [paths.receivedRequests(), /→ \/supplier\/requests\/[^/?]+$/, "/questions"],
      [paths.receivedQuestions()],
      [paths.notices()],
      [paths.notices(), /^Mostik writes passwords/],
      [paths.notices(), /^Mostik writes passwords/, "/publish"],
      [paths.newNotice()],
      [paths.expiring()],
      [paths.products()],
      [paths.newProduct()],
      [paths.products(), PRODUCT],
      [paths.products(), PRODUCT, "/readiness"],
      [paths.declarations(), /→ \/supplier\/declarations\//],
      [paths.declarations(), /→ \/supplier\/declarations\//, "/import"],
      [paths.declarations(), /→ \/supplier\/declarations\//, "/sign"],
      [paths.declarations(), /→ \/supplier\/declarations\//, "/sections"],
      [paths.declarations(), /→ \/supplier\/declarations\//, "?topic=logging&order=level"],
      [paths.declarations(), /→ \/supplier\/declarations\//, "/history"],
    ],
  },
];

test.describe.configure({ mode: "parallel" });

for (const { who, person, ways } of VISITS) {
  test(`no page of ${who} has a barrier, wide or narrow, light or dark`, async ({ journey }) => {
    test.setTimeout((1 + ways.length) * 60_000);
    const page = person ? await journey.openFor(person) : await journey.open();
    for (const way of ways) await test.step(way.join(" → "), () => look(page, way));
  });
}

async function look(page: Page, way: Way): Promise<void> {
  await page.setViewportSize(WIDE);
  const path = await findPath(page, way);
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme });
    // Loaded anew: what is out of sight and not drawn would keep the colours of before.
    await page.goto(path);
    await page.waitForLoadState("networkidle");
    for (const size of [WIDE, NARROW]) {
      await page.setViewportSize(size);
      // What is not a matter of colour has been looked at in the light.
      await checkPage(page, { onlyColours: colorScheme === "dark" });
    }
    await page.setViewportSize(WIDE);
  }
}

async function findPath(page: Page, [start, ...steps]: Way): Promise<string> {
  let path = start;
  for (const step of steps) path = typeof step === "string" ? path + step : await findLink(page, path, step);
  return path;
}

async function findLink(page: Page, from: string, wanted: RegExp): Promise<string> {
  await page.goto(from);
  const links = await page.getByRole("main").getByRole("link").evaluateAll(describeLinks);
  const found = links.find((words) => wanted.test(words));
  expect(found, `a link ${wanted} on ${from}`).toBeDefined();
  return found?.split(" → ").at(-1) ?? "";
}

function describeLinks(links: ReadonlyArray<Element>): Array<string> {
  return links.map((link) => `${link.textContent} → ${link.getAttribute("href")?.split("#")[0]}`);
}
