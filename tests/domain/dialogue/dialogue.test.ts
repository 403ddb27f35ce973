import { expect, test } from "vitest";
import {
  allowedThreadMoves,
  duty,
  moveThread,
  type Side,
  THREAD_STATES,
  type ThreadMove,
  type ThreadState,
} from "~/domain/dialogue/dialogue";

const SIDES = ["hospital", "supplier"] as const;
const MOVES = ["write", "settle", "reopen"] as const;
const other = (side: Side): Side => (side === "hospital" ? "supplier" : "hospital");

/** What comes of a move, seen from the side that asked. */
const OF_ASKER: Record<ThreadMove, Record<ThreadState, string>> = {
  write: { open: "open", answered: "open", settled: "already-settled" },
  settle: { open: "settled", answered: "settled", settled: "already-settled" },
  reopen: { open: "not-settled", answered: "not-settled", settled: "open" },
};
const OF_ASKED: Record<ThreadMove, Record<ThreadState, string>> = {
  write: { open: "answered", answered: "answered", settled: "already-settled" },
  settle: { open: "not-the-asker", answered: "not-the-asker", settled: "not-the-asker" },
  reopen: { open: "not-the-asker", answered: "not-the-asker", settled: "not-the-asker" },
};

test.each(SIDES)(
  "whoever asked says when it is settled, whoever was asked can only answer (%s)",
  (askedBy) => {
    for (const move of MOVES)
      for (const state of THREAD_STATES)
        for (const [side, table] of [
          [askedBy, OF_ASKER],
          [other(askedBy), OF_ASKED],
        ] as const) {
          const moved = moveThread({ state, askedBy }, move, side);
          expect([move, state, side, moved.ok ? moved.value : moved.refusal.code]).toEqual([
            ...[move, state, side],
            table[move][state],
          ]);
          expect(allowedThreadMoves({ state, askedBy }, side).includes(move)).toBe(moved.ok);
        }
  },
);

test("an open question waits for the other side, an answer for the side that asked, a settled one for nobody", () => {
  const duties = SIDES.flatMap((askedBy) =>
    THREAD_STATES.flatMap((state) => SIDES.map((side) => duty({ state, askedBy }, side))),
  );
  expect(duties).toEqual([
    ...[null, "answer", "read", null, null, null],
    ...["answer", null, null, "read", null, null],
  ]);
});
