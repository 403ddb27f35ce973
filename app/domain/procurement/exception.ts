import { addDays, type IsoDate } from "../shared/iso-date";
import { accept, type Result, refuse } from "../shared/result";
import type { Gap } from "./gap";

/**
 * Where a written acceptance of a remaining gap stands. `refused`, `withdrawn` and `revoked` are final; its last day
 * and a granted extension end it without a move.
 */
export const EXCEPTION_STATES = ["requested", "granted", "refused", "withdrawn", "revoked"] as const;
export type ExceptionState = (typeof EXCEPTION_STATES)[number];

export const EXCEPTION_MOVES = ["grant", "refuse", "withdraw", "revoke"] as const;
export type ExceptionMove = (typeof EXCEPTION_MOVES)[number];

type Transition = {
  from: ExceptionState;
  to: ExceptionState;
  by: "second-lead" | "requester" | "lead";
};

/** Every way an exception can go (IEC 62443-3-2 ZCR 5.11 to 5.13: what remains above the tolerable is decided on and written down). */
export const EXCEPTION_TRANSITIONS: Readonly<Record<ExceptionMove, Transition>> = {
  grant: { from: "requested", to: "granted", by: "second-lead" },
  refuse: { from: "requested", to: "refused", by: "second-lead" },
  withdraw: { from: "requested", to: "withdrawn", by: "requester" },
  revoke: { from: "granted", to: "revoked", by: "lead" },
};

/** The part of an exception that its moves and its standing depend on. */
export type Exception = {
  state: ExceptionState;
  requestedBy: string;
  /** Day of the grant; null until then. */
  grantedOn: IsoDate | null;
  /** Last day on which it is in force. */
  expiresOn: IsoDate;
  /** The granted extension that has taken its place. */
  supersededBy: string | null;
};

export type ExceptionRefusal =
  | { code: "not-in-this-state"; move: ExceptionMove; state: ExceptionState }
  /** Four eyes are two persons. */
  | { code: "same-person" }
  | { code: "not-yours" }
  | { code: "not-a-lead" }
  | { code: "last-day-passed"; expiresOn: IsoDate }
  | { code: "superseded" };

export type ExceptionMover = { personId: string; isLead: boolean; asOf: IsoDate };

/** The state after a move, or why this person cannot make it now. */
export function moveException(
  { state, requestedBy, expiresOn, supersededBy }: Exception,
  move: ExceptionMove,
  { personId, isLead, asOf }: ExceptionMover,
): Result<ExceptionState, ExceptionRefusal> {
  const { from, to, by } = EXCEPTION_TRANSITIONS[move];
  if (state !== from) return refuse({ code: "not-in-this-state", move, state });
  if (supersededBy !== null) return refuse({ code: "superseded" });
  if (by === "second-lead" && personId === requestedBy) return refuse({ code: "same-person" });
  if (by === "requester" && personId !== requestedBy) return refuse({ code: "not-yours" });
  if (by !== "requester" && !isLead) return refuse({ code: "not-a-lead" });
  if ((move === "grant" || move === "revoke") && expiresOn < asOf)
    return refuse({ code: "last-day-passed", expiresOn });
  return accept(to);
}

/** What a person can do with an exception now. */
export function allowedExceptionMoves(
  exception: Exception,
  mover: ExceptionMover,
): ReadonlyArray<ExceptionMove> {
  return EXCEPTION_MOVES.filter((move) => moveException(exception, move, mover).ok);
}

/** True where a new request may name it as the one it extends: granted, and nothing has taken its place. */
export function mayBeExtended({ state, supersededBy }: Pick<Exception, "state" | "supersededBy">): boolean {
  return state === "granted" && supersededBy === null;
}

/** True from the day of the grant to the last day, both included. */
export function isInForceOn(
  { state, grantedOn, expiresOn, supersededBy }: Omit<Exception, "requestedBy">,
  asOf: IsoDate,
): boolean {
  if (state !== "granted" || grantedOn === null || supersededBy !== null) return false;
  return grantedOn <= asOf && asOf <= expiresOn;
}

/** Gaps of one release in one zone that an exception accepts, as they were when it was asked for. */
export type Acceptance = Omit<Exception, "requestedBy"> & {
  modelId: string;
  zoneId: string;
  releaseId: string;
  gaps: ReadonlyArray<Pick<Gap, "key" | "substance">>;
};

export type ExceptionPair = Pick<Acceptance, "modelId" | "zoneId" | "releaseId">;

/** True where it accepts this very gap of the pair on this day. */
export function coversGap(
  exception: Acceptance,
  { key, substance }: Pick<Gap, "key" | "substance">,
  pair: ExceptionPair,
  asOf: IsoDate,
): boolean {
  return (
    isInForceOn(exception, asOf) &&
    exception.modelId === pair.modelId &&
    exception.zoneId === pair.zoneId &&
    exception.releaseId === pair.releaseId &&
    exception.gaps.some((gap) => gap.key === key && gap.substance === substance)
  );
}

/** The gaps of a pair that no exception in force accepts, in the order given. */
export function uncoveredGaps<One extends Pick<Gap, "key" | "substance">>(
  gaps: ReadonlyArray<One>,
  exceptions: ReadonlyArray<Acceptance>,
  pair: ExceptionPair,
  asOf: IsoDate,
): ReadonlyArray<One> {
  return gaps.filter((gap) => !exceptions.some((exception) => coversGap(exception, gap, pair, asOf)));
}

export const RESIDUAL_RISKS = ["low", "medium", "high"] as const;
export type ResidualRisk = (typeof RESIDUAL_RISKS)[number];

/** An acceptance that nobody looks at for longer than this would be a change of policy, not an exception. */
export const MAX_TERM_DAYS = 730;

/** The last day an exception asked for on `asOf` may be given. */
export function latestExpiry(asOf: IsoDate): IsoDate {
  return addDays(asOf, MAX_TERM_DAYS);
}
