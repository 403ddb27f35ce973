import { describe, expect, test } from "vitest";
import {
  allowedMoves,
  moveRequest,
  REQUEST_MOVES,
  REQUEST_STATES,
  type RequestMove,
  type RequestState,
} from "~/domain/procurement/request";
import { accept } from "~/domain/shared/result";

/** Every pair that is allowed; all others are refused. */
const TABLE: ReadonlyArray<[RequestState, RequestMove, "hospital" | "supplier", RequestState]> = [
  ["sent", "accept", "supplier", "accepted"],
  ["sent", "decline", "supplier", "declined"],
  ["sent", "withdraw", "hospital", "withdrawn"],
  ["accepted", "decline", "supplier", "declined"],
  ["accepted", "declare", "supplier", "declared"],
  ["accepted", "withdraw", "hospital", "withdrawn"],
  ["declared", "declare", "supplier", "declared"],
  ["declared", "decide", "hospital", "decided"],
  ["declared", "return-for-changes", "hospital", "accepted"],
  ["declared", "withdraw", "hospital", "withdrawn"],
  ["decided", "decide", "hospital", "decided"],
  ["decided", "return-for-changes", "hospital", "accepted"],
];

describe.each(REQUEST_STATES)("a request that is %s", (state) => {
  for (const move of REQUEST_MOVES)
    for (const side of ["hospital", "supplier"] as const) {
      const allowed = TABLE.find(([from, by, who]) => from === state && by === move && who === side);
      test(`${side} may ${allowed ? "" : "not "}${move}`, () => {
        const moved = moveRequest(state, move, side);
        if (allowed) expect(moved).toEqual(accept(allowed[3]));
        else expect(moved.ok).toBe(false);
      });
    }

  test("offers exactly the moves that work", () => {
    for (const side of ["hospital", "supplier"] as const)
      expect([...allowedMoves(state, side)].sort()).toEqual(
        TABLE.filter(([from, , who]) => from === state && who === side)
          .map(([, move]) => move)
          .sort(),
      );
  });
});

test("a refusal says whether the side or the state was wrong", () => {
  expect(moveRequest("sent", "accept", "hospital")).toMatchObject({
    refusal: { code: "wrong-side", by: "supplier" },
  });
  expect(moveRequest("declined", "accept", "supplier")).toMatchObject({
    refusal: { code: "not-in-this-state", state: "declined" },
  });
});
