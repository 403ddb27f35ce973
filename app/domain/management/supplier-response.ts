import type { RequestState } from "../procurement/request";
import type { IsoDate } from "../shared/iso-date";

/** How a supplier has answered a request, or not. What the hospital took back says nothing of the supplier. */
export const RESPONSES = ["on-time", "late", "waiting", "overdue", "declined"] as const;
export type Response = (typeof RESPONSES)[number];

export type AskedRequest = {
  state: RequestState;
  askedOn: IsoDate;
  dueOn: IsoDate;
  /** null where it is not answered. */
  answeredOn: IsoDate | null;
};

/** null for a request that the hospital has withdrawn. */
export function responseOf({ state, dueOn, answeredOn }: AskedRequest, today: IsoDate): Response | null {
  switch (state) {
    case "sent":
    case "accepted":
      return dueOn < today ? "overdue" : "waiting";
    case "declared":
    case "decided":
      return answeredOn !== null && answeredOn > dueOn ? "late" : "on-time";
    case "declined":
      return "declined";
    case "withdrawn":
      return null;
  }
}

const DAY_MS = 86_400_000;

/** Whole days from asking to the answer; null where there is none. */
export function daysToAnswer({ askedOn, answeredOn }: AskedRequest): number | null {
  return answeredOn === null ? null : Math.round((Date.parse(answeredOn) - Date.parse(askedOn)) / DAY_MS);
}

/** The middle one, or halfway between the two in the middle; null of nothing. */
export function medianOf(numbers: ReadonlyArray<number>): number | null {
  const sorted = numbers.toSorted((a, b) => a - b);
  const middle = sorted.length / 2;
  const upper = sorted[Math.floor(middle)];
  const lower = sorted[Math.ceil(middle) - 1];
  return upper === undefined || lower === undefined ? null : (upper + lower) / 2;
}
