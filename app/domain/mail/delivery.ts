/**
 * Where a letter stands. `not-sent`: the portal has no mail server; `given-up`: refused or tried in vain for two
 * days; `cancelled`: what it told of had ended before it went out.
 */
export const MAIL_STATES = ["waiting", "sending", "sent", "given-up", "not-sent", "cancelled"] as const;
export type MailState = (typeof MAIL_STATES)[number];

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

/** Growing pauses after each failed try; after the last there is none left. About 41 hours in all. */
export const PAUSES_MS: ReadonlyArray<number> = [
  ...[1, 5, 15].map((minutes) => minutes * MINUTE_MS),
  ...[1, 4, 12, 24].map((hours) => hours * HOUR_MS),
];
/** A process that has not said how it went by then has died: another one takes the letter over. */
export const LEASE_MS = 5 * MINUTE_MS;

export type Attempt =
  | { outcome: "delivered" }
  /** The receiving side will never take it, e.g. an unknown address. */
  | { outcome: "refused"; failure: string }
  /** Nobody can tell yet: no connection, a busy server. */
  | { outcome: "failed"; failure: string };

export type Delivery = { state: MailState; failure: string; dueAt: Date; settledAt: Date | null };

/** How a letter stands after its try number `attempts` (1 = the first), which ended at `now`. */
export function afterAttempt(attempt: Attempt, attempts: number, now: Date): Delivery {
  switch (attempt.outcome) {
    case "delivered":
      return { state: "sent", failure: "", dueAt: now, settledAt: now };
    case "refused":
      return { state: "given-up", failure: attempt.failure, dueAt: now, settledAt: now };
    case "failed": {
      const pause = PAUSES_MS[attempts - 1];
      if (pause === undefined)
        return { state: "given-up", failure: attempt.failure, dueAt: now, settledAt: now };
      const dueAt = new Date(now.getTime() + pause);
      return { state: "waiting", failure: attempt.failure, dueAt, settledAt: null };
    }
  }
}
