import type { FileStore } from "~/files/file-store.server";
import { reassessExpiry } from "~/use-cases/reassessment/reassess-expiry.server";
import type { Database } from "~db/client";
import { listPublishingHospitals } from "~db/repositories/reassessments";

type Run = { database: Database; files: FileStore; now: Date; newId: () => string };
export type Job = (run: Run) => Promise<void>;

/** Looks in every hospital at the days that have passed since it was last done; each in a transaction of its own. */
export const expire = async ({ database, now, newId }: Omit<Run, "files">): Promise<void> => {
  for (const organisationId of await listPublishingHospitals(database.read))
    await reassessExpiry({ database, organisationId, now, newId });
};
