import { TICKET_HOURS } from "~/domain/files/upload";
import type { FileStore } from "~/files/file-store.server";
import type { Database } from "~db/client";
import { appendAuditEntry } from "~db/repositories/audit";
import { removeImportsBefore } from "~db/repositories/file-imports";
import { removeUnusedFiles } from "~db/repositories/files";
import { removeExpiredUploads } from "~db/repositories/uploads";

const HOUR_MS = 60 * 60 * 1000;
/** A file that no evidence has ever named by then was forgotten in a form that was never saved. */
export const UNUSED_DAYS = 7;
/** What a file would have set is worth little once the draft has moved on. */
export const IMPORT_DAYS = 7;

type Run = { database: Database; files: FileStore; now: Date };

/**
 * Forgets uploads whose tickets ran out, with what had come of them, kept files that nothing has ever used, and what files
 * were read to say. Asked again, or by two processes at once, it finds less to do. Files that a piece of evidence has had stay for ever.
 */
export async function removeAbandonedFiles({ database, files, now }: Run): Promise<void> {
  const before = new Date(now.getTime() - UNUSED_DAYS * 24 * HOUR_MS);
  const { uploads, unused } = await database.transaction(async (db) => {
    const removed = {
      uploads: await removeExpiredUploads(db, now),
      unused: await removeUnusedFiles(db, before),
    };
    await removeImportsBefore(db, new Date(now.getTime() - IMPORT_DAYS * 24 * HOUR_MS));
    for (const { organisationId, sha256 } of removed.unused)
      await appendAuditEntry(db, {
        ...{ at: now, action: "file.forget", personId: null, organisationId },
        ...{ subjectId: sha256, details: { unusedDays: UNUSED_DAYS } },
      });
    return removed;
  });
  for (const { organisationId, id } of uploads) await files.remove({ organisationId, uploadId: id });
  for (const { organisationId, sha256 } of unused) await files.removeKept({ organisationId, sha256 }, before);
  // What a process left that was killed in the middle.
  await files.removePartsBefore(new Date(now.getTime() - (TICKET_HOURS + 1) * HOUR_MS));
}
