import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { MAX_MESSAGES, MAX_THREADS } from "~/domain/dialogue/dialogue";
import { presentHospitalOverview } from "~/presenters/present-hospital-overview.server";
import { presentQuestions } from "~/presenters/present-questions.server";
import { presentReceivedRequest } from "~/presenters/present-received-request.server";
import { presentSupplierOverview } from "~/presenters/present-supplier-overview.server";
import { acceptRequest } from "~/use-cases/declarations/accept-request.server";
import { answerRequest } from "~/use-cases/declarations/answer-request.server";
import { askQuestion } from "~/use-cases/dialogue/ask-question.server";
import { reopenQuestion } from "~/use-cases/dialogue/reopen-question.server";
import { settleQuestion } from "~/use-cases/dialogue/settle-question.server";
import { writeMessage } from "~/use-cases/dialogue/write-message.server";
import { withdrawRequest } from "~/use-cases/requests/withdraw-request.server";
import type { Caller } from "~/use-cases/use-case.server";
import { listAuditEntries } from "~db/repositories/audit";
import { dialogueMessages, dialogueThreads, people } from "~db/schema";
import { aCaller, aDatabase, aHospitalCaller, aSupplierCaller, NOW } from "../../builders/database";
import { accepted, aRequest, aSignedDeclaration, refusalOf } from "../../builders/declaration";

const database = aDatabase();

type Scene = {
  officer: Caller;
  supplier: Caller;
  requestId: string;
  declarationId: string;
  findingId: string;
};

/** A request answered by a declaration with a gap. */
async function aScene(): Promise<Scene> {
  const officer = await aHospitalCaller(database(), "procurement-officer");
  const supplier = await aSupplierCaller(database(), "contributor", "signatory");
  const requestId = await aRequest(officer, supplier.actor.organisationId);
  const declarationId = await aSignedDeclaration(supplier, { "CR 1.1": { value: "not-met" } });
  accepted(await acceptRequest(supplier, { requestId }));
  accepted(await answerRequest(supplier, { requestId, declarationId }));
  const page = await presentReceivedRequest(supplier, { requestId, productId: null, declarationId: null });
  const findingId = page.findings.find(({ rows }) => rows.some((row) => row.requirementId === "CR 1.1"))?.id;
  if (!findingId) throw new Error("the gap is a finding");
  return { officer, supplier, requestId, declarationId, findingId };
}

const later = (caller: Caller, minutes: number): Caller => ({
  ...caller,
  now: new Date(NOW.getTime() + minutes * 60_000),
});

async function seenBy(caller: Caller, { requestId, declarationId }: Scene) {
  const side = caller.actor.organisationKind;
  return presentQuestions(caller, side, { requestId, findingId: null, declarationId });
}

test("a question about a finding goes to and fro, and each side reads names of its own people only", async () => {
  const scene = await aScene();
  const { officer, supplier, requestId, declarationId, findingId } = scene;
  const text = "  Which accounts are shared?\nAnd why?  ";
  const asked = accepted(await askQuestion(officer, { requestId, findingId, declarationId, text }));
  const place = { requestId, threadId: asked.id };
  accepted(await writeMessage(later(supplier, 1), { ...place, text: "One, for service." }));
  accepted(await writeMessage(later(officer, 2), { ...place, text: "Can it be disabled?" }));
  accepted(await writeMessage(later(supplier, 3), { ...place, text: "Yes." }));

  const [ofHospital, ofSupplier] = [await seenBy(officer, scene), await seenBy(supplier, scene)];
  const names = new Map(
    (await database().read.select({ id: people.id, name: people.name }).from(people)).map((one) => [
      one.id,
      one.name,
    ]),
  );
  const [thread] = ofHospital.dialogue.threads;
  expect(thread).toMatchObject({ findingId, state: "answered", isOwn: true, duty: "read" });
  expect(thread?.about).not.toBeNull();
  expect(thread?.may).toEqual({ write: true, settle: true, reopen: false });
  expect(thread?.messages.map(({ author, text, isOwn }) => [author, text, isOwn])).toEqual([
    [names.get(officer.actor.personId), "Which accounts are shared?\nAnd why?", true],
    [ofHospital.dialogue.otherName, "One, for service.", false],
    [names.get(officer.actor.personId), "Can it be disabled?", true],
    [ofHospital.dialogue.otherName, "Yes.", false],
  ]);
  const [same] = ofSupplier.dialogue.threads;
  expect(same).toMatchObject({ state: "answered", isOwn: false, duty: null });
  expect(same?.may).toEqual({ write: true, settle: false, reopen: false });
  expect(same?.messages.map(({ author }) => author)).toEqual([
    ...[ofSupplier.dialogue.otherName, names.get(supplier.actor.personId)],
    ...[ofSupplier.dialogue.otherName, names.get(supplier.actor.personId)],
  ]);
  expect(JSON.stringify(ofSupplier)).not.toContain(officer.actor.personId);

  accepted(await settleQuestion(later(officer, 4), place));
  expect(refusalOf(await writeMessage(supplier, { ...place, text: "More." }))).toEqual({
    code: "already-settled",
  });
  accepted(await reopenQuestion(later(officer, 5), place));
  expect((await seenBy(supplier, scene)).dialogue.threads[0]).toMatchObject({
    state: "open",
    duty: "answer",
  });

  const trail = await listAuditEntries(database().read, officer.actor.organisationId, { limit: 50 });
  expect(trail.filter(({ action }) => action.startsWith("question.")).map(({ action }) => action)).toEqual([
    ...["question.reopen", "question.settle", "question.write", "question.ask"],
  ]);
});

test("only who asked settles and opens again, and each of it once", async () => {
  const { officer, supplier, requestId } = await aScene();
  const { id: threadId } = accepted(await askQuestion(supplier, { requestId, text: "Which port?" }));
  const place = { requestId, threadId };
  expect(refusalOf(await settleQuestion(officer, place))).toEqual({ code: "not-the-asker" });
  expect(refusalOf(await reopenQuestion(supplier, place))).toEqual({ code: "not-settled" });
  accepted(await settleQuestion(supplier, place));
  expect(refusalOf(await settleQuestion(supplier, place))).toEqual({ code: "already-settled" });
  expect(refusalOf(await reopenQuestion(officer, place))).toEqual({ code: "not-the-asker" });
});

test("a finding must be one of the assessment as it was sent, of a declaration that this side may speak of", async () => {
  const { officer, supplier, requestId, declarationId, findingId } = await aScene();
  const asked = { requestId, declarationId, text: "Why?" };
  const unknown = { code: "unknown-finding" };
  expect(refusalOf(await askQuestion(officer, { ...asked, findingId: "ledger:10.0.0.7" }))).toEqual(unknown);
  expect(refusalOf(await askQuestion(officer, { ...asked, findingId, declarationId: undefined }))).toEqual(
    unknown,
  );
  const other = await aSignedDeclaration(supplier, { "CR 1.1": { value: "met" } }, "all-hospitals");
  await expect(askQuestion(officer, { ...asked, findingId, declarationId: other })).rejects.toMatchObject({
    code: "not-found",
  });
  const stranger = await aSupplierCaller(database(), "contributor", "signatory");
  const foreign = await aSignedDeclaration(stranger, { "CR 1.1": { value: "not-met" } });
  await expect(askQuestion(supplier, { ...asked, findingId, declarationId: foreign })).rejects.toMatchObject({
    code: "not-found",
  });
  const ofRequest = eq(dialogueThreads.requestId, requestId);
  expect(await database().read.$count(dialogueThreads, ofRequest)).toBe(0);
});

test("nobody else sees a thread or can touch it: another supplier, another hospital, another request", async () => {
  const scene = await aScene();
  const { officer, supplier, requestId } = scene;
  const { id: threadId } = accepted(await askQuestion(officer, { requestId, text: "Between us?" }));
  const elsewhere = await aScene();
  const strangers = [
    { caller: elsewhere.supplier, requestId },
    { caller: elsewhere.officer, requestId },
    { caller: officer, requestId: elsewhere.requestId },
    { caller: elsewhere.officer, requestId: elsewhere.requestId },
    { caller: elsewhere.supplier, requestId: elsewhere.requestId },
    { caller: supplier, requestId: randomUUID() },
  ];
  for (const { caller, requestId: of } of strangers)
    for (const step of [
      () => writeMessage(caller, { requestId: of, threadId, text: "Let me in" }),
      () => settleQuestion(caller, { requestId: of, threadId }),
      () => reopenQuestion(caller, { requestId: of, threadId }),
    ])
      await expect(step()).rejects.toMatchObject({ code: "not-found" });
  await expect(askQuestion(elsewhere.supplier, { requestId, text: "Hello" })).rejects.toMatchObject({
    code: "not-found",
  });
  expect((await seenBy(elsewhere.officer, elsewhere)).dialogue.threads).toEqual([]);
  expect((await seenBy(elsewhere.supplier, elsewhere)).dialogue.threads).toEqual([]);
});

test("an auditor reads and says nothing; nothing empty, overlong or deceptive is kept", async () => {
  const scene = await aScene();
  const { officer, requestId } = scene;
  const { organisationId } = officer.actor;
  const auditor = await aCaller(database(), { organisationId, kind: "hospital", roles: ["auditor"] });
  accepted(await askQuestion(officer, { requestId, text: "Anything?" }));
  const page = await seenBy(auditor, scene);
  expect(page.dialogue.mayAsk).toBe(false);
  expect(page.dialogue.threads[0]?.may).toEqual({ write: false, settle: false, reopen: false });
  await expect(askQuestion(auditor, { requestId, text: "Me too" })).rejects.toMatchObject({
    code: "forbidden",
  });
  for (const [text, error] of [
    ["   ", "required"],
    ["x".repeat(2001), "too-long"],
    ["right \u202e left", "deceptive-characters"],
  ])
    expect(refusalOf(await askQuestion(officer, { requestId, text }))).toEqual({
      code: "invalid-input",
      fields: { text: [error] },
    });
});

test("a closed request keeps what was said and takes nothing more", async () => {
  const scene = await aScene();
  const { officer, supplier, requestId } = scene;
  const { id: threadId } = accepted(await askQuestion(supplier, { requestId, text: "Still there?" }));
  accepted(await withdrawRequest(officer, { requestId }));
  expect(refusalOf(await askQuestion(supplier, { requestId, text: "Hello?" }))).toEqual({
    code: "request-closed",
  });
  expect(refusalOf(await writeMessage(officer, { requestId, threadId, text: "No" }))).toEqual({
    code: "request-closed",
  });
  const page = await seenBy(supplier, scene);
  expect(page.dialogue).toMatchObject({ isClosed: true, mayAsk: false });
  expect(page.dialogue.threads[0]).toMatchObject({ duty: null, may: { write: false, settle: true } });
  expect(
    (await presentHospitalOverview(officer)).sections.find(({ key }) => key === "questions")?.count,
  ).toBe(0);
});

test("there is an end to questions and to answers", async () => {
  const { officer, requestId } = await aScene();
  const { organisationId, personId } = officer.actor;
  const { id: threadId } = accepted(await askQuestion(officer, { requestId, text: "The first" }));
  await database().transaction(async (db) => {
    await db.insert(dialogueThreads).values(
      Array.from({ length: MAX_THREADS - 1 }, () => ({
        ...{ organisationId, id: randomUUID(), requestId, findingId: null, supplierId: null },
        ...{ declarationId: null, askedBy: "hospital" as const, state: "settled" as const },
        ...{ createdAt: NOW, updatedAt: NOW },
      })),
    );
    await db.insert(dialogueMessages).values(
      Array.from({ length: MAX_MESSAGES - 1 }, (_, n) => ({
        ...{ organisationId, threadId, number: n + 2, side: "hospital" as const, personId },
        ...{ text: "…", createdAt: NOW },
      })),
    );
  });
  const full = { code: "limit-reached" };
  expect(refusalOf(await askQuestion(officer, { requestId, text: "One more" }))).toEqual(full);
  expect(refusalOf(await writeMessage(officer, { requestId, threadId, text: "One more" }))).toEqual(full);
});

test("both overviews count what waits for that side alone", async () => {
  const { officer, supplier, requestId } = await aScene();
  const waiting = async () => {
    const hospital = (await presentHospitalOverview(officer)).sections.find(({ key }) => key === "questions");
    const own = (await presentSupplierOverview(supplier)).sections.find(({ key }) => key === "questions");
    return [hospital?.count, own?.count];
  };
  expect(await waiting()).toEqual([0, 0]);
  const { id: threadId } = accepted(await askQuestion(officer, { requestId, text: "To you" }));
  accepted(await askQuestion(supplier, { requestId, text: "To them" }));
  expect(await waiting()).toEqual([1, 1]);
  accepted(await writeMessage(supplier, { requestId, threadId, text: "Answered" }));
  expect(await waiting()).toEqual([2, 0]);
  accepted(await settleQuestion(officer, { requestId, threadId }));
  expect(await waiting()).toEqual([1, 0]);
});
