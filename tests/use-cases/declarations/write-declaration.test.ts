import { expect, test } from "vitest";
import { ProductFactsSchema } from "~/domain/declaration/facts";
import { presentDeclaration } from "~/presenters/present-declaration.server";
import { answerRequirements } from "~/use-cases/declarations/answer-requirements.server";
import { claimCapability } from "~/use-cases/declarations/claim-capability.server";
import { createDeclaration } from "~/use-cases/declarations/create-declaration.server";
import { setComponentTypes } from "~/use-cases/declarations/set-component-types.server";
import { listAuditEntries } from "~db/repositories/audit";
import { findDeclaration } from "~db/repositories/declarations";
import { aCaller, aDatabase, aHospitalCaller, aSupplierCaller } from "../../builders/database";
import { accepted, aDraft, aProduct, aSignedDeclaration, refusalOf } from "../../builders/declaration";

const database = aDatabase();
const notFound = expect.objectContaining({ code: "not-found" });
const forbidden = expect.objectContaining({ code: "forbidden" });
const met = { value: "met" } as const;
const notMet = { value: "not-met" } as const;

async function contentOf(caller: Awaited<ReturnType<typeof aSupplierCaller>>, declarationId: string) {
  return (await findDeclaration(database().read, caller.actor.organisationId, declarationId))?.content;
}

test("the first declaration of a release knows its product, with its types, and nothing else", async () => {
  const caller = await aSupplierCaller(database(), "contributor");
  const { releaseId } = await aProduct(caller, {
    ...{ name: "Pump", version: "3.4.1", componentTypes: ["host-device", "software-application"] },
  });
  const created = accepted(await createDeclaration(caller, { releaseId }));
  const { declaration } = await presentDeclaration(caller, created.id);
  expect(declaration).toMatchObject({ version: 1, state: "draft", visibility: "private" });
  expect(declaration.content).toEqual({
    componentTypes: ["host-device", "software-application"],
    answers: {},
    claimedSlCapability: null,
    facts: { product: "Pump", release: "3.4.1" },
    evidence: [],
  });
});

test("a name longer than a fact may be is cut, so that the draft can be signed", async () => {
  const caller = await aSupplierCaller(database(), "contributor");
  const { releaseId } = await aProduct(caller, { name: "p".repeat(200), version: "v".repeat(100) });
  const { id } = accepted(await createDeclaration(caller, { releaseId }));
  const content = await contentOf(caller, id);
  expect(content?.facts).toEqual({ product: "p".repeat(120), release: "v".repeat(80) });
  expect(ProductFactsSchema.parse(content?.facts)).toEqual(content?.facts);
});

test("a release has one open draft", async () => {
  const caller = await aSupplierCaller(database(), "contributor");
  const { releaseId } = await aProduct(caller);
  const { id } = accepted(await createDeclaration(caller, { releaseId }));
  const refusal = refusalOf(await createDeclaration(caller, { releaseId }));
  expect(refusal).toEqual({ code: "draft-exists", declarationId: id });
});

test("a row is answered, changed and taken back, and every time the audit trail names the row", async () => {
  const caller = await aSupplierCaller(database(), "contributor");
  const declarationId = await aDraft(caller);
  const change = (before: unknown, answer: unknown) =>
    answerRequirements(caller, { declarationId, changes: [{ requirementId: "CR 1.1", before, answer }] });
  accepted(await change(null, met));
  accepted(await change(met, { value: "not-applicable", note: " no people  " }));
  expect((await contentOf(caller, declarationId))?.answers).toEqual({
    "CR 1.1": { value: "not-applicable", note: "no people" },
  });
  const { saveVersion } = accepted(await change({ value: "not-applicable", note: "no people" }, null));
  expect(saveVersion).toBe(4);
  expect((await contentOf(caller, declarationId))?.answers).toEqual({});
  const [entry] = await listAuditEntries(database().read, caller.actor.organisationId, { limit: 1 });
  expect(entry).toMatchObject({
    action: "declaration.answer",
    subjectId: declarationId,
    details: { requirementIds: ["CR 1.1"] },
  });
});

test("two people answer different rows at once and both are kept", async () => {
  const first = await aSupplierCaller(database(), "contributor");
  const { organisationId } = first.actor;
  const second = await aCaller(database(), { organisationId, kind: "supplier", roles: ["contributor"] });
  const declarationId = await aDraft(first);
  const rows = ["CR 1.1", "CR 1.3", "CR 1.4", "CR 1.5", "CR 1.7", "CR 2.1", "CR 2.5", "CR 2.8"];
  const outcomes = await Promise.all(
    rows.map((requirementId, index) =>
      answerRequirements(index % 2 === 0 ? first : second, {
        declarationId,
        changes: [{ requirementId, before: null, answer: met }],
      }),
    ),
  );
  expect(new Set(outcomes.map((outcome) => accepted(outcome).saveVersion)).size).toBe(rows.length);
  expect(Object.keys((await contentOf(first, declarationId))?.answers ?? {}).sort()).toEqual(
    [...rows].sort(),
  );
});

test("a row that somebody else changed is never overwritten unseen: both answers come back and nothing is written", async () => {
  const caller = await aSupplierCaller(database(), "contributor");
  const declarationId = await aDraft(caller, { "CR 1.1": notMet });
  const outcome = await answerRequirements(caller, {
    declarationId,
    changes: [
      { requirementId: "CR 1.1", before: null, answer: met },
      { requirementId: "CR 1.3", before: null, answer: met },
    ],
  });
  expect(refusalOf(outcome)).toEqual({
    code: "answer-changed",
    rows: [{ requirementId: "CR 1.1", stored: notMet, yours: met }],
  });
  expect((await contentOf(caller, declarationId))?.answers).toEqual({ "CR 1.1": notMet });
});

test("the same request sent twice, e.g. after a lost answer, changes nothing more", async () => {
  const caller = await aSupplierCaller(database(), "contributor");
  const declarationId = await aDraft(caller);
  const values = { declarationId, changes: [{ requirementId: "CR 1.1", before: null, answer: met }] };
  accepted(await answerRequirements(caller, values));
  accepted(await answerRequirements(caller, values));
  expect((await contentOf(caller, declarationId))?.answers).toEqual({ "CR 1.1": met });
});

test("only rows of the catalogue that apply to the component types can be answered", async () => {
  const caller = await aSupplierCaller(database(), "contributor");
  const declarationId = await aDraft(caller);
  const answer = async (requirementId: string) =>
    refusalOf(
      await answerRequirements(caller, {
        declarationId,
        changes: [{ requirementId, before: null, answer: met }],
      }),
    );
  expect(await answer("NDR 1.6")).toEqual({ code: "row-not-applicable", requirementId: "NDR 1.6" });
  expect(await answer("CR 9.9")).toEqual({ code: "unknown-requirement", requirementId: "CR 9.9" });
  expect(await answer("__proto__")).toMatchObject({ code: "invalid-input" });
});

test.each([
  ["no change at all", []],
  ["a row twice", [0, 1].map(() => ({ requirementId: "CR 1.1", before: null, answer: met }))],
  ["an answer that does not exist", [{ requirementId: "CR 1.1", before: null, answer: { value: "maybe" } }]],
  [
    "too long a note",
    [{ requirementId: "CR 1.1", before: null, answer: { value: "met", note: "x".repeat(4001) } }],
  ],
  ["a hidden mark", [{ requirementId: "CR 1.1", before: null, answer: { value: "met", note: "a\u202Eb" } }]],
  ["201 rows", Array.from({ length: 201 }, () => ({ requirementId: "CR 1.1", before: null, answer: met }))],
])("answers with %s are refused and nothing is written", async (_name, changes) => {
  const caller = await aSupplierCaller(database(), "contributor");
  const declarationId = await aDraft(caller);
  expect(refusalOf(await answerRequirements(caller, { declarationId, changes }))).toMatchObject({
    code: "invalid-input",
  });
  expect((await contentOf(caller, declarationId))?.answers).toEqual({});
});

test("changing the component types keeps what was answered, and two people do not undo each other", async () => {
  const caller = await aSupplierCaller(database(), "contributor");
  const declarationId = await aDraft(caller, { "EDR 2.4": met });
  const values = { declarationId, before: "embedded-device", componentTypes: "software-application" };
  accepted(await setComponentTypes(caller, values));
  expect(await contentOf(caller, declarationId)).toMatchObject({
    componentTypes: ["software-application"],
    answers: { "EDR 2.4": met },
  });
  expect(refusalOf(await setComponentTypes(caller, values))).toEqual({ code: "changed-meanwhile" });
  expect(refusalOf(await setComponentTypes(caller, { ...values, componentTypes: [] }))).toMatchObject({
    fields: { componentTypes: ["required"] },
  });
});

test("a claim is seven levels or none, from a form or as data", async () => {
  const caller = await aSupplierCaller(database(), "contributor");
  const declarationId = await aDraft(caller);
  const claim = { IAC: "2", UC: "2", SI: "1", DC: "1", RDF: "0", TRE: "4", RA: "3" };
  accepted(await claimCapability(caller, { declarationId, before: "", claimed: claim }));
  const stored = { IAC: 2, UC: 2, SI: 1, DC: 1, RDF: 0, TRE: 4, RA: 3 };
  expect((await contentOf(caller, declarationId))?.claimedSlCapability).toEqual(stored);
  const half = { ...claim, IAC: "" };
  expect(
    refusalOf(await claimCapability(caller, { declarationId, before: "{2 2 1 1 0 4 3}", claimed: half })),
  ).toMatchObject({ code: "invalid-input", fields: { "claimed.IAC": ["invalid"] } });
  expect(refusalOf(await claimCapability(caller, { declarationId, before: "", claimed: stored }))).toEqual({
    code: "changed-meanwhile",
  });
  const none = Object.fromEntries(Object.keys(claim).map((fr) => [fr, ""]));
  accepted(await claimCapability(caller, { declarationId, before: "{2 2 1 1 0 4 3}", claimed: none }));
  expect((await contentOf(caller, declarationId))?.claimedSlCapability).toBeNull();
});

test("a signed declaration takes no answer, no types and no claim", async () => {
  const caller = await aSupplierCaller(database(), "contributor", "signatory");
  const declarationId = await aSignedDeclaration(caller);
  const before = await contentOf(caller, declarationId);
  const changes = [{ requirementId: "CR 1.1", before: met, answer: notMet }];
  const refusals = [
    await answerRequirements(caller, { declarationId, changes }),
    await setComponentTypes(caller, {
      declarationId,
      before: "embedded-device",
      componentTypes: "host-device",
    }),
    await claimCapability(caller, { declarationId, before: "", claimed: null }),
  ].map(refusalOf);
  expect(refusals).toEqual([0, 1, 2].map(() => ({ code: "not-a-draft" })));
  expect(await contentOf(caller, declarationId)).toEqual(before);
});

test("another supplier's declaration is not found, for any change and to read", async () => {
  const declarationId = await aDraft(await aSupplierCaller(database(), "contributor"));
  const caller = await aSupplierCaller(database(), "contributor");
  const changes = [{ requirementId: "CR 1.1", before: null, answer: met }];
  await expect(presentDeclaration(caller, declarationId)).rejects.toThrow(notFound);
  await expect(answerRequirements(caller, { declarationId, changes })).rejects.toThrow(notFound);
  await expect(
    setComponentTypes(caller, { declarationId, before: "", componentTypes: "host-device" }),
  ).rejects.toThrow(notFound);
  await expect(claimCapability(caller, { declarationId, before: "", claimed: null })).rejects.toThrow(
    notFound,
  );
  const { releaseId } = await aProduct(await aSupplierCaller(database(), "contributor"));
  await expect(createDeclaration(caller, { releaseId })).rejects.toThrow(notFound);
});

test("a signatory reads drafts and answers nothing, a hospital does neither", async () => {
  const contributor = await aSupplierCaller(database(), "contributor");
  const { organisationId } = contributor.actor;
  const signatory = await aCaller(database(), { organisationId, kind: "supplier", roles: ["signatory"] });
  const hospital = await aHospitalCaller(database(), "administrator", "security-lead");
  const declarationId = await aDraft(contributor);
  expect(await presentDeclaration(signatory, declarationId)).toMatchObject({
    mayAnswer: false,
    maySign: true,
  });
  await expect(answerRequirements(signatory, {})).rejects.toThrow(forbidden);
  await expect(createDeclaration(signatory, {})).rejects.toThrow(forbidden);
  await expect(setComponentTypes(signatory, {})).rejects.toThrow(forbidden);
  await expect(claimCapability(signatory, {})).rejects.toThrow(forbidden);
  await expect(presentDeclaration(hospital, declarationId)).rejects.toThrow(forbidden);
});
