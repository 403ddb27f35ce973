import type { Page } from "@playwright/test";
import { DEMO_SUPPLIERS, type DemoPerson, HOSPITAL_PEOPLE } from "~/demo/people";
import { paths } from "~/paths";
import { checkPage, expect, test } from "./journey";

const { administrator, auditor, engineer, procurement } = HOSPITAL_PEOPLE;
const WIDE = { width: 1400, height: 900 };
const NARROW = { width: 360, height: 740 };

/** A path, and from there on the first link of each kind: ids are new in every demo. */
type Way = readonly [string, ...ReadonlyArray<RegExp>];

const MODEL = /^\/hospital\/models\/(?!new)[^/?]+$/;
const PRODUCT = /^\/supplier\/products\/(?!new)[^/?]+$/;

const VISITS: ReadonlyArray<{ who: string; person: DemoPerson | null; ways: ReadonlyArray<Way> }> = [
  {
    who: "a visitor",
    person: null,
    ways: [
      [paths.home()],
      [paths.signIn()],
      [paths.catalogue()],
      [paths.catalogue(), /^\/catalogue\/[^/?]+$/],
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
      [paths.models(), MODEL, /\/table$/],
      [paths.models(), MODEL, /\/table$/, /\/table\?element=/],
      [paths.models(), MODEL, /\/table$/, /\/table\?add=conduit/],
      [paths.models(), MODEL, /\/table$/, /\/zones\//],
      [paths.models(), MODEL, /\/revisions$/],
      [paths.models(), MODEL, /\/revisions$/, /\/revisions\/1$/],
    ],
  },
  {
    who: "procurement",
    person: procurement,
    ways: [
      [paths.requests()],
      [paths.requests(), /^\/hospital\/requests\/(?!new)[^/?]+$/],
      [paths.newRequest()],
      [paths.models(), MODEL, /\/table$/, /\/zones\//, /\/requests\/new\?/],
      [paths.matrix()],
      [paths.matrix(), /^\/hospital\/assess\//],
      [paths.decisions()],
      [paths.decisions(), /^\/hospital\/decisions\/[^/?]+$/],
      [paths.suppliers()],
    ],
  },
  { who: "an auditor", person: auditor, ways: [[paths.audit()]] },
  { who: "an administrator", person: administrator, ways: [[paths.members()]] },
  {
    who: "a supplier",
    person: DEMO_SUPPLIERS[9].person,
    ways: [
      [paths.supplier()],
      [paths.receivedRequests()],
      [paths.receivedRequests(), /^\/supplier\/requests\/[^/?]+$/],
      [paths.products()],
      [paths.newProduct()],
      [paths.products(), PRODUCT],
      [paths.supplier(), /^\/supplier\/declarations\//],
      [paths.supplier(), /^\/supplier\/declarations\//, /\/sign$/],
    ],
  },
];

for (const { who, person, ways } of VISITS) {
  test(`no page of ${who} has a barrier, wide or narrow, light or dark`, async ({ journey }) => {
    test.setTimeout(30_000 + ways.length * 30_000);
    const page = person ? await journey.openFor(person) : await journey.open();
    for (const way of ways) await test.step(way.join(" → "), () => look(page, way));
  });
}

async function look(page: Page, [start, ...links]: Way): Promise<void> {
  await page.setViewportSize(WIDE);
  await page.goto(start);
  for (const link of links) await page.goto(await findLink(page, link));
  await page.waitForLoadState("networkidle");
  for (const size of [WIDE, NARROW]) {
    await page.setViewportSize(size);
    await page.emulateMedia({ colorScheme: "light" });
    await checkPage(page);
    await page.emulateMedia({ colorScheme: "dark" });
    // What is not a matter of colour has just been looked at.
    await checkPage(page, { onlyColours: true });
  }
}

async function findLink(page: Page, wanted: RegExp): Promise<string> {
  const links = await page.getByRole("main").getByRole("link").evaluateAll(toHrefs);
  const found = links.find((href) => wanted.test(href));
  expect(found, `a link ${wanted} on ${page.url()}`).toBeDefined();
  return found ?? "";
}

function toHrefs(links: ReadonlyArray<Element>): Array<string> {
  return links.map((link) => (link.getAttribute("href") ?? "").split("#")[0] ?? "");
}
