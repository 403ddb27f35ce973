import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  allowedMoves,
  COUNTERMEASURE_MOVES,
  COUNTERMEASURE_STATES,
  type Countermeasure,
  type CountermeasureMove,
  type CountermeasureState,
  countsOn,
  EXPIRING_WITHIN_DAYS,
  moveCountermeasure,
  standingOn,
} from "~/domain/countermeasure/countermeasure";
import { addDays } from "~/domain/shared/iso-date";
import { accept, refuse } from "~/domain/shared/result";
import { COUNTERMEASURE_STATES as STORED_STATES } from "~db/schema";

const DAY = "2026-11-21";
const PEOPLE = ["proposer", "lead", "engineer"] as const;
const isLead = (personId: string) => personId === "lead";
const by = (personId: string, asOf = DAY) => ({ personId, isLead: isLead(personId), asOf });
const an = (state: CountermeasureState, overrides: Partial<Countermeasure> = {}): Countermeasure => ({
  state,
  proposedBy: "proposer",
  expiresOn: null,
  ...overrides,
});

/** Every move that is allowed; all others are refused. */
const TABLE: ReadonlyArray<[CountermeasureState, CountermeasureMove, string, CountermeasureState]> = [
  ["proposed", "accept", "lead", "accepted"],
  ["proposed", "accept", "engineer", "accepted"],
  ["proposed", "refuse", "lead", "refused"],
  ["proposed", "refuse", "engineer", "refused"],
  ["proposed", "withdraw", "proposer", "withdrawn"],
  ["proposed", "withdraw", "lead", "withdrawn"],
  ["accepted", "withdraw", "proposer", "withdrawn"],
  ["accepted", "withdraw", "lead", "withdrawn"],
];

describe.each(COUNTERMEASURE_STATES)("an entry that is %s", (state) => {
  for (const move of COUNTERMEASURE_MOVES)
    for (const person of PEOPLE) {
      const allowed = TABLE.find(([from, made, who]) => from === state && made === move && who === person);
      test(`the ${person} may ${allowed ? "" : "not "}${move}`, () => {
        const moved = moveCountermeasure(an(state), move, by(person));
        if (allowed) expect(moved).toEqual(accept(allowed[3]));
        else expect(moved.ok).toBe(false);
      });
    }

  test("offers exactly the moves that work", () => {
    for (const person of PEOPLE)
      expect([...allowedMoves(an(state), by(person))].sort()).toEqual(
        TABLE.filter(([from, , who]) => from === state && who === person)
          .map(([, move]) => move)
          .sort(),
      );
  });
});

test("a refusal says whether the state, the person or the day was wrong", () => {
  expect(moveCountermeasure(an("refused"), "accept", by("lead"))).toEqual(
    refuse({ code: "not-in-this-state", move: "accept", state: "refused" }),
  );
  expect(moveCountermeasure(an("proposed"), "accept", by("proposer"))).toEqual(
    refuse({ code: "same-person" }),
  );
  expect(moveCountermeasure(an("accepted"), "withdraw", by("engineer"))).toEqual(
    refuse({ code: "not-yours" }),
  );
  const late = an("proposed", { expiresOn: "2026-11-20" });
  expect(moveCountermeasure(late, "accept", by("lead"))).toEqual(
    refuse({ code: "last-day-passed", expiresOn: "2026-11-20" }),
  );
});

test("on its last day a proposal can still be accepted, afterwards only refused or withdrawn", () => {
  const proposal = an("proposed", { expiresOn: DAY });
  expect(moveCountermeasure(proposal, "accept", by("lead")).ok).toBe(true);
  expect(allowedMoves(proposal, by("lead", addDays(DAY, 1)))).toEqual(["refuse", "withdraw"]);
});

test("a lead who proposes is a proposer: somebody else accepts", () => {
  const own = an("proposed", { proposedBy: "lead" });
  expect(allowedMoves(own, by("lead"))).toEqual(["withdraw"]);
});

test.each([
  ["proposed", null, "proposed", false],
  ["proposed", "2020-01-01", "proposed", false],
  ["refused", null, "refused", false],
  ["withdrawn", null, "withdrawn", false],
  ["accepted", null, "in-force", true],
  ["accepted", addDays(DAY, EXPIRING_WITHIN_DAYS + 1), "in-force", true],
  ["accepted", addDays(DAY, EXPIRING_WITHIN_DAYS), "expiring", true],
  ["accepted", DAY, "expiring", true],
  ["accepted", addDays(DAY, -1), "expired", false],
] as const)("%s until %s stands as %s", (state, expiresOn, standing, counts) => {
  expect(standingOn({ state, expiresOn }, DAY)).toBe(standing);
  expect(countsOn({ state, expiresOn }, DAY)).toBe(counts);
});

test("whatever is tried in whatever order: nobody accepts what they proposed, what ended never counts again", () => {
  const day = fc.integer({ min: -40, max: 40 }).map((days) => addDays(DAY, days));
  const attempt = fc.record({
    move: fc.constantFrom(...COUNTERMEASURE_MOVES),
    person: fc.constantFrom(...PEOPLE),
    asOf: day,
  });
  const given = fc.record({
    proposedBy: fc.constantFrom(...PEOPLE),
    expiresOn: fc.option(day),
    attempts: fc.array(attempt, { maxLength: 8 }),
  });
  fc.assert(
    fc.property(given, ({ proposedBy, expiresOn, attempts }) => {
      let entry: Countermeasure = { state: "proposed", proposedBy, expiresOn };
      let hasEnded = false;
      for (const { move, person, asOf } of attempts) {
        const before = entry;
        const moved = moveCountermeasure(entry, move, by(person, asOf));
        entry = moved.ok ? { ...entry, state: moved.value } : entry;
        if (before.state === "proposed" && entry.state === "accepted") {
          expect(person).not.toBe(proposedBy);
          expect(countsOn(entry, asOf)).toBe(true);
        }
        hasEnded ||= entry.state === "withdrawn" || entry.state === "refused";
        if (hasEnded || entry.state === "proposed") expect(countsOn(entry, asOf)).toBe(false);
        if (expiresOn !== null && expiresOn < asOf) expect(countsOn(entry, asOf)).toBe(false);
      }
    }),
    { numRuns: 10_000 },
  );
});

test("the table stores exactly the states there are", () => {
  expect(STORED_STATES).toEqual(COUNTERMEASURE_STATES);
});
