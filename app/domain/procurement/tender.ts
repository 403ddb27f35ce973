import type { IsoDate } from "../shared/iso-date";
import type { RequestState } from "./request";

/** One call to several suppliers for several zones: `open` until somebody closes it. */
export const TENDER_STATES = ["open", "closed"] as const;
export type TenderState = (typeof TENDER_STATES)[number];

/** More at once is a slip of the hand; who really needs it makes a second one. */
export const MOST_TENDER_ZONES = 20;
export const MOST_TENDER_SUPPLIERS = 50;
/** So many requests are written and told of at once. */
export const MOST_TENDER_REQUESTS = 250;

/** Requests in these states wait for their supplier. */
export const WAITING_FOR_SUPPLIER: ReadonlyArray<RequestState> = ["sent", "accepted"];

/** How far the requests of a tender are; every request counts in exactly one. */
export type TenderProgress = {
  total: number;
  /** Not looked at yet, or nobody has said yes. */
  waiting: number;
  /** Taken on, no declaration yet. */
  accepted: number;
  /** A declaration has come, decided on or not. */
  answered: number;
  /** Declined by the supplier or withdrawn by the hospital. */
  ended: number;
};

export function tenderProgress(states: ReadonlyArray<RequestState>): TenderProgress {
  const count = (...wanted: ReadonlyArray<RequestState>) =>
    states.filter((state) => wanted.includes(state)).length;
  return {
    total: states.length,
    waiting: count("sent"),
    accepted: count("accepted"),
    answered: count("declared", "decided"),
    ended: count("declined", "withdrawn"),
  };
}

/**
 * Places that ask the very same become one lot, in the order of their first: a supplier answers the class once and not
 * each zone. `demandOf` is the text by which they are compared.
 */
export function lotsOf<Place>(
  places: ReadonlyArray<Place>,
  demandOf: (place: Place) => string,
): ReadonlyArray<ReadonlyArray<Place>> {
  const lots = new Map<string, Array<Place>>();
  for (const place of places) {
    const demand = demandOf(place);
    const lot = lots.get(demand);
    if (lot) lot.push(place);
    else lots.set(demand, [place]);
  }
  return [...lots.values()];
}

const DAY_MS = 24 * 60 * 60 * 1000;

/** Reminding everybody again within a day would teach them not to read. */
export function mayRemindAgain(remindedAt: Date | null, now: Date): boolean {
  return remindedAt === null || now.getTime() - remindedAt.getTime() >= DAY_MS;
}

/** Days from one to another, at least one. */
export function daysToAnswer(askedOn: IsoDate, dueOn: IsoDate): number {
  return Math.max(1, Math.round((Date.parse(dueOn) - Date.parse(askedOn)) / DAY_MS));
}
