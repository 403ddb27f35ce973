import type { OrganisationKind } from "../access/role";
import { accept, type Result, refuse } from "../shared/result";

/** Hospital or supplier: every thread is between the two of one intake request. */
export type Side = OrganisationKind;

/**
 * Where a question stands. `open`: the other side has not answered; `answered`: it has, and whoever asked has not said
 * that this settles it; `settled`: it does.
 */
export const THREAD_STATES = ["open", "answered", "settled"] as const;
export type ThreadState = (typeof THREAD_STATES)[number];

export type ThreadMove = "write" | "settle" | "reopen";
export type Standing = { state: ThreadState; askedBy: Side };

export type ThreadRefusal = { code: "already-settled" } | { code: "not-settled" } | { code: "not-the-asker" };

/** Longest text of one message, most threads of one request, most messages of one thread. */
export const MAX_MESSAGE_LENGTH = 2000;
export const MAX_THREADS = 200;
export const MAX_MESSAGES = 100;

/**
 * The state after a move of one side. Both may write until the question is settled: a text of the side that asked keeps
 * it open, one of the other side answers it. Only who asked knows whether the answer settles it.
 */
export function moveThread(
  { state, askedBy }: Standing,
  move: ThreadMove,
  side: Side,
): Result<ThreadState, ThreadRefusal> {
  if (move === "write") {
    if (state === "settled") return refuse({ code: "already-settled" });
    return accept(side === askedBy ? "open" : "answered");
  }
  if (side !== askedBy) return refuse({ code: "not-the-asker" });
  if (move === "settle") return state === "settled" ? refuse({ code: "already-settled" }) : accept("settled");
  return state === "settled" ? accept("open") : refuse({ code: "not-settled" });
}

export function allowedThreadMoves(standing: Standing, side: Side): ReadonlyArray<ThreadMove> {
  return (["write", "settle", "reopen"] as const).filter((move) => moveThread(standing, move, side).ok);
}

/**
 * What a side has to do about a thread: `answer` what the other asked, `read` what the other answered, or nothing while
 * it waits for the other or where the question is settled.
 */
export function duty({ state, askedBy }: Standing, side: Side): "answer" | "read" | null {
  if (state === "open" && askedBy !== side) return "answer";
  return state === "answered" && askedBy === side ? "read" : null;
}
