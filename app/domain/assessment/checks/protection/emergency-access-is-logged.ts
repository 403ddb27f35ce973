import type { FindingOutcome } from "../../assessment";
import { factCheck } from "../../check";
import { findingsOf, type Ways } from "../../check-parts";

const id = "emergency-access-is-logged";
const finding = findingsOf(id, "UC");

/** The zone asks for exactly this event, for a log of other events, or for no log. */
type Rule = "named" | "logging" | "none";
type Subject = { breakGlass: boolean | null; isLogged: boolean | null; isExplained: boolean };
type State = "absent" | "logged" | "unexplained" | "unstated" | "log-unstated" | "unlogged";

/**
 * Breaking the glass is right where care would wait otherwise (IEC 62443-4-2 CCSC 1, CR 2.1 RE(3); MDS2 EMRG-1) and
 * never a gap in itself. Doing so without a trace is (AUDT-2.9), as far as the zone asks for a log. Speaks for this
 * event alone; `security-events-are-logged` leaves it out.
 */
export const emergencyAccessIsLogged = factCheck<Rule, Subject>({
  id,
  clauses: [
    { standard: "iec-62443-4-2", ref: "CR 2.8" },
    { standard: "iec-62443-4-2", ref: "CCSC 1" },
    { standard: "mds2-2019", ref: "EMRG-1" },
    { standard: "mds2-2019", ref: "AUDT-2.9" },
  ],
  demandOf: ({ policy: { loggedEvents } }) => {
    if (loggedEvents === null || loggedEvents.length === 0) return "none";
    return loggedEvents.includes("emergency-access") ? "named" : "logging";
  },
  subjectOf: ({ facts: { breakGlass = null, loggedEvents, essentialFunction } }) => ({
    breakGlass,
    isLogged: loggedEvents?.includes("emergency-access") ?? null,
    isExplained: essentialFunction !== undefined && essentialFunction.reason !== "",
  }),
  evaluate: (rule, subject) => {
    // Whether there is such access at all matters only where the zone asks for this event by name.
    if (subject.breakGlass !== true && rule !== "named") return [];
    const state = stateOf(subject);
    return [finding({ state, ...judged(state, rule) })];
  },
});

function stateOf({ breakGlass, isLogged, isExplained }: Subject): State {
  if (breakGlass === false) return "absent";
  if (isLogged === true) return breakGlass === true && !isExplained ? "unexplained" : "logged";
  if (breakGlass === null) return "unstated";
  return isLogged === null ? "log-unstated" : "unlogged";
}

/** Where the zone keeps a log without naming this event, the hospital can take down each use itself. */
const WHEN_UNLOGGED = {
  named: "does-not-conform",
  logging: "conforms-with-conditions",
  none: "note",
} as const;

function judged(state: State, rule: Rule): Ways & { outcome: FindingOutcome | "note" } {
  switch (state) {
    case "absent":
    case "logged":
      return { outcome: "conforms" };
    case "unexplained":
      return { outcome: "note", supplier: ["explain"] };
    case "unstated":
      return { outcome: "incomplete", supplier: ["state"] };
    case "log-unstated":
      return { outcome: rule === "none" ? "note" : "incomplete", supplier: ["state-log"] };
    case "unlogged":
      return { outcome: WHEN_UNLOGGED[rule], supplier: ["log"], hospital: ["take-down"] };
  }
}
