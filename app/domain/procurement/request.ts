import type { OrganisationKind } from "../access/role";
import { accept, type Result, refuse } from "../shared/result";

/** Where an intake request stands. The hospital sends it; `declined` and `withdrawn` are final. */
export const REQUEST_STATES = ["sent", "accepted", "declared", "decided", "declined", "withdrawn"] as const;
export type RequestState = (typeof REQUEST_STATES)[number];

export const REQUEST_MOVES = [
  "accept",
  "decline",
  "declare",
  "decide",
  "return-for-changes",
  "withdraw",
] as const;
export type RequestMove = (typeof REQUEST_MOVES)[number];

type Transition = { by: OrganisationKind; from: ReadonlyArray<RequestState>; to: RequestState };

/**
 * Every way a request can go. `declare` again replaces the declaration before the decision; `decide` again
 * supersedes a decision that needs review; `return-for-changes` hands the request back to the supplier.
 */
export const REQUEST_TRANSITIONS: Readonly<Record<RequestMove, Transition>> = {
  accept: { by: "supplier", from: ["sent"], to: "accepted" },
  decline: { by: "supplier", from: ["sent", "accepted"], to: "declined" },
  declare: { by: "supplier", from: ["accepted", "declared"], to: "declared" },
  decide: { by: "hospital", from: ["declared", "decided"], to: "decided" },
  "return-for-changes": { by: "hospital", from: ["declared", "decided"], to: "accepted" },
  withdraw: { by: "hospital", from: ["sent", "accepted", "declared"], to: "withdrawn" },
};

export type RequestRefusal =
  | { code: "wrong-side"; move: RequestMove; by: OrganisationKind }
  | { code: "not-in-this-state"; move: RequestMove; state: RequestState };

/** The state after a move, or why that side cannot make it now. */
export function moveRequest(
  state: RequestState,
  move: RequestMove,
  side: OrganisationKind,
): Result<RequestState, RequestRefusal> {
  const transition = REQUEST_TRANSITIONS[move];
  if (transition.by !== side) return refuse({ code: "wrong-side", move, by: transition.by });
  if (!transition.from.includes(state)) return refuse({ code: "not-in-this-state", move, state });
  return accept(transition.to);
}

/** What a side can do with a request now. */
export function allowedMoves(state: RequestState, side: OrganisationKind): ReadonlyArray<RequestMove> {
  return REQUEST_MOVES.filter((move) => moveRequest(state, move, side).ok);
}
