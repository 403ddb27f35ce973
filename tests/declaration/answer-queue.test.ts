import fc from "fast-check";
import { expect, test } from "vitest";
import {
  type AnswerQueue,
  newQueue,
  nextQueue,
  type QueueEvent,
  saveStateOf,
  sendable,
  shownAnswers,
} from "~/components/declaration/answer-queue";
import type { Answer, Answers } from "~/domain/declaration/declaration";

const met: Answer = { value: "met" };
const notMet: Answer = { value: "not-met" };
const saved = { type: "saved", saveVersion: 2, savedAt: "2026-11-21T10:00:00.000Z" } as const;

function after(queue: AnswerQueue, ...events: ReadonlyArray<QueueEvent>): AnswerQueue {
  return events.reduce(nextQueue, queue);
}
const answered = (requirementId: string, answer: Answer | null): QueueEvent => ({
  type: "answered",
  requirementId,
  answer,
});
const sent = (queue: AnswerQueue): QueueEvent => ({ type: "sent", changes: sendable(queue) });

test("an answer waits, goes out with what it replaces, and is settled once the server has it", () => {
  const waiting = after(newQueue({ "CR 1.1": notMet }, 1), answered("CR 1.1", met));
  expect(sendable(waiting)).toEqual([{ requirementId: "CR 1.1", before: notMet, answer: met }]);
  expect(saveStateOf(waiting)).toBe("unsaved");
  const settled = after(waiting, sent(waiting), saved);
  expect(settled).toMatchObject({ stored: { "CR 1.1": met }, pending: {}, saveVersion: 2 });
  expect(saveStateOf(settled)).toBe("saved");
});

test("a row changed back before it was sent needs no saving", () => {
  expect(after(newQueue({}, 1), answered("CR 1.1", met), answered("CR 1.1", null)).pending).toEqual({});
});

test("a row changed while it is on its way is sent again and replaces what was just saved", () => {
  const first = after(newQueue({}, 1), answered("CR 1.1", met));
  const settled = after(first, sent(first), answered("CR 1.1", notMet), saved);
  expect(sendable(settled)).toEqual([{ requirementId: "CR 1.1", before: met, answer: notMet }]);
  const takenBack = after(first, sent(first), answered("CR 1.1", null), saved);
  expect(sendable(takenBack)).toEqual([{ requirementId: "CR 1.1", before: met, answer: null }]);
});

test("a failure keeps everything and says so", () => {
  const waiting = after(newQueue({}, 1), answered("CR 1.1", met));
  const failed = after(waiting, sent(waiting), { type: "failed", problem: "unreachable" });
  expect(saveStateOf(failed)).toBe("failed");
  expect(sendable(after(failed, { type: "retried" }))).toEqual(sendable(waiting));
});

test("one's own answer from a request whose reply was lost is no dispute", () => {
  const first = after(newQueue({}, 1), answered("CR 1.1", met));
  const failed = { type: "failed", problem: "unreachable" } as const;
  const lost = after(first, sent(first), failed, answered("CR 1.1", notMet));
  const again = after(lost, sent(lost), {
    type: "conflicted",
    rows: [{ requirementId: "CR 1.1", stored: met }],
  });
  expect(again.conflicts).toEqual({});
  expect(sendable(again)).toEqual([{ requirementId: "CR 1.1", before: met, answer: notMet }]);
});

test("a disputed row waits for a choice while the others go on", () => {
  const waiting = after(newQueue({}, 1), answered("CR 1.1", met), answered("CR 1.3", met));
  const disputed = after(waiting, sent(waiting), {
    type: "conflicted",
    rows: [{ requirementId: "CR 1.1", stored: notMet }],
  });
  expect(sendable(disputed).map(({ requirementId }) => requirementId)).toEqual(["CR 1.3"]);
  expect(shownAnswers(disputed)["CR 1.1"]).toEqual(met);
  const mine = after(disputed, { type: "resolved", requirementId: "CR 1.1", keep: "mine" });
  expect(sendable(mine)).toContainEqual({ requirementId: "CR 1.1", before: notMet, answer: met });
  const theirs = after(disputed, { type: "resolved", requirementId: "CR 1.1", keep: "theirs" });
  expect(shownAnswers(theirs)["CR 1.1"]).toEqual(notMet);
});

test("a refused row waits until it is answered otherwise", () => {
  const waiting = after(newQueue({}, 1), answered("CR 1.1", met));
  const refused = after(waiting, sent(waiting), { type: "rejected", rows: { "CR 1.1": ["too-long"] } });
  expect(sendable(refused)).toEqual([]);
  expect(sendable(after(refused, answered("CR 1.1", notMet)))).toHaveLength(1);
});

test("an older page load does not undo what was saved since", () => {
  const waiting = after(newQueue({}, 1), answered("CR 1.1", met));
  const settled = after(waiting, sent(waiting), saved);
  expect(after(settled, { type: "refreshed", answers: {}, saveVersion: 1 })).toEqual(settled);
  const answers: Answers = { "CR 1.1": met, "CR 1.3": notMet };
  expect(after(settled, { type: "refreshed", answers, saveVersion: 3 }).stored).toEqual(answers);
});

test("what an earlier visit left is taken up, newer answers first", () => {
  const pending = { "CR 1.1": { before: null, answer: met }, "CR 1.3": { before: null, answer: met } };
  const queue = after(newQueue({ "CR 1.3": met }, 1), answered("CR 1.1", notMet), {
    type: "restored",
    pending,
  });
  expect(queue.pending).toEqual({ "CR 1.1": { before: null, answer: notMet } });
});

test("whatever happens, the last answer to a row is shown until the person gives it up", () => {
  const row = fc.constantFrom("CR 1.1", "CR 1.3");
  const answer = fc.constantFrom(met, notMet, null);
  const step = fc.oneof(
    fc.record({ kind: fc.constant("answer" as const), row, answer }),
    fc.record({ kind: fc.constantFrom("send", "saved", "failed", "conflict", "retry") }),
  );
  fc.assert(
    fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
      let queue = newQueue({}, 1);
      const last: Record<string, Answer | null> = {};
      for (const one of steps) {
        if ("row" in one) {
          last[one.row] = one.answer;
          queue = nextQueue(queue, answered(one.row, one.answer));
        } else queue = after(queue, ...toEvents(queue, one.kind));
      }
      for (const [id, wanted] of Object.entries(last))
        expect(shownAnswers(queue)[id] ?? null).toEqual(wanted);
    }),
    { numRuns: 2_000 },
  );
});

function toEvents(queue: AnswerQueue, kind: string): ReadonlyArray<QueueEvent> {
  if (kind === "retry") return [{ type: "retried" }];
  if (kind === "send") return queue.sending || sendable(queue).length === 0 ? [] : [sent(queue)];
  const [first] = queue.sending ?? [];
  if (!first) return [];
  if (kind === "failed") return [{ type: "failed", problem: "unreachable" }];
  if (kind === "saved") return [{ ...saved, saveVersion: queue.saveVersion + 1 }];
  return [{ type: "conflicted", rows: [{ requirementId: first.requirementId, stored: notMet }] }];
}
