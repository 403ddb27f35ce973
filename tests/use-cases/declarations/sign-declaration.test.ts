import { expect, test } from "vitest";
import { sha256OfText } from "~/domain/declaration/seal";
import { parseDeclarationFile } from "~/formats/cordon-json/parse";
import { faultsOfSeal, readSealedFile, writeSealedFile } from "~/formats/cordon-json/sealed-file";
import { verifyEd25519 } from "~/intake/verify-signature";
import { presentDeclaration } from "~/presenters/present-declaration.server";
import { presentSigning } from "~/presenters/present-signing.server";
import { answerRequirements } from "~/use-cases/declarations/answer-requirements.server";
import { createDeclaration } from "~/use-cases/declarations/create-declaration.server";
import { setComponentTypes } from "~/use-cases/declarations/set-component-types.server";
import { shareDeclaration } from "~/use-cases/declarations/share-declaration.server";
import { signDeclaration as signWithKey } from "~/use-cases/declarations/sign-declaration.server";
import type { Caller } from "~/use-cases/use-case.server";
import { listAuditEntries } from "~db/repositories/audit";
import { findSeal, saveNewSeal } from "~db/repositories/declaration-seals";
import { findDeclaration } from "~db/repositories/declarations";
import { aDatabase, aHospitalCaller, aSupplierCaller, NOW } from "../../builders/database";
import { accepted, aDraft, aProduct, aSignedDeclaration, refusalOf, sign } from "../../builders/declaration";
import { PORTAL_KEY } from "../../builders/portal-key";
import { KNOWN } from "../../cli/full-files";

const database = aDatabase();
const notFound = expect.objectContaining({ code: "not-found" });
const forbidden = expect.objectContaining({ code: "forbidden" });
const met = { value: "met" } as const;
const signDeclaration = (caller: Caller, values: unknown) =>
  signWithKey({ ...caller, key: PORTAL_KEY }, values);
const form = { visibility: "all-hospitals", confirmed: "on" };

test("a signatory seals a draft: who, when, and a fingerprint that anyone can compute again", async () => {
  const caller = await aSupplierCaller(database(), "contributor", "signatory");
  const declarationId = await aDraft(caller, { "CR 1.1": met });
  const { fingerprint } = accepted(
    await signDeclaration(caller, { declarationId, saveVersion: "2", ...form }),
  );
  const stored = await findDeclaration(database().read, caller.actor.organisationId, declarationId);
  expect(stored).toMatchObject({ state: "signed", visibility: "all-hospitals", signedAt: NOW, fingerprint });
  const seal = await findSeal(database().read, caller.actor.organisationId, declarationId);
  expect(seal && sha256OfText(seal.statement)).toBe(fingerprint);
  const page = await presentDeclaration(caller, declarationId);
  expect(page.declaration.signature).toMatchObject({ fingerprint, at: NOW.toISOString() });
  const [entry] = await listAuditEntries(database().read, caller.actor.organisationId, { limit: 1 });
  expect(entry).toMatchObject({
    action: "declaration.sign",
    details: { fingerprint, visibility: "all-hospitals", keyId: PORTAL_KEY.keyId },
  });
});

test("what was changed after the summary was read is not signed", async () => {
  const caller = await aSupplierCaller(database(), "contributor", "signatory");
  const declarationId = await aDraft(caller, { "CR 1.1": met });
  const { declaration } = await presentSigning(caller, declarationId);
  const changes = [{ requirementId: "CR 1.3", before: null, answer: met }];
  accepted(await answerRequirements(caller, { declarationId, changes }));
  const { saveVersion } = declaration;
  expect(refusalOf(await signDeclaration(caller, { declarationId, saveVersion, ...form }))).toEqual({
    code: "draft-changed",
  });
  expect((await presentDeclaration(caller, declarationId)).declaration.state).toBe("draft");
});

test("signing needs the confirmation and a choice of who may see it", async () => {
  const caller = await aSupplierCaller(database(), "contributor", "signatory");
  const declarationId = await aDraft(caller, { "CR 1.1": met });
  expect(refusalOf(await signDeclaration(caller, { declarationId, saveVersion: 2 }))).toEqual({
    code: "invalid-input",
    fields: { visibility: ["required"], confirmed: ["required"] },
  });
  expect(
    refusalOf(
      await signDeclaration(caller, { declarationId, saveVersion: 2, ...form, visibility: "private" }),
    ),
  ).toMatchObject({
    code: "invalid-input",
  });
});

test("nothing answered, nothing signed; and nothing is signed twice", async () => {
  const caller = await aSupplierCaller(database(), "contributor", "signatory");
  const empty = await aDraft(caller);
  expect(refusalOf(await signDeclaration(caller, { declarationId: empty, saveVersion: 1, ...form }))).toEqual(
    {
      code: "nothing-answered",
    },
  );
  const signed = await aSignedDeclaration(caller);
  expect(
    refusalOf(await signDeclaration(caller, { declarationId: signed, saveVersion: 3, ...form })),
  ).toEqual({
    code: "not-a-draft",
  });
});

test("answers to rows that do not apply are shown before signing and left out of what is signed", async () => {
  const caller = await aSupplierCaller(database(), "contributor", "signatory");
  const declarationId = await aDraft(caller, { "CR 1.1": met, "EDR 2.4": met });
  accepted(
    await setComponentTypes(caller, {
      declarationId,
      before: "embedded-device",
      componentTypes: "host-device",
    }),
  );
  expect((await presentSigning(caller, declarationId)).setAside.map(({ id }) => id)).toEqual(["EDR 2.4"]);
  await sign(caller, declarationId);
  expect((await presentDeclaration(caller, declarationId)).declaration.content.answers).toEqual({
    "CR 1.1": met,
  });
});

test("a correction is a new version that starts as a copy and leaves the signed one as it was", async () => {
  const caller = await aSupplierCaller(database(), "contributor", "signatory");
  const first = await aSignedDeclaration(caller);
  const { release } = await presentDeclaration(caller, first);
  const second = accepted(await createDeclaration(caller, { releaseId: release.id }));
  expect(second.version).toBe(2);
  const changes = [{ requirementId: "CR 1.1", before: met, answer: { value: "not-met" } }];
  accepted(await answerRequirements(caller, { declarationId: second.id, changes }));
  expect((await presentDeclaration(caller, first)).declaration.content.answers).toEqual({ "CR 1.1": met });
  const { difference } = await presentSigning(caller, second.id);
  expect(difference).toMatchObject({
    version: 1,
    answers: [{ requirementId: "CR 1.1", before: met, after: { value: "not-met" } }],
  });
});

test("the signing page counts per FR, names open rows and who can sign", async () => {
  const caller = await aSupplierCaller(database(), "contributor");
  const declarationId = await aDraft(caller, { "CR 1.1": { value: "met-with-countermeasure" } });
  const page = await presentSigning(caller, declarationId);
  expect(page).toMatchObject({ maySign: false, signatories: [], difference: null });
  expect(page.progress[0]).toMatchObject({ foundationalRequirement: "IAC", answered: 1 });
  expect(page.openRows.some(({ id }) => id === "CR 1.3")).toBe(true);
  expect(page.withoutNote.map(({ id }) => id)).toEqual(["CR 1.1"]);
});

test("whom a signed declaration is shown to can be changed and withdrawn; a draft cannot be shown", async () => {
  const caller = await aSupplierCaller(database(), "contributor", "signatory");
  const declarationId = await aSignedDeclaration(caller);
  accepted(await shareDeclaration(caller, { declarationId, visibility: "private" }));
  expect((await presentDeclaration(caller, declarationId)).declaration.visibility).toBe("private");
  const draft = await aDraft(caller);
  expect(
    refusalOf(await shareDeclaration(caller, { declarationId: draft, visibility: "all-hospitals" })),
  ).toEqual({
    code: "not-signed",
  });
  expect(refusalOf(await shareDeclaration(caller, { declarationId, visibility: "everyone" }))).toMatchObject({
    code: "invalid-input",
  });
});

test("only a signatory signs, only a signatory or an administrator shares", async () => {
  const contributor = await aSupplierCaller(database(), "contributor");
  const administrator = await aSupplierCaller(database(), "administrator");
  const hospital = await aHospitalCaller(database(), "administrator", "security-lead", "procurement-officer");
  for (const caller of [contributor, administrator, hospital])
    await expect(signDeclaration(caller, {})).rejects.toThrow(forbidden);
  for (const caller of [contributor, hospital])
    await expect(shareDeclaration(caller, {})).rejects.toThrow(forbidden);
});

test("another supplier's declaration is not found, to sign, share or review", async () => {
  const other = await aSupplierCaller(database(), "contributor", "signatory");
  const { releaseId } = await aProduct(other);
  const { id: declarationId } = accepted(await createDeclaration(other, { releaseId }));
  const caller = await aSupplierCaller(database(), "contributor", "signatory");
  await expect(presentSigning(caller, declarationId)).rejects.toThrow(notFound);
  await expect(signDeclaration(caller, { declarationId, saveVersion: 1, ...form })).rejects.toThrow(notFound);
  await expect(shareDeclaration(caller, { declarationId, visibility: "private" })).rejects.toThrow(notFound);
});

test("the seal is what anyone can check with the public key, and no later step touches it", async () => {
  const caller = await aSupplierCaller(database(), "contributor", "signatory");
  const declarationId = await aSignedDeclaration(caller);
  const sealOf = (id: string) => findSeal(database().read, caller.actor.organisationId, id);
  const before = await sealOf(declarationId);
  if (!before) throw new Error("there is no seal");
  const bytes = new TextEncoder().encode(writeSealedFile(before));
  const read = accepted(readSealedFile(bytes));
  expect(faultsOfSeal(read, verifyEd25519, PORTAL_KEY.publicKey)).toEqual([]);
  expect(read.seal).toMatchObject({
    declarationId,
    version: 1,
    signedBy: { name: expect.stringMatching(/^Person /), role: "signatory" },
    signedAt: NOW.toISOString(),
    keyId: PORTAL_KEY.keyId,
  });
  const parsed = accepted(parseDeclarationFile(bytes, KNOWN));
  const stored = await findDeclaration(database().read, caller.actor.organisationId, declarationId);
  expect(parsed.content).toEqual(stored?.content);
  accepted(await shareDeclaration(caller, { declarationId, visibility: "private" }));
  const { release } = await presentDeclaration(caller, declarationId);
  accepted(await createDeclaration(caller, { releaseId: release.id }));
  expect(await sealOf(declarationId)).toEqual(before);
  const whose = { organisationId: caller.actor.organisationId, declarationId };
  await expect(database().transaction((db) => saveNewSeal(db, whose, before))).rejects.toThrow();
});

test("a draft has no seal, nor has another supplier's declaration", async () => {
  const caller = await aSupplierCaller(database(), "contributor", "signatory");
  const other = await aSupplierCaller(database(), "contributor", "signatory");
  const draft = await aDraft(caller, { "CR 1.1": met });
  const signed = await aSignedDeclaration(other);
  expect(await findSeal(database().read, caller.actor.organisationId, draft)).toBeUndefined();
  expect(await findSeal(database().read, caller.actor.organisationId, signed)).toBeUndefined();
});
