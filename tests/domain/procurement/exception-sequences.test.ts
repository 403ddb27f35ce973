import fc from "fast-check";
import { expect, test } from "vitest";
import {
  type Acceptance,
  coversGap,
  EXCEPTION_MOVES,
  type Exception,
  mayBeExtended,
  moveException,
  uncoveredGaps,
} from "~/domain/procurement/exception";
import { addDays } from "~/domain/shared/iso-date";

const DAY = "2026-11-22";
const GAPS = [
  { key: "CR 1.1", substance: "not-met" },
  { key: "updates-are-signed:update", substance: "a1" },
];
const PAIR = { modelId: "model", zoneId: "imaging", releaseId: "release" };
/** What has happened to one exception, as a clerk would write it down: the reference that the core is held against. */
type Kept = { by: string; lastDay: number; extends: number | null; log: Array<[number, string, string]> };

const attempt = fc.record({
  does: fc.constantFrom("request", "extend", ...EXCEPTION_MOVES),
  person: fc.constantFrom("anna", "lead", "other-lead"),
  which: fc.nat(5),
  days: fc.nat(12),
  term: fc.integer({ min: 0, max: 40 }),
});

const LEADS = ["lead", "other-lead"];
const happened = ({ log }: Kept, what: string) => log.some(([, event]) => event === what);
const hasSuccessor = (kept: ReadonlyArray<Kept>, place: number) =>
  kept.some((one) => one.extends === place && happened(one, "grant"));

/** Word for word what the brief says, from the log alone. */
function expectedToWork(
  kept: ReadonlyArray<Kept>,
  place: number,
  move: string,
  who: string,
  today: number,
): boolean {
  const one = kept[place];
  if (!one) return false;
  const isDecided = one.log.length > 1;
  const isOwn = one.by === who;
  switch (move) {
    case "grant":
      return !isDecided && !isOwn && LEADS.includes(who) && today <= one.lastDay;
    case "refuse":
      return !isDecided && !isOwn && LEADS.includes(who);
    case "withdraw":
      return !isDecided && isOwn;
    default:
      return (
        happened(one, "grant") &&
        !happened(one, "revoke") &&
        !hasSuccessor(kept, place) &&
        LEADS.includes(who) &&
        today <= one.lastDay
      );
  }
}

test("whatever is tried in whatever order: the core answers as the log says, and nobody grants what they asked for", () => {
  fc.assert(
    fc.property(fc.array(attempt, { maxLength: 24 }), (attempts) => {
      const kept: Array<Kept> = [];
      const stored: Array<Exception> = [];
      let today = 0;
      const dayOf = (days: number) => addDays(DAY, days);
      for (const { does, person, which, days, term } of attempts) {
        today += days;
        const place = stored.length === 0 ? 0 : which % stored.length;
        const target = stored[place];
        if (does === "request" || does === "extend") {
          const isExtension = does === "extend";
          const canExtend = target !== undefined && mayBeExtended(target);
          const one = kept[place];
          expect(canExtend).toBe(
            one !== undefined &&
              happened(one, "grant") &&
              !happened(one, "revoke") &&
              !hasSuccessor(kept, place),
          );
          if (isExtension && !canExtend) continue;
          const lastDay = today + term;
          kept.push({
            ...{ by: person, lastDay, extends: isExtension ? place : null },
            log: [[today, "request", person]],
          });
          stored.push({
            ...{ state: "requested", requestedBy: person, grantedOn: null },
            ...{ expiresOn: dayOf(lastDay), supersededBy: null },
          });
        } else if (target) {
          const earlier = kept[place]?.extends ?? null;
          const before = earlier === null ? undefined : stored[earlier];
          // What it extends has ended meanwhile: the use case refuses, so the sequence leaves it out.
          if (does === "grant" && before && !mayBeExtended(before)) continue;
          const moved = moveException(target, does, {
            ...{ personId: person, isLead: LEADS.includes(person), asOf: dayOf(today) },
          });
          expect(moved.ok).toBe(expectedToWork(kept, place, does, person, today));
          if (moved.ok) {
            kept[place]?.log.push([today, does, person]);
            stored[place] = {
              ...target,
              state: moved.value,
              grantedOn: does === "grant" ? dayOf(today) : target.grantedOn,
            };
            if (does === "grant" && before && earlier !== null)
              stored[earlier] = { ...before, supersededBy: String(place) };
          }
        }
        for (const [index, one] of kept.entries()) {
          const exception = stored[index];
          if (!exception) throw new Error("every kept exception is stored");
          const granted = one.log.find(([, event]) => event === "grant");
          if (granted) expect(granted[2]).not.toBe(one.by);
          const counts =
            granted !== undefined &&
            !happened(one, "revoke") &&
            !hasSuccessor(kept, index) &&
            today <= one.lastDay;
          const covering: Acceptance = { ...exception, ...PAIR, gaps: GAPS };
          expect(GAPS.every((gap) => coversGap(covering, gap, PAIR, dayOf(today)))).toBe(counts);
          expect(uncoveredGaps(GAPS, [covering], PAIR, dayOf(today))).toEqual(counts ? [] : GAPS);
        }
      }
    }),
    { numRuns: 10_000 },
  );
});
