import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import type { Role } from "~/domain/access/role";
import { paths } from "~/paths";
import { aPortal, signedIn } from "../builders/portal";

const portal = aPortal();
const id = randomUUID();

const HOSPITAL_PAGES = [
  ...[
    paths.hospital(),
    paths.models(),
    paths.requests(),
    paths.queue(),
    paths.queue({ kind: "condition", due: "week", party: "role", find: "pump" }),
    paths.tenders(),
    paths.questions(),
    paths.matrix(),
    paths.offers(),
    paths.decisions(),
    paths.suppliers(),
    paths.policy(),
    paths.riskMatrix(),
    paths.countermeasures(),
    paths.exceptions(),
    paths.changes(),
    paths.receivedNotices(),
    paths.incidents(),
    paths.register(),
    paths.register({ state: "ends-soon", find: "pump" }),
    paths.management(),
    paths.management({ step: "quarter" }),
    paths.managementZones({ coverage: "partly" }),
    paths.managementGaps({ fr: "IAC" }),
    paths.managementResponses({ response: "late" }),
    paths.calendar(),
    paths.calendar({ view: "grid", month: "2028-02" }),
  ],
];
const SUPPLIER_PAGES = [
  paths.supplier(),
  paths.receivedQuestions(),
  paths.expiring(),
  paths.receivedRequests(),
  paths.declarations(),
  paths.products(),
  paths.notices(),
  paths.newNotice(),
];
const FOREIGN_OF_HOSPITAL = [
  paths.model(id),
  paths.modelTable(id),
  paths.modelImport(id),
  paths.modelLinking(id),
  paths.modelExport(id),
  paths.modelFile(id, "model.json"),
  paths.modelHistory(id),
  paths.modelState(id, 1),
  paths.revisions(id),
  paths.revision(id, 1),
  paths.compareStates(id),
  paths.review(id),
  paths.zoneProfile(id, id),
  paths.elementRisk(id, { kind: "zone", id }),
  paths.elementRisk(id, { kind: "conduit", id }),
  paths.request(id),
  paths.tender(id),
  paths.requestQuestions(id),
  paths.assessment(id, id, id),
  paths.comparison(id, id, id),
  paths.placement(id),
  paths.sharedEvidenceFile(id, id),
  paths.sharedDeclarationFile(id, "declaration.json"),
  paths.zoneProducts(id, id),
  paths.whatIf(id, id),
  paths.offers({ model: id, zone: id }),
  paths.decision(id),
  paths.countermeasure(id),
  paths.exception(id),
  paths.receivedNotice(id),
  paths.newIncident({ notice: id }),
  paths.incident(id),
  paths.incidentFile(id, "incident.pdf"),
  paths.change(id),
];
const FOREIGN_OF_SUPPLIER = [
  paths.receivedRequest(id),
  paths.receivedRequestQuestions(id),
  paths.carryOver(id),
  paths.product(id),
  paths.notice(id),
  paths.declaration(id),
  paths.declarationFacts(id),
  paths.declarationEvidence(id),
  paths.declarationImport(id),
  paths.fileImport(id, id),
  paths.declarationMds2(id),
  paths.evidenceFile(id, id),
  paths.declarationFile(id, "declaration.json"),
  paths.signDeclaration(id),
  paths.declarationSections(id),
  paths.declarationHistory(id),
];

test.each(["/", "/sign-in", "/catalogue", "/catalogue/iec-62443-4-2", "/portal-key", "/portal-key.json"])(
  "%s is public",
  async (path) => {
    expect((await portal().request(path)).status).toBe(200);
  },
);

test.each(["administrator", "security-engineer", "security-lead", "procurement-officer", "auditor"] as const)(
  "a hospital's %s reads every page of the hospital and none of a supplier",
  async (role) => {
    const { cookie } = await signedIn(portal(), "hospital", role);
    for (const path of HOSPITAL_PAGES)
      expect([path, (await portal().request(path, { cookie })).status]).toEqual([path, 200]);
    for (const path of SUPPLIER_PAGES)
      expect([path, (await portal().request(path, { cookie })).status]).toEqual([path, 403]);
  },
);

test.each(["administrator", "contributor", "signatory"] as const)(
  "a supplier's %s reads every page of the supplier and none of a hospital",
  async (role) => {
    const { cookie } = await signedIn(portal(), "supplier", role);
    for (const path of SUPPLIER_PAGES)
      expect([path, (await portal().request(path, { cookie })).status]).toEqual([path, 200]);
    for (const path of HOSPITAL_PAGES)
      expect([path, (await portal().request(path, { cookie })).status]).toEqual([path, 403]);
  },
);

const sides: ReadonlyArray<["hospital" | "supplier", Role, ReadonlyArray<string>]> = [
  ["hospital", "security-lead", FOREIGN_OF_HOSPITAL],
  ["supplier", "signatory", FOREIGN_OF_SUPPLIER],
];
test.each(sides)("an id that is not the %s's own is simply not there", async (kind, role, foreign) => {
  const { cookie } = await signedIn(portal(), kind, role);
  for (const path of foreign)
    expect([path, (await portal().request(path, { cookie })).status]).toEqual([path, 404]);
});

test("the audit trail is for administrators, security leads and auditors", async () => {
  const engineer = await signedIn(portal(), "hospital", "security-engineer");
  const auditor = await signedIn(portal(), "hospital", "auditor");
  expect((await portal().request(paths.audit(), engineer)).status).toBe(403);
  expect((await portal().request(paths.audit(), auditor)).status).toBe(200);
});

test("the catalogue marks rows that one source alone gives", async () => {
  const html = await (await portal().request("/catalogue/iec-62443-4-2?verify=yes")).text();
  expect(html).toContain("CR 6.2");
  expect(html).not.toContain(">CR 1.1<");
});
