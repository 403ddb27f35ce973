import fc from "fast-check";
import { expect, test } from "vitest";
import type { Verdict } from "~/domain/assessment/assessment";
import { VERDICTS } from "~/domain/assessment/verdict";
import { completeCondition, conditionState, type TrackedCondition } from "~/domain/procurement/condition";
import {
  DECISION_KINDS,
  type Decision,
  type DecisionKind,
  decide,
  requestMoveOf,
} from "~/domain/procurement/decision";
import { moveRequest, type RequestState } from "~/domain/procurement/request";
import { addDays } from "~/domain/shared/iso-date";

const DAY = "2026-11-22";

/** One of these, as often as the number says. */
function often<Name extends string | number>(weights: Readonly<Record<Name, number>>): fc.Arbitrary<Name> {
  const names = Object.keys(weights) as Array<Name>;
  return fc.oneof(...names.map((name) => ({ weight: weights[name], arbitrary: fc.constant(name) })));
}

const attempt = fc.record({
  does: often({ decide: 8, answer: 4, accept: 4, judge: 2, except: 2, complete: 2, withdraw: 1 }),
  kind: fc.constantFrom(...DECISION_KINDS),
  verdict: fc.constantFrom(...VERDICTS),
  /** How many assessments ago the person looked at the screen. */
  seenAgo: often({ 0: 5, 1: 1 }).map(Number),
  conditions: fc.array(fc.record({ named: fc.boolean(), dueIn: fc.integer({ min: -1, max: 5 }) }), {
    maxLength: 2,
  }),
  isReasoned: fc.boolean(),
  which: fc.nat(7),
  days: fc.nat(3),
});

/** What has happened, as a clerk would write it down: the reference that the core is held against. */
type Entry =
  | { what: "answer" | "accept" | "withdraw" }
  | { what: "judge"; verdict: Verdict }
  | { what: "except"; isCovered: boolean }
  | { what: "decide"; kind: DecisionKind; judged: number; day: number };

/** Where the request stands by the log alone. */
function requestOf(log: ReadonlyArray<Entry>): RequestState {
  const last = log.findLast(({ what }) => what !== "judge" && what !== "except");
  switch (last?.what) {
    case undefined:
      return "sent";
    case "answer":
      return "declared";
    case "withdraw":
      return "withdrawn";
    case "decide":
      return last.kind === "return-for-changes" ? "accepted" : "decided";
    case "accept":
    case "judge":
    case "except":
      return "accepted";
  }
}

type Wanted = {
  kind: DecisionKind;
  seen: number;
  conditions: ReadonlyArray<{ named: boolean; dueIn: number }>;
  isReasoned: boolean;
};

/** Word for word what the brief says of a decision. */
function isLawful(log: ReadonlyArray<Entry>, { kind, seen, conditions, isReasoned }: Wanted): boolean {
  const judgements = log.filter((entry) => entry.what === "judge");
  const verdict = judgements.at(-1)?.verdict;
  const isCovered = log.findLast((entry) => entry.what === "except")?.isCovered ?? false;
  const isFresh = seen === judgements.length - 1;
  const isWhole = conditions.every(({ named, dueIn }) => named && dueIn >= 0);
  if (!isFresh) return false;
  switch (kind) {
    case "approve":
      return verdict === "conforms" && conditions.length === 0;
    case "approve-with-conditions":
      return (
        conditions.length > 0 && isWhole && (verdict !== "does-not-conform" || (isCovered && isReasoned))
      );
    case "reject":
    case "return-for-changes":
      return conditions.length === 0 && isReasoned;
  }
}

test("whatever is tried in whatever order: only what is fresh and lawful is decided, the request follows, and what was decided stays as it was", () => {
  let accepted = 0;
  fc.assert(
    fc.property(fc.array(attempt, { minLength: 12, maxLength: 40 }), (attempts) => {
      const log: Array<Entry> = [{ what: "judge", verdict: "conforms" }];
      const decided: Array<{ decision: Decision; asMade: string }> = [];
      const tracked: Array<TrackedCondition> = [];
      let state: RequestState = "sent";
      let today = 0;
      const dayOf = (days: number) => addDays(DAY, days);
      for (const { does, kind, verdict, seenAgo, conditions, isReasoned, which, days } of attempts) {
        today += days;
        expect(state).toBe(requestOf(log));
        const judgements = log.filter((entry) => entry.what === "judge");
        const current = judgements.at(-1)?.verdict ?? "conforms";
        if (does === "judge") log.push({ what: "judge", verdict });
        else if (does === "except") log.push({ what: "except", isCovered: isReasoned });
        else if (does === "accept" || does === "answer" || does === "withdraw") {
          const side = does === "withdraw" ? "hospital" : "supplier";
          const moved = moveRequest(state, does === "answer" ? "declare" : does, side);
          const before = requestOf(log);
          const isOpen = {
            accept: before === "sent",
            answer: before === "accepted" || before === "declared",
            withdraw: before === "sent" || before === "accepted" || before === "declared",
          };
          expect(moved.ok).toBe(isOpen[does]);
          if (!moved.ok) continue;
          state = moved.value;
          log.push({ what: does });
        } else if (does === "complete") {
          const condition = tracked[which % Math.max(1, tracked.length)];
          if (!condition) continue;
          const done = completeCondition(condition, dayOf(today));
          expect(done.ok).toBe(condition.completedOn === null);
          if (!done.ok) continue;
          tracked[tracked.indexOf(condition)] = done.value;
          expect(conditionState(done.value, dayOf(today))).toBe("completed");
        } else {
          const seen = Math.max(0, judgements.length - 1 - seenAgo);
          const isCovered = log.findLast((entry) => entry.what === "except")?.isCovered ?? false;
          const outcome = decide({
            assessment: { fingerprint: `f${judgements.length - 1}`, verdict: current },
            uncovered: isCovered ? [] : ["CR 1.1"],
            seenFingerprint: `f${seen}`,
            kind,
            conditions: conditions.map(({ named, dueIn }) => ({
              ...{ text: "Segment the port", owner: named ? "Network team" : " " },
              dueDate: dayOf(today + dueIn),
            })),
            reason: isReasoned ? "It has to work on Monday" : " ",
            decidedOn: dayOf(today),
          });
          expect(outcome.ok).toBe(isLawful(log, { kind, seen, conditions, isReasoned }));
          const moved = moveRequest(state, requestMoveOf(kind), "hospital");
          expect(moved.ok).toBe(["declared", "decided"].includes(requestOf(log)));
          // Both or neither: the use case makes them in one transaction.
          if (!outcome.ok || !moved.ok) continue;
          accepted += 1;
          state = moved.value;
          log.push({ what: "decide", kind, judged: judgements.length - 1, day: today });
          decided.push({ decision: outcome.value, asMade: JSON.stringify(outcome.value) });
          tracked.push(...outcome.value.conditions);
        }
      }
      const written = log.filter((entry) => entry.what === "decide");
      expect(
        decided.map(({ decision }) => [decision.kind, decision.fingerprint, decision.decidedOn]),
      ).toEqual(written.map(({ kind, judged, day }) => [kind, `f${judged}`, dayOf(day)]));
      for (const { decision, asMade } of decided) expect(JSON.stringify(decision)).toBe(asMade);
    }),
    { numRuns: 10_000 },
  );
  expect(accepted, "sequences reach decisions").toBeGreaterThan(1_000);
});
