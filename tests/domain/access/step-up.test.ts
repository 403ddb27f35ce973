import { expect, test } from "vitest";
import { ACTIONS, type Action, needsStepUp } from "~/domain/access/permissions";
import { isSteppedUp, partStepUp, STEP_UP_MS } from "~/domain/access/step-up";

const GIVEN = new Date("2026-11-21T08:00:00.000Z");
const after = (ms: number) => new Date(GIVEN.getTime() + ms);

test.each([
  ["at the same moment", 0, true],
  ["a minute later", 60_000, true],
  ["one millisecond before a quarter of an hour", STEP_UP_MS - 1, true],
  ["after a quarter of an hour", STEP_UP_MS, false],
  ["a day later", 24 * 60 * 60_000, false],
  ["with the clock set back by a millisecond", -1, false],
  ["with the clock set back by a year", -365 * 24 * 60 * 60_000, false],
])("%s a password proves who is there: %s", (_when, ms, proves) => {
  expect(isSteppedUp({ passwordGivenAt: GIVEN }, after(ms))).toBe(proves);
});

test("a session that does not know when the password was given proves nothing", () => {
  expect(isSteppedUp({ passwordGivenAt: null }, GIVEN)).toBe(false);
});

test("a moment that is none proves nothing", () => {
  expect(isSteppedUp({ passwordGivenAt: new Date(Number.NaN) }, GIVEN)).toBe(false);
  expect(isSteppedUp({ passwordGivenAt: GIVEN }, new Date(Number.NaN))).toBe(false);
});

const isExport = (action: Action) => action.endsWith(".export");

test("every file that leaves the portal needs the password", () => {
  const exports = ACTIONS.filter(isExport);
  expect(exports.length).toBeGreaterThan(10);
  expect(exports.filter((action) => !needsStepUp(action))).toEqual([]);
});

test("so does what binds an organisation, lets somebody in or makes a key, and nothing that only reads", () => {
  expect(ACTIONS.filter((action) => needsStepUp(action) && !isExport(action)).toSorted()).toEqual([
    "calendar-feed.make",
    "countermeasure.decide",
    "decision.record",
    "declaration.sign",
    "exception.decide",
    "exception.revoke",
    "member.invite",
    "member.update",
    "revision.approve",
  ]);
});

test("what the password field tells and what the rest of the page tells never mix", () => {
  const wrong = { code: "step-up", reason: "wrong-password" } as const;
  const stale = { code: "stale-draft" } as const;
  expect(partStepUp(wrong, true)).toEqual({ stepUp: { isNeeded: true, refusal: wrong }, refusal: undefined });
  expect(partStepUp(stale, false)).toEqual({
    stepUp: { isNeeded: false, refusal: undefined },
    refusal: stale,
  });
});
