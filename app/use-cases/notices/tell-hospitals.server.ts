import { mayDo } from "~/domain/access/permissions";
import type { Database, Db } from "~db/client";
import { appendAuditEntry } from "~db/repositories/audit";
import { countLettersTo } from "~db/repositories/mail-outbox";
import { findOrganisation, listMembers } from "~db/repositories/organisations";
import { findReceivedNotice } from "~db/repositories/received-notices";
import { claimTelling, listOrganisationIds, listUntold, type Telling } from "~db/repositories/told-notices";
import { queueLetter } from "../mail/queue-letter.server";
import { heldReleaseIds } from "./held-releases.server";

type Run = { database: Database; now: Date; newId: () => string };

const DAY_MS = 24 * 60 * 60_000;
/** What was published longer ago than this is not news any more, e.g. after a long stop. */
const NEWS_MS = 7 * DAY_MS;
const TELLINGS_A_ROUND = 20;
/** So many letters an address gets in a day: a supplier cannot fill the mailboxes of a hospital. */
export const NOTICE_LETTERS_PER_ADDRESS = 30;

/**
 * Tells the people of every hospital that may read a notice of its publication, of each new version and of its withdrawal: one
 * letter a person and move. The move is taken in the transaction that writes the letters, so that two processes, or one
 * that died, tell nobody twice. The supplier learns neither who was told nor how many.
 */
export async function tellHospitals({ database, now, newId }: Run): Promise<void> {
  const untold = await listUntold(database.read, { limit: TELLINGS_A_ROUND });
  if (untold.length === 0) return;
  const hospitals = await listOrganisationIds(database.read, "hospital");
  const held = new Map<string, ReadonlyArray<string>>();
  for (const telling of untold) {
    const isNews = now.getTime() - telling.recordedAt.getTime() <= NEWS_MS;
    // Reading takes long where there are many models: a look must not hold up who writes.
    const concerned = isNews ? await concernedOf(telling) : [];
    await database.transaction(async (db) => {
      const { organisationId, noticeId, number } = telling;
      if (!(await claimTelling(db, organisationId, { noticeId, number, toldAt: now }))) return;
      const reached = new Set<string>();
      for (const hospitalId of concerned) await tellIn(db, hospitalId, { telling, reached, now, newId });
    });
  }

  async function concernedOf({ noticeId }: Telling): Promise<ReadonlyArray<string>> {
    const concerned: Array<string> = [];
    for (const hospitalId of hospitals) {
      const releaseIds = held.get(hospitalId) ?? (await heldReleaseIds(database.read, hospitalId));
      held.set(hospitalId, releaseIds);
      const notice = { noticeId, heldReleaseIds: releaseIds };
      if (await findReceivedNotice(database.read, hospitalId, notice)) concerned.push(hospitalId);
    }
    return concerned;
  }
}

type Told = Omit<Run, "database"> & { telling: Telling; reached: Set<string> };

/** Those who may begin a record of it; somebody who is in two hospitals gets one letter. */
async function tellIn(db: Db, hospitalId: string, { telling, reached, now, newId }: Told): Promise<void> {
  const hospital = await findOrganisation(db, hospitalId);
  if (!hospital) return;
  const { supplierName: supplier, about, move, noticeId } = telling;
  const letter = {
    ...{ kind: "notice" as const, supplier, hospital: hospital.name, about, move },
    link: { to: "received-notice" as const, noticeId },
  };
  let letters = 0;
  for (const { personId, email, roles, state } of await listMembers(db, hospitalId)) {
    const isConcerned = mayDo({ organisationKind: "hospital", roles }, "incident.open");
    if (state !== "active" || !isConcerned || reached.has(personId)) continue;
    const since = new Date(now.getTime() - DAY_MS);
    if ((await countLettersTo(db, email, since)) >= NOTICE_LETTERS_PER_ADDRESS) continue;
    reached.add(personId);
    letters += 1;
    await queueLetter({ db, now, newId }, hospitalId, { recipient: email, subjectId: noticeId, letter });
  }
  if (letters > 0)
    await appendAuditEntry(db, {
      ...{ at: now, action: "notice.tell", personId: null, organisationId: hospitalId, subjectId: noticeId },
      details: { letters, move },
    });
}
