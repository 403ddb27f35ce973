import type { Page } from "@playwright/test";
import { DEMO_SUPPLIERS, type DemoPerson, HOSPITAL_PEOPLE } from "~/demo/people";
import { paths } from "~/paths";
import { checkPage, expect, test } from "./journey";
import { t } from "./words";

const { administrator, auditor, engineer, procurement } = HOSPITAL_PEOPLE;
const WIDE = { width: 1400, height: 900 };
const NARROW = { width: 360, height: 740 };

/** How to get to a page: its path, or that of a list and the first link there that leads on. */
type Way = string | { from: string; to: RegExp };

const anyId = "[^/?#]+";

const VISITS: ReadonlyArray<{ who: DemoPerson | null; pages: ReadonlyArray<Way> }> = [
  { who: null, pages: [paths.home(), paths.signIn(), paths.catalogue(), paths.standard("iec-62443-4-2")] },
  {
    who: engineer,
    pages: [
      paths.hospital(),
      paths.models(),
      paths.newModel(),
      { from: paths.models(), to: new RegExp(`^/hospital/models/(?!new)${anyId}$`) },
      { from: paths.models(), to: new RegExp(`^/hospital/models/${anyId}/table`) },
      { from: paths.models(), to: new RegExp(`^/hospital/models/${anyId}/revisions/`) },
    ],
  },
  {
    who: procurement,
    pages: [
      paths.requests(),
      { from: paths.requests(), to: new RegExp(`^/hospital/requests/(?!new)${anyId}$`) },
      paths.newRequest(),
      paths.matrix(),
      { from: paths.matrix(), to: /^\/hospital\/assess\// },
      paths.decisions(),
      { from: paths.decisions(), to: new RegExp(`^/hospital/decisions/${anyId}$`) },
      paths.suppliers(),
    ],
  },
  { who: auditor, pages: [paths.audit()] },
  { who: administrator, pages: [paths.members()] },
  {
    who: DEMO_SUPPLIERS[9].person,
    pages: [
      paths.supplier(),
      paths.receivedRequests(),
      { from: paths.receivedRequests(), to: new RegExp(`^/supplier/requests/${anyId}$`) },
      paths.products(),
      paths.newProduct(),
      { from: paths.products(), to: new RegExp(`^/supplier/products/(?!new)${anyId}$`) },
    ],
  },
];

for (const { who, pages } of VISITS) {
  test(`every page of ${who ? `${who.roles[0]} ${who.name}` : "a visitor"} has no barrier`, async ({ journey }) => {
    test.setTimeout(30_000 + pages.length * 30_000);
    const page = who ? await journey.openFor(who) : await journey.open();
    for (const way of pages) await test.step(String(typeof way === "string" ? way : way.to), () => look(page, way));
  });
}

test("the pages of one model have no barrier", async ({ journey }) => {
  test.setTimeout(180_000);
  const page = await journey.openFor(engineer);
  await page.goto(paths.models());
  const model = await firstLink(page, new RegExp(`^/hospital/models/(?!new)${anyId}$`));
  await look(page, { from: `${model}/table`, to: /zones\/[^/]+$/ });
  await look(page, { from: `${model}/table`, to: /table\?element=/ });
  await look(page, `${model}/table?add=conduit`);
  await look(page, `${model}/revisions`);
  await look(page, { from: `${model}/table`, to: /requests\/new/, via: /zones\/[^/]+$/ });
});
