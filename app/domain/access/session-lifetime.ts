/** A session ends 30 minutes after the last request and 12 hours after sign-in, whichever comes first. */
export const IDLE_MS = 30 * 60_000;
export const ABSOLUTE_MS = 12 * 60 * 60_000;
/** The time of the last request is written at most this often. */
export const TOUCH_MS = 60_000;

export function isLive(session: { lastSeenAt: Date; expiresAt: Date }, now: Date): boolean {
  return now.getTime() - session.lastSeenAt.getTime() < IDLE_MS && now < session.expiresAt;
}

export function needsTouch(session: { lastSeenAt: Date }, now: Date): boolean {
  return now.getTime() - session.lastSeenAt.getTime() >= TOUCH_MS;
}
