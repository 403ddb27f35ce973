import { addDays, type IsoDate } from "../shared/iso-date";
import { accept, type Result, refuse } from "../shared/result";

/** Where an entry of the ledger stands. `refused` and `withdrawn` are final; its last day ends it without a move. */
export const COUNTERMEASURE_STATES = ["proposed", "accepted", "refused", "withdrawn"] as const;
export type CountermeasureState = (typeof COUNTERMEASURE_STATES)[number];

export const COUNTERMEASURE_MOVES = ["accept", "refuse", "withdraw"] as const;
export type CountermeasureMove = (typeof COUNTERMEASURE_MOVES)[number];

type Transition = {
  from: ReadonlyArray<CountermeasureState>;
  to: CountermeasureState;
  by: "second-person" | "proposer-or-lead";
};

/**
 * Every way an entry can go (IEC 62443-4-2 CCSC 2, 62443-3-2 ZCR 5.13). What makes up for a gap counts only when a
 * second person has looked at it; whoever answers for it may take it back.
 */
export const COUNTERMEASURE_TRANSITIONS: Readonly<Record<CountermeasureMove, Transition>> = {
  accept: { from: ["proposed"], to: "accepted", by: "second-person" },
  refuse: { from: ["proposed"], to: "refused", by: "second-person" },
  withdraw: { from: ["proposed", "accepted"], to: "withdrawn", by: "proposer-or-lead" },
};

/** The part of an entry that its moves depend on. `expiresOn`: last day on which it counts; null = without end. */
export type Countermeasure = {
  state: CountermeasureState;
  proposedBy: string;
  expiresOn: IsoDate | null;
};

export type CountermeasureRefusal =
  | { code: "not-in-this-state"; move: CountermeasureMove; state: CountermeasureState }
  /** Four eyes are two persons. */
  | { code: "same-person" }
  | { code: "not-yours" }
  | { code: "last-day-passed"; expiresOn: IsoDate };

export type Mover = { personId: string; isLead: boolean; asOf: IsoDate };

/** The state after a move, or why this person cannot make it now. */
export function moveCountermeasure(
  { state, proposedBy, expiresOn }: Countermeasure,
  move: CountermeasureMove,
  { personId, isLead, asOf }: Mover,
): Result<CountermeasureState, CountermeasureRefusal> {
  const { from, to, by } = COUNTERMEASURE_TRANSITIONS[move];
  if (!from.includes(state)) return refuse({ code: "not-in-this-state", move, state });
  const isProposer = personId === proposedBy;
  if (by === "second-person" && isProposer) return refuse({ code: "same-person" });
  if (by === "proposer-or-lead" && !isProposer && !isLead) return refuse({ code: "not-yours" });
  if (move === "accept" && expiresOn !== null && expiresOn < asOf)
    return refuse({ code: "last-day-passed", expiresOn });
  return accept(to);
}

/** What a person can do with an entry now. */
export function allowedMoves(
  countermeasure: Countermeasure,
  mover: Mover,
): ReadonlyArray<CountermeasureMove> {
  return COUNTERMEASURE_MOVES.filter((move) => moveCountermeasure(countermeasure, move, mover).ok);
}

/** An entry that ends within so many days is shown as expiring: long enough to look at it again. */
export const EXPIRING_WITHIN_DAYS = 30;

export const STANDINGS = ["proposed", "in-force", "expiring", "expired", "refused", "withdrawn"] as const;
export type CountermeasureStanding = (typeof STANDINGS)[number];

/** What an entry is worth on a day: derived from its state and its last day, which itself still counts. */
export function standingOn(
  { state, expiresOn }: Pick<Countermeasure, "state" | "expiresOn">,
  asOf: IsoDate,
): CountermeasureStanding {
  if (state !== "accepted") return state;
  if (expiresOn === null || expiresOn > addDays(asOf, EXPIRING_WITHIN_DAYS)) return "in-force";
  return expiresOn < asOf ? "expired" : "expiring";
}

/** True where it makes up for something on this day; nothing but an accepted entry ever does. */
export function countsOn(
  countermeasure: Pick<Countermeasure, "state" | "expiresOn">,
  asOf: IsoDate,
): boolean {
  const standing = standingOn(countermeasure, asOf);
  return standing === "in-force" || standing === "expiring";
}
