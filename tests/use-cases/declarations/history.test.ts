import { expect, test } from "vitest";
import { presentDeclarationHistory } from "~/presenters/present-declaration-history.server";
import { acceptRequest } from "~/use-cases/declarations/accept-request.server";
import { answerRequest } from "~/use-cases/declarations/answer-request.server";
import { answerRequirements } from "~/use-cases/declarations/answer-requirements.server";
import { createDeclaration } from "~/use-cases/declarations/create-declaration.server";
import { saveFacts } from "~/use-cases/declarations/save-facts.server";
import { shareDeclaration } from "~/use-cases/declarations/share-declaration.server";
import { withdrawDeclaration } from "~/use-cases/declarations/withdraw-declaration.server";
import type { Caller } from "~/use-cases/use-case.server";
import { findDeclaration } from "~db/repositories/declarations";
import { aDatabase, aHospitalCaller, aSupplierCaller, NOW } from "../../builders/database";
import { accepted, aRequest, aSignedDeclaration, sign } from "../../builders/declaration";

const database = aDatabase();

const later = (caller: Caller, minutes: number): Caller => ({
  ...caller,
  now: new Date(NOW.getTime() + minutes * 60_000),
});

const historyOf = (caller: Caller, declarationId: string, over: Record<string, unknown> = {}) =>
  presentDeclarationHistory(caller, { declarationId, before: undefined, compare: null, ...over });

const kinds = (page: Awaited<ReturnType<typeof historyOf>>) =>
  page.entries.map(({ version, change }) => [version, change.kind]);

/** The next version of a release, with one answer more, signed. */
async function nextVersion(caller: Caller, signedId: string) {
  const { organisationId } = caller.actor;
  const { releaseId = "" } = (await findDeclaration(database().read, organisationId, signedId)) ?? {};
  const { id } = accepted(await createDeclaration(caller, { releaseId }));
  const changes = [{ requirementId: "CR 2.1", before: null, answer: { value: "not-met" as const } }];
  accepted(await answerRequirements(caller, { declarationId: id, changes }));
  const facts = { aiFunction: "none" as const };
  accepted(await saveFacts(caller, { declarationId: id, group: "ai", before: {}, facts }));
  return sign(caller, id);
}

test("the history tells of every version who began, answered, stated, signed, shared, sent and withdrew", async () => {
  const caller = await aSupplierCaller(database(), "administrator", "contributor", "signatory");
  const first = await aSignedDeclaration(caller);
  const second = await nextVersion(later(caller, 60), first);
  const sharing = later(caller, 120);
  accepted(await shareDeclaration(sharing, { declarationId: second, visibility: "all-hospitals" }));
  const hospital = await aHospitalCaller(database(), "procurement-officer");
  const requestId = await aRequest(hospital, caller.actor.organisationId);
  accepted(await acceptRequest(later(caller, 125), { requestId }));
  accepted(await answerRequest(later(caller, 130), { requestId, declarationId: second }));
  const withdrawn = { declarationId: second, reason: "A fault." };
  accepted(await withdrawDeclaration(later(caller, 140), withdrawn));
  const page = await historyOf(caller, first);
  expect(kinds(page)).toEqual([
    [2, "withdrawn"],
    [2, "sent"],
    [2, "shared"],
    [2, "signed"],
    [2, "facts"],
    [2, "answers"],
    [2, "created"],
    [1, "signed"],
    [1, "answers"],
    [1, "created"],
  ]);
  expect(page.entries.every(({ personName }) => personName !== null)).toBe(true);
  expect(page.entries[0]).toMatchObject({ at: later(caller, 140).now.toISOString() });
  expect(await historyOf(caller, second)).toMatchObject({ entries: page.entries });
});

test("what is answered in one sitting is told once, with its rows", async () => {
  const caller = await aSupplierCaller(database(), "contributor", "signatory");
  const first = await aSignedDeclaration(caller);
  const { releaseId = "" } =
    (await findDeclaration(database().read, caller.actor.organisationId, first)) ?? {};
  const { id } = accepted(await createDeclaration(later(caller, 1), { releaseId }));
  const answer = { value: "met" as const };
  for (const [place, requirementId] of ["CR 2.1", "CR 2.8", "CR 3.1"].entries())
    accepted(
      await answerRequirements(later(caller, 10 + place), {
        declarationId: id,
        changes: [{ requirementId, before: null, answer }],
      }),
    );
  const [told, created] = (await historyOf(caller, id)).entries;
  expect(told?.change).toEqual({ kind: "answers", requirementIds: ["CR 2.1", "CR 2.8", "CR 3.1"] });
  expect([told?.since, told?.at]).toEqual([10, 12].map((minute) => later(caller, minute).now.toISOString()));
  expect(created?.change.kind).toBe("created");
});

test("any two signed versions are held against each other, drafts and unknown numbers are not", async () => {
  const caller = await aSupplierCaller(database(), "contributor", "signatory");
  const first = await aSignedDeclaration(caller);
  const second = await nextVersion(caller, first);
  const { releaseId = "" } =
    (await findDeclaration(database().read, caller.actor.organisationId, first)) ?? {};
  accepted(await createDeclaration(caller, { releaseId }));
  const compared = async (from: number, to: number) =>
    (await historyOf(caller, second, { compare: { from, to } })).compared;
  expect(await compared(1, 2)).toMatchObject({
    ...{ from: 1, to: 2 },
    difference: {
      answers: [{ id: "CR 2.1", before: null, after: { value: "not-met" } }],
      facts: [{ key: "aiFunction", before: undefined, after: "none" }],
    },
  });
  expect(await compared(2, 1)).toMatchObject({ difference: { answers: [{ after: null }] } });
  expect(await compared(1, 3)).toBeNull();
  expect(await compared(1, 9)).toBeNull();
  expect((await historyOf(caller, second)).signed.map(({ version }) => version)).toEqual([2, 1]);
});

test("other suppliers and hospitals read nothing of it, and older entries come page by page", async () => {
  const caller = await aSupplierCaller(database(), "contributor", "signatory");
  const first = await aSignedDeclaration(caller, undefined, "all-hospitals");
  const stranger = await aSupplierCaller(database(), "contributor");
  await expect(historyOf(stranger, first)).rejects.toMatchObject({ code: "not-found" });
  const hospital = await aHospitalCaller(database(), "procurement-officer");
  await expect(historyOf(hospital, first)).rejects.toMatchObject({ code: "forbidden" });
  const { entries, next } = await historyOf(caller, first);
  expect([entries.length, next]).toEqual([3, null]);
  const before = entries[0]?.sequence;
  expect((await historyOf(caller, first, { before })).entries).toEqual(entries.slice(1));
});
