import { reassessExpiry } from "~/use-cases/reassessment/reassess-expiry.server";
import type { Database } from "~db/client";
import { listPublishingHospitals } from "~db/repositories/reassessments";

export type Job = (run: { database: Database; now: Date; newId: () => string }) => Promise<void>;

/** Looks in every hospital at the days that have passed since it was last done; each in a transaction of its own. */
export const expire: Job = async ({ database, now, newId }) => {
  for (const organisationId of await listPublishingHospitals(database.read))
    await reassessExpiry({ database, organisationId, now, newId });
};
