import { expect, test } from "vitest";
import { presentDeclarationExport } from "~/presenters/present-declaration-export.server";
import { exportDeclaration } from "~/use-cases/declarations/export-declaration.server";
import { shareDeclaration } from "~/use-cases/declarations/share-declaration.server";
import { MOST_A_MINUTE } from "~/use-cases/export-limit.server";
import type { Caller } from "~/use-cases/use-case.server";
import { listAuditEntries } from "~db/repositories/audit";
import { aCaller, aDatabase, aHospitalCaller, aSupplierCaller, NOW } from "../../builders/database";
import { accepted, aDraft, aRequest, aSignedDeclaration, refusalOf } from "../../builders/declaration";
import { PORTAL_KEY } from "../../builders/portal-key";

const database = aDatabase();
const notFound = expect.objectContaining({ code: "not-found" });
const met = { value: "met" } as const;
const file = "declaration.json";

test("what leaves the portal is noted: who, which declaration, which file", async () => {
  const caller = await aSupplierCaller(database(), "contributor", "signatory");
  const declarationId = await aSignedDeclaration(caller);
  accepted(await exportDeclaration(caller, { declarationId, file: "workbook.xlsx" }));
  const [entry] = await listAuditEntries(database().read, caller.actor.organisationId, { limit: 1 });
  expect(entry).toMatchObject({
    action: "declaration.export",
    subjectId: declarationId,
    personId: caller.actor.personId,
    details: { file: "workbook.xlsx" },
  });
});

test("a supplier takes drafts along without a seal and signed versions with theirs", async () => {
  const caller = await aSupplierCaller(database(), "contributor", "signatory");
  const draft = await presentDeclarationExport(caller, await aDraft(caller, { "CR 1.1": met }));
  expect(draft).toMatchObject({ state: "draft", seal: null, signed: null, writtenAt: NOW.toISOString() });
  const signed = await presentDeclarationExport(caller, await aSignedDeclaration(caller));
  expect(signed).toMatchObject({ state: "signed", keyId: PORTAL_KEY.keyId });
  expect(signed.signed).toMatchObject({ by: expect.stringMatching(/^Person /), at: NOW.toISOString() });
});

test("a hospital takes along what is shared with it, and nothing else is there", async () => {
  const supplier = await aSupplierCaller(database(), "contributor", "signatory");
  const hospital = await aHospitalCaller(database(), "auditor");
  const declarationId = await aSignedDeclaration(supplier, undefined, "all-hospitals");
  accepted(await exportDeclaration(hospital, { declarationId, file }));
  const { seal, supplier: name } = await presentDeclarationExport(hospital, declarationId);
  expect(seal?.sha256).toMatch(/^[0-9a-f]{64}$/);
  expect(name).not.toBe("");
  accepted(await shareDeclaration(supplier, { declarationId, visibility: "private" }));
  const draft = await aDraft(supplier, { "CR 1.1": met });
  for (const id of [declarationId, draft, "nowhere"]) {
    await expect(exportDeclaration(hospital, { declarationId: id, file })).rejects.toThrow(notFound);
    await expect(presentDeclarationExport(hospital, id)).rejects.toThrow(notFound);
  }
});

test("another supplier's declaration is not found, shared or not", async () => {
  const owner = await aSupplierCaller(database(), "contributor", "signatory");
  const declarationId = await aSignedDeclaration(owner, undefined, "all-hospitals");
  const other = await aSupplierCaller(database(), "administrator", "contributor", "signatory");
  await expect(exportDeclaration(other, { declarationId, file })).rejects.toThrow(notFound);
  await expect(presentDeclarationExport(other, declarationId)).rejects.toThrow(notFound);
});

test("what a request was answered with stays readable to its hospital", async () => {
  const supplier = await aSupplierCaller(database(), "contributor", "signatory");
  const hospital = await aHospitalCaller(database(), "procurement-officer", "security-engineer");
  const declarationId = await aSignedDeclaration(supplier);
  accepted(await shareDeclaration(supplier, { declarationId, visibility: "private" }));
  await aRequest(hospital, supplier.actor.organisationId, { declarationId, state: "declared" });
  accepted(await exportDeclaration(hospital, { declarationId, file }));
});

test("what others of the organisation do meanwhile neither counts nor lifts the limit", async () => {
  const caller = await aSupplierCaller(database(), "contributor", "signatory");
  const { organisationId } = caller.actor;
  const colleague = await aCaller(database(), { organisationId, kind: "supplier", roles: ["contributor"] });
  const declarationId = await aSignedDeclaration(caller);
  const takeMost = async (by: Caller) => {
    for (let taken = 0; taken < MOST_A_MINUTE; taken += 1)
      accepted(await exportDeclaration(by, { declarationId, file }));
  };
  await takeMost(caller);
  await takeMost(colleague);
  for (const by of [caller, colleague])
    await expect(exportDeclaration(by, { declarationId, file })).rejects.toThrow(
      expect.objectContaining({ code: "too-many-requests" }),
    );
});

test("no file of another name, and no more than so many a minute", async () => {
  const caller = await aSupplierCaller(database(), "contributor", "signatory");
  const declarationId = await aSignedDeclaration(caller);
  expect(refusalOf(await exportDeclaration(caller, { declarationId, file: "../secret" }))).toMatchObject({
    code: "invalid-input",
  });
  for (let taken = 0; taken < MOST_A_MINUTE; taken += 1)
    accepted(await exportDeclaration(caller, { declarationId, file }));
  await expect(exportDeclaration(caller, { declarationId, file })).rejects.toThrow(
    expect.objectContaining({ code: "too-many-requests" }),
  );
  const later = { ...caller, now: new Date(NOW.getTime() + 61_000) };
  accepted(await exportDeclaration(later, { declarationId, file }));
});
