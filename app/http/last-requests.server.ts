import { needsTouch, touchesNow } from "~/domain/access/session-lifetime";
import type { Database } from "~db/client";
import { type Session, touchSession } from "~db/repositories/sessions";

type Noted = { writtenAt: Date | null; requests: Map<string, Date> };

/** What a process has not written yet; should it end before, a session is at most `LATEST_MS` older than it was. */
const notedOf = new WeakMap<Database, Noted>();

/**
 * Notes that a session is in use. The time of its last request is written together with those of other sessions: each
 * commit of its own would make the processes read anew what they keep until somebody writes.
 */
export async function noteRequest(database: Database, session: Session, now: Date): Promise<void> {
  if (!needsTouch(session, now)) return;
  const noted = notedOf.get(database) ?? { writtenAt: null, requests: new Map<string, Date>() };
  notedOf.set(database, noted);
  noted.requests.set(session.tokenHash, now);
  if (!touchesNow(session, now, noted.writtenAt)) return;
  // In one order, or two processes could wait for each other's rows.
  const requests = [...noted.requests].sort(([one], [other]) => (one < other ? -1 : 1));
  noted.requests.clear();
  noted.writtenAt = now;
  await database.transaction(async (db) => {
    for (const [tokenHash, at] of requests) await touchSession(db, tokenHash, at);
  });
}
