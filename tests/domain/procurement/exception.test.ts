import { describe, expect, test } from "vitest";
import {
  type Acceptance,
  allowedExceptionMoves,
  EXCEPTION_MOVES,
  EXCEPTION_STATES,
  type ExceptionMove,
  type ExceptionState,
  isInForceOn,
  latestExpiry,
  mayBeExtended,
  moveException,
  uncoveredGaps,
} from "~/domain/procurement/exception";
import {
  EXCEPTION_STANDINGS,
  exceptionStandingOn,
  isStandingInForce,
  MAX_REVIEWS,
  nextReviewOn,
  plannedReviews,
  type Reviewed,
  reviewException,
} from "~/domain/procurement/exception-review";
import { addDays } from "~/domain/shared/iso-date";
import { accept, refuse } from "~/domain/shared/result";

const DAY = "2026-11-22";
const PEOPLE = ["requester", "lead", "engineer"] as const;
const by = (personId: string, asOf = DAY) => ({ personId, isLead: personId === "lead", asOf });

function an(state: ExceptionState, overrides: Partial<Reviewed> = {}): Reviewed {
  return {
    state,
    requestedBy: "requester",
    grantedOn: state === "granted" || state === "revoked" ? DAY : null,
    expiresOn: addDays(DAY, 200),
    supersededBy: null,
    reviewEveryDays: 90,
    reviewedOn: [],
    ...overrides,
  };
}

/** Every move that is allowed; all others are refused. */
const TABLE: ReadonlyArray<[ExceptionState, ExceptionMove, string, ExceptionState]> = [
  ["requested", "grant", "lead", "granted"],
  ["requested", "refuse", "lead", "refused"],
  ["requested", "withdraw", "requester", "withdrawn"],
  ["granted", "revoke", "lead", "revoked"],
];

describe.each(EXCEPTION_STATES)("an exception that is %s", (state) => {
  for (const move of EXCEPTION_MOVES)
    for (const person of PEOPLE) {
      const allowed = TABLE.find(([from, made, who]) => from === state && made === move && who === person);
      test(`the ${person} may ${allowed ? "" : "not "}${move}`, () => {
        const moved = moveException(an(state), move, by(person));
        if (allowed) expect(moved).toEqual(accept(allowed[3]));
        else expect(moved.ok).toBe(false);
      });
    }

  test("offers exactly the moves that work", () => {
    for (const person of PEOPLE)
      expect([...allowedExceptionMoves(an(state), by(person))]).toEqual(
        TABLE.filter(([from, , who]) => from === state && who === person).map(([, move]) => move),
      );
  });

  test("can be extended only where it is granted and nothing has taken its place", () => {
    expect(mayBeExtended(an(state))).toBe(state === "granted");
    expect(mayBeExtended(an(state, { supersededBy: "later" }))).toBe(false);
  });
});

test("a refusal says whether the state, the person or the day was wrong", () => {
  const outcomes = [
    moveException(an("refused"), "grant", by("lead")),
    moveException(an("requested", { requestedBy: "lead" }), "grant", by("lead")),
    moveException(an("requested", { requestedBy: "lead" }), "refuse", by("lead")),
    moveException(an("requested"), "withdraw", by("lead")),
    moveException(an("requested"), "grant", by("engineer")),
    moveException(an("requested", { expiresOn: addDays(DAY, -1) }), "grant", by("lead")),
    moveException(an("granted", { supersededBy: "later" }), "revoke", by("lead")),
  ];
  expect(outcomes).toEqual([
    refuse({ code: "not-in-this-state", move: "grant", state: "refused" }),
    refuse({ code: "same-person" }),
    refuse({ code: "same-person" }),
    refuse({ code: "not-yours" }),
    refuse({ code: "not-a-lead" }),
    refuse({ code: "last-day-passed", expiresOn: addDays(DAY, -1) }),
    refuse({ code: "superseded" }),
  ]);
});

test("a lead revokes what they asked for themselves: ending an acceptance needs no second person", () => {
  expect(moveException(an("granted", { requestedBy: "lead" }), "revoke", by("lead"))).toEqual(
    accept("revoked"),
  );
});

test("on its last day a request can still be granted, afterwards only refused or withdrawn", () => {
  const request = an("requested", { expiresOn: DAY });
  expect(allowedExceptionMoves(request, by("lead"))).toEqual(["grant", "refuse"]);
  expect(allowedExceptionMoves(request, by("lead", addDays(DAY, 1)))).toEqual(["refuse"]);
  expect(allowedExceptionMoves(request, by("requester", addDays(DAY, 1)))).toEqual(["withdraw"]);
});

test.each([
  ["the day before the grant", {}, addDays(DAY, -1), false],
  ["the day of the grant", {}, DAY, true],
  ["its last day", { expiresOn: addDays(DAY, 9) }, addDays(DAY, 9), true],
  ["the day after its last", { expiresOn: addDays(DAY, 9) }, addDays(DAY, 10), false],
  ["superseded", { supersededBy: "later" }, DAY, false],
  ["without a day of grant", { grantedOn: null }, DAY, false],
] as const)("in force or not: %s", (_case, overrides, asOf, expected) => {
  expect(isInForceOn(an("granted", overrides), asOf)).toBe(expected);
});

const GAPS = [
  { key: "CR 1.1", substance: "not-met" },
  { key: "updates-are-signed:update", substance: "a1" },
];
const PAIR = { modelId: "model", zoneId: "imaging", releaseId: "release" };
const acceptance = (overrides: Partial<Acceptance> = {}): Acceptance => ({
  ...an("granted"),
  ...PAIR,
  gaps: GAPS,
  ...overrides,
});

test.each([
  ["both gaps", {}, []],
  ["one gap alone", { gaps: GAPS.slice(0, 1) }, ["updates-are-signed:update"]],
  [
    "a gap that was another one when it was accepted",
    { gaps: [{ key: "CR 1.1", substance: "not-applicable-without-reason" }] },
    ["CR 1.1", "updates-are-signed:update"],
  ],
  ["another zone", { zoneId: "archive" }, ["CR 1.1", "updates-are-signed:update"]],
  ["another release", { releaseId: "other" }, ["CR 1.1", "updates-are-signed:update"]],
  ["another model", { modelId: "other" }, ["CR 1.1", "updates-are-signed:update"]],
  ["what is only asked for", { state: "requested" }, ["CR 1.1", "updates-are-signed:update"]],
] as const)("an exception for %s leaves what it does not cover", (_case, overrides, left) => {
  expect(uncoveredGaps(GAPS, [acceptance(overrides)], PAIR, DAY).map(({ key }) => key)).toEqual(left);
});

test("several exceptions cover together what none covers alone", () => {
  const [first, second] = GAPS.map((gap) => acceptance({ gaps: [gap] }));
  expect(
    uncoveredGaps(
      GAPS,
      [first, second].flatMap((one) => one ?? []),
      PAIR,
      DAY,
    ),
  ).toEqual([]);
  expect(uncoveredGaps(GAPS, [], PAIR, DAY)).toEqual(GAPS);
});

test("an exception lasts two years at most", () => {
  expect(latestExpiry("2026-11-22")).toBe("2028-11-21");
});

test.each([
  ["counted from the grant", {}, addDays(DAY, 90)],
  ["counted from the latest review", { reviewedOn: [addDays(DAY, 80), addDays(DAY, 20)] }, addDays(DAY, 170)],
  ["no review where its last day comes first", { reviewedOn: [addDays(DAY, 150)] }, null],
  ["on its last day there is one", { expiresOn: addDays(DAY, 90) }, addDays(DAY, 90)],
  ["none before the grant", { grantedOn: null }, null],
] as const)("the next review: %s", (_case, overrides, expected) => {
  expect(nextReviewOn(an("granted", overrides))).toBe(expected);
});

test("planned reviews are the days from the grant to the last day", () => {
  const rhythm = { expiresOn: addDays(DAY, 200), reviewEveryDays: 90 };
  expect(plannedReviews(DAY, rhythm)).toEqual([addDays(DAY, 90), addDays(DAY, 180)]);
  expect(plannedReviews(DAY, { ...rhythm, expiresOn: addDays(DAY, 89) })).toEqual([]);
});

test("only what is in force is reviewed, and not without end", () => {
  expect(reviewException(an("granted"), DAY)).toEqual(accept(DAY));
  expect(reviewException(an("revoked"), DAY)).toEqual(refuse({ code: "not-in-force" }));
  const often = an("granted", { reviewedOn: Array.from({ length: MAX_REVIEWS }, () => DAY) });
  expect(reviewException(often, DAY)).toEqual(refuse({ code: "too-many-reviews" }));
});

test.each([
  [an("requested", { expiresOn: "2020-01-01" }), "requested"],
  [an("refused"), "refused"],
  [an("withdrawn"), "withdrawn"],
  [an("revoked"), "revoked"],
  [an("granted"), "in-force"],
  [an("granted", { expiresOn: addDays(DAY, 31) }), "in-force"],
  [an("granted", { expiresOn: addDays(DAY, 30) }), "expiring"],
  [an("granted", { expiresOn: DAY }), "expiring"],
  [an("granted", { expiresOn: addDays(DAY, -1) }), "expired"],
  [an("granted", { grantedOn: addDays(DAY, -90) }), "in-force"],
  [an("granted", { grantedOn: addDays(DAY, -91) }), "review-overdue"],
  [an("granted", { grantedOn: addDays(DAY, -91), reviewedOn: [addDays(DAY, -1)] }), "in-force"],
  [an("granted", { grantedOn: addDays(DAY, -91), expiresOn: addDays(DAY, 9) }), "review-overdue"],
  [an("granted", { supersededBy: "later" }), "superseded"],
] as const)("standing %#", (exception, standing) => {
  expect(exceptionStandingOn(exception, DAY)).toBe(standing);
  expect(EXCEPTION_STANDINGS).toContain(standing);
  expect(isStandingInForce(standing)).toBe(isInForceOn(exception, DAY));
});
