import { expect, test } from "vitest";
import type { Evidence } from "~/domain/declaration/evidence";
import { presentEvidence } from "~/presenters/present-evidence.server";
import { presentFacts } from "~/presenters/present-facts.server";
import { presentSigning } from "~/presenters/present-signing.server";
import { answerRequirements } from "~/use-cases/declarations/answer-requirements.server";
import { createDeclaration } from "~/use-cases/declarations/create-declaration.server";
import { removeEvidence } from "~/use-cases/declarations/remove-evidence.server";
import { saveEvidence } from "~/use-cases/declarations/save-evidence.server";
import { saveFacts } from "~/use-cases/declarations/save-facts.server";
import type { Caller } from "~/use-cases/use-case.server";
import { listAuditEntries } from "~db/repositories/audit";
import { findDeclaration } from "~db/repositories/declarations";
import { aCaller, aDatabase, aHospitalCaller, aSupplierCaller } from "../../builders/database";
import {
  accepted,
  aDraft,
  aProduct,
  aRequest,
  aSignedDeclaration,
  refusalOf,
  sign,
} from "../../builders/declaration";
import { aPiece } from "../../cli/full-files";

const database = aDatabase();
const notFound = expect.objectContaining({ code: "not-found" });
const forbidden = expect.objectContaining({ code: "forbidden" });

async function contentOf(caller: Caller, declarationId: string) {
  const declaration = await findDeclaration(database().read, caller.actor.organisationId, declarationId);
  if (!declaration) throw new Error("there is no such declaration");
  return declaration.content;
}

function aForm(overrides: Partial<Evidence> = {}): Omit<Evidence, "id"> {
  const { id: _, ...evidence } = aPiece(overrides);
  return evidence;
}

test("facts are saved topic by topic, and the audit trail names them", async () => {
  const caller = await aSupplierCaller(database(), "contributor");
  const declarationId = await aDraft(caller);
  const { product, release } = (await contentOf(caller, declarationId)).facts;
  accepted(
    await saveFacts(caller, { declarationId, group: "support", before: {}, facts: { signedUpdates: true } }),
  );
  accepted(
    await saveFacts(caller, {
      ...{ declarationId, group: "support", before: { signedUpdates: true } },
      facts: { patchDaysHigh: 30, updateMechanisms: [] },
    }),
  );
  expect((await contentOf(caller, declarationId)).facts).toEqual({
    product,
    release,
    patchDaysHigh: 30,
    updateMechanisms: [],
  });
  const [entry] = await listAuditEntries(database().read, caller.actor.organisationId, { limit: 1 });
  expect(entry).toMatchObject({
    action: "declaration.answer",
    subjectId: declarationId,
    details: { group: "support", facts: ["updateMechanisms", "signedUpdates", "patchDaysHigh"] },
  });
});

test("two people state different topics at once and both are kept", async () => {
  const first = await aSupplierCaller(database(), "contributor");
  const { organisationId } = first.actor;
  const second = await aCaller(database(), { organisationId, kind: "supplier", roles: ["contributor"] });
  const declarationId = await aDraft(first);
  const outcomes = await Promise.all([
    saveFacts(first, { declarationId, group: "support", before: {}, facts: { signedUpdates: true } }),
    saveFacts(second, { declarationId, group: "accounts", before: {}, facts: { autoLogoff: true } }),
    saveEvidence(first, { declarationId, before: null, evidence: aForm() }),
  ]);
  expect(outcomes.map(({ ok }) => ok)).toEqual([true, true, true]);
  const { facts, evidence } = await contentOf(first, declarationId);
  expect(facts).toMatchObject({ signedUpdates: true, autoLogoff: true });
  expect(evidence).toHaveLength(1);
});

test("a topic that somebody else changed is never overwritten unseen: both come back and nothing is written", async () => {
  const caller = await aSupplierCaller(database(), "contributor");
  const declarationId = await aDraft(caller);
  const save = (before: object, facts: object) =>
    saveFacts(caller, { declarationId, group: "accounts", before, facts });
  accepted(await save({}, { autoLogoff: true, breakGlass: false }));
  expect(refusalOf(await save({}, { autoLogoff: false, breakGlass: false }))).toEqual({
    code: "facts-changed",
    stored: { autoLogoff: true, breakGlass: false },
    yours: { autoLogoff: false, breakGlass: false },
    fields: ["autoLogoff"],
  });
  expect((await contentOf(caller, declarationId)).facts.autoLogoff).toBe(true);
  // Sent twice, e.g. after a lost answer, it changes nothing more.
  accepted(await save({}, { breakGlass: false, autoLogoff: true }));
});

test.each([
  [
    "a day that does not exist",
    "support",
    { supportEndsOn: "2027-02-29" },
    "facts.supportEndsOn",
    "invalid-date",
  ],
  ["a number out of range", "support", { patchDaysHigh: -1 }, "facts.patchDaysHigh", "too-small"],
  ["a number that is none", "support", { patchDaysHigh: "ten" }, "facts.patchDaysHigh", "invalid"],
  [
    "a nameless platform",
    "support",
    { platforms: [{ kind: "component", name: "", version: "", supportEndsOn: null }] },
    "facts.platforms.0.name",
    "required",
  ],
  ["a word that nobody knows", "wireless", { wireless: ["smoke"] }, "facts.wireless.0", "invalid"],
  ["a hidden mark", "identification", { product: "a\u202Eb" }, "facts.product", "deceptive-characters"],
  ["a fact of another topic", "support", { autoLogoff: true }, "facts", "invalid"],
  ["an unknown fact", "support", { noSuchFact: true }, "facts", "unknown-field"],
])("facts with %s are refused at their field", async (_, group, facts, field, error) => {
  const caller = await aSupplierCaller(database(), "contributor");
  const declarationId = await aDraft(caller);
  const refusal = refusalOf(await saveFacts(caller, { declarationId, group, before: {}, facts }));
  expect(refusal).toMatchObject({
    code: "invalid-input",
    fields: { [field]: expect.arrayContaining([error]) },
  });
});

test("evidence is filed, cited, changed and removed with its mentions", async () => {
  const caller = await aSupplierCaller(database(), "contributor");
  const declarationId = await aDraft(caller);
  const { evidenceId } = accepted(
    await saveEvidence(caller, { declarationId, before: null, evidence: aForm() }),
  );
  const answer = { value: "met", evidenceIds: [evidenceId] } as const;
  const changes = [{ requirementId: "CR 1.1", before: null, answer }];
  accepted(await answerRequirements(caller, { declarationId, changes }));
  expect((await presentEvidence(caller, { declarationId, edit: null })).pieces).toMatchObject([
    { id: evidenceId, rows: ["CR 1.1"], schemeName: "IEC 62443-4-2" },
  ]);
  const [stored] = (await contentOf(caller, declarationId)).evidence;
  accepted(
    await saveEvidence(caller, { declarationId, before: stored, evidence: aForm({ title: "Renewed" }) }),
  );
  expect((await contentOf(caller, declarationId)).evidence).toEqual([
    aPiece({ id: evidenceId, title: "Renewed" }),
  ]);
  expect(accepted(await removeEvidence(caller, { declarationId, evidenceId })).rows).toEqual(["CR 1.1"]);
  expect(await contentOf(caller, declarationId)).toMatchObject({
    evidence: [],
    answers: { "CR 1.1": { value: "met" } },
  });
  expect(accepted(await removeEvidence(caller, { declarationId, evidenceId })).rows).toEqual([]);
});

test("an answer cannot rest on evidence that is not on file, and other evidence is another answer", async () => {
  const caller = await aSupplierCaller(database(), "contributor");
  const declarationId = await aDraft(caller, { "CR 1.1": { value: "met" } });
  const cite = (evidenceIds: ReadonlyArray<string>) =>
    answerRequirements(caller, {
      declarationId,
      changes: [{ requirementId: "CR 1.1", before: { value: "met" }, answer: { value: "met", evidenceIds } }],
    });
  expect(refusalOf(await cite(["nothing"]))).toEqual({ code: "unknown-evidence", requirementId: "CR 1.1" });
  const { evidenceId } = accepted(
    await saveEvidence(caller, { declarationId, before: null, evidence: aForm() }),
  );
  accepted(await cite([evidenceId]));
  // Somebody who saw the answer without evidence must not take it away unseen.
  const changes = [{ requirementId: "CR 1.1", before: { value: "met" }, answer: { value: "not-met" } }];
  expect(refusalOf(await answerRequirements(caller, { declarationId, changes }))).toMatchObject({
    code: "answer-changed",
  });
});

test("evidence that somebody else changed or removed is never overwritten unseen", async () => {
  const caller = await aSupplierCaller(database(), "contributor");
  const declarationId = await aDraft(caller);
  const { evidenceId } = accepted(
    await saveEvidence(caller, { declarationId, before: null, evidence: aForm() }),
  );
  const seen = aPiece({ id: evidenceId });
  const changed = aPiece({ id: evidenceId, title: "Changed" });
  accepted(
    await saveEvidence(caller, { declarationId, before: seen, evidence: aForm({ title: "Changed" }) }),
  );
  const mine = { declarationId, before: seen, evidence: aForm({ title: "Mine" }) };
  expect(refusalOf(await saveEvidence(caller, mine))).toMatchObject({
    code: "evidence-changed",
    stored: changed,
  });
  accepted(await removeEvidence(caller, { declarationId, evidenceId }));
  expect(refusalOf(await saveEvidence(caller, mine))).toMatchObject({
    code: "evidence-changed",
    stored: null,
  });
  expect((await contentOf(caller, declarationId)).evidence).toEqual([]);
});

test.each([
  ["no title", { title: "" }, "evidence.title", "required"],
  [
    "an end before its beginning",
    { validFrom: "2026-01-02", validUntil: "2026-01-01" },
    "evidence.validUntil",
    "ends-before-it-begins",
  ],
  ["a digest that is none", { sha256: "x" }, "evidence.sha256", "invalid"],
  ["a level that is none", { scope: { ...aPiece().scope, level: 5 } }, "evidence.scope.level", "invalid"],
])("evidence with %s is refused at its field", async (_, overrides, field, error) => {
  const caller = await aSupplierCaller(database(), "contributor");
  const declarationId = await aDraft(caller);
  const evidence = { ...aForm(), ...overrides };
  const refusal = refusalOf(await saveEvidence(caller, { declarationId, before: null, evidence }));
  expect(refusal).toMatchObject({ code: "invalid-input", fields: { [field]: [error] } });
});

test("what is signed takes neither facts nor evidence any more; the next version starts with them", async () => {
  const caller = await aSupplierCaller(database(), "administrator", "contributor", "signatory");
  const { releaseId } = await aProduct(caller);
  const { id } = accepted(await createDeclaration(caller, { releaseId }));
  accepted(
    await saveFacts(caller, { declarationId: id, group: "ai", before: {}, facts: { aiFunction: "none" } }),
  );
  accepted(await saveEvidence(caller, { declarationId: id, before: null, evidence: aForm() }));
  const changes = [{ requirementId: "CR 1.1", before: null, answer: { value: "met" } }];
  accepted(await answerRequirements(caller, { declarationId: id, changes }));
  await sign(caller, id);
  const late = { declarationId: id, group: "ai", before: { aiFunction: "none" }, facts: {} };
  expect(refusalOf(await saveFacts(caller, late))).toEqual({ code: "not-a-draft" });
  expect(
    refusalOf(await saveEvidence(caller, { declarationId: id, before: null, evidence: aForm() })),
  ).toEqual({
    code: "not-a-draft",
  });
  expect(refusalOf(await removeEvidence(caller, { declarationId: id, evidenceId: "x" }))).toEqual({
    code: "not-a-draft",
  });
  const next = accepted(await createDeclaration(caller, { releaseId }));
  expect(await contentOf(caller, next.id)).toEqual(await contentOf(caller, id));

  accepted(await saveFacts(caller, { ...late, declarationId: next.id, facts: { aiFunction: "assistive" } }));
  const [piece] = (await contentOf(caller, next.id)).evidence;
  accepted(await removeEvidence(caller, { declarationId: next.id, evidenceId: piece?.id }));
  const { difference, facts, evidence } = await presentSigning(caller, next.id);
  expect(difference).toMatchObject({
    facts: [{ key: "aiFunction", before: "none", after: "assistive" }],
    evidence: { added: [], removed: [{ id: piece?.id }], changed: [] },
  });
  expect(facts.find(({ group }) => group === "ai")).toEqual({ group: "ai", facts: 2, stated: 1 });
  expect(evidence).toEqual({ all: 0, outOfDate: [] });
});

test("expired evidence is named before signing", async () => {
  const caller = await aSupplierCaller(database(), "contributor", "signatory");
  const declarationId = await aDraft(caller);
  const file = (overrides: Partial<Evidence>) =>
    saveEvidence(caller, { declarationId, before: null, evidence: aForm(overrides) });
  accepted(await file({ title: "Old", validUntil: "2026-11-20" }));
  accepted(await file({ title: "Young", validFrom: "2026-11-22" }));
  accepted(await file({ title: "Today", validFrom: "2026-11-21", validUntil: "2026-11-21" }));
  accepted(await file({ title: "Ever", validFrom: null, validUntil: null }));
  expect((await presentSigning(caller, declarationId)).evidence).toEqual({
    all: 4,
    outOfDate: ["Old", "Young"],
  });
});

test("facts and evidence are for contributors of the own organisation, and for signatories to read", async () => {
  const owner = await aSupplierCaller(database(), "contributor");
  const declarationId = await aDraft(owner);
  const { organisationId } = owner.actor;
  const signatory = await aCaller(database(), { organisationId, kind: "supplier", roles: ["signatory"] });
  const values = { declarationId, group: "ai", before: {}, facts: {} };
  const page = { declarationId, group: null, requestId: null };
  await expect(saveFacts(signatory, values)).rejects.toEqual(forbidden);
  await expect(saveEvidence(signatory, { declarationId, before: null, evidence: aForm() })).rejects.toEqual(
    forbidden,
  );
  await expect(removeEvidence(signatory, { declarationId, evidenceId: "x" })).rejects.toEqual(forbidden);
  expect((await presentFacts(signatory, page)).mayAnswer).toBe(false);
  expect((await presentEvidence(signatory, { declarationId, edit: "new" })).isAdding).toBe(false);
  const stranger = await aSupplierCaller(database(), "contributor", "signatory");
  await expect(saveFacts(stranger, values)).rejects.toEqual(notFound);
  await expect(saveEvidence(stranger, { declarationId, before: null, evidence: aForm() })).rejects.toEqual(
    notFound,
  );
  await expect(removeEvidence(stranger, { declarationId, evidenceId: "x" })).rejects.toEqual(notFound);
  await expect(presentFacts(stranger, page)).rejects.toEqual(notFound);
  await expect(presentEvidence(stranger, { declarationId, edit: null })).rejects.toEqual(notFound);
  const hospital = await aHospitalCaller(database(), "security-engineer");
  await expect(presentFacts(hospital, page)).rejects.toEqual(forbidden);
  await expect(presentEvidence(hospital, { declarationId, edit: null })).rejects.toEqual(forbidden);
});

test("the page of facts has one topic, and the profile of the request that it is compared with, no name of the hospital's in it", async () => {
  const caller = await aSupplierCaller(database(), "contributor");
  const hospital = await aHospitalCaller(database(), "procurement-officer");
  const declarationId = await aDraft(caller);
  const requestId = await aRequest(hospital, caller.actor.organisationId, { canary: "hidden" });
  const sheet = await presentFacts(caller, { declarationId, group: "mds2", requestId });
  expect(sheet).toMatchObject({ group: "mds2", mayAnswer: true, asOf: "2026-11-21" });
  expect(sheet.profile?.slTarget).toBeDefined();
  expect(sheet.profile?.policy).toBeDefined();
  expect(sheet.words.questions.flatMap(({ questions }) => questions)).toHaveLength(240);
  expect(JSON.stringify(sheet)).not.toContain("hidden");
  const other = await presentFacts(caller, { declarationId, group: "nonsense", requestId: "nobody's" });
  expect(other).toMatchObject({ group: "identification", profile: null });
  expect(other.words).toMatchObject({ protocols: [], questions: [] });
  expect(
    (await presentFacts(caller, { declarationId, group: "network", requestId: null })).words.protocols.length,
  ).toBeGreaterThan(20);
});

test("evidence that is not there cannot be edited, and a signed declaration has no form", async () => {
  const caller = await aSupplierCaller(database(), "contributor", "signatory");
  const declarationId = await aDraft(caller);
  await expect(presentEvidence(caller, { declarationId, edit: "none" })).rejects.toEqual(notFound);
  expect(await presentEvidence(caller, { declarationId, edit: "new" })).toMatchObject({
    isAdding: true,
    edited: null,
  });
  const signed = await aSignedDeclaration(caller);
  expect(await presentEvidence(caller, { declarationId: signed, edit: "new" })).toMatchObject({
    isAdding: false,
    mayAnswer: false,
  });
});
