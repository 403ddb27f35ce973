/** A session ends 30 minutes after the last request and 12 hours after sign-in, whichever comes first. */
export const IDLE_MS = 30 * 60_000;
export const ABSOLUTE_MS = 12 * 60 * 60_000;
/** The time of the last request is written at most this often. */
export const TOUCH_MS = 60_000;
/** Times that are due are written together, so far apart. */
export const TOGETHER_MS = 60_000;
/** So long a time may be due before it no longer waits for others. */
export const LATEST_MS = 3 * TOUCH_MS;

type Seen = { lastSeenAt: Date };

export function isLive(session: Seen & { expiresAt: Date }, now: Date): boolean {
  return now.getTime() - session.lastSeenAt.getTime() < IDLE_MS && now < session.expiresAt;
}

/** Whether what stands as time of the last request is due to be written anew. */
export function needsTouch(session: Seen, now: Date): boolean {
  return now.getTime() - session.lastSeenAt.getTime() >= TOUCH_MS;
}

/** Whether a time that is due is written now, with all that wait; `writtenAt` is when some were last, null = never. */
export function touchesNow(session: Seen, now: Date, writtenAt: Date | null): boolean {
  const isLate = now.getTime() - session.lastSeenAt.getTime() >= LATEST_MS;
  return isLate || writtenAt === null || now.getTime() - writtenAt.getTime() >= TOGETHER_MS;
}
