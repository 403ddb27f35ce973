import type { Action } from "~/domain/access/permissions";
import type { Actor } from "~/domain/access/role";
import { AppError } from "~/domain/shared/app-error";
import type { Db } from "~db/client";
import { countAuditEntries } from "~db/repositories/audit";
import type { OpenAction } from "./use-case.server";

/** More files than this by one person in a minute is no reading: the log must not be filled by downloads. */
export const MOST_A_MINUTE = 60;
/** The same by the link of one request, whoever holds it: there is no person to ask what they are about. */
export const MOST_A_MINUTE_BY_LINK = 10;
const MINUTE_MS = 60_000;

/** Throws `too-many-requests` where the actor has taken too many files along in the last minute. */
export async function requireFewExports(
  db: Db,
  { organisationId, personId }: Actor,
  { action, now }: { action: Action; now: Date },
): Promise<void> {
  const since = new Date(now.getTime() - MINUTE_MS);
  if ((await countAuditEntries(db, organisationId, { action, personId, since })) >= MOST_A_MINUTE)
    throw new AppError("too-many-requests", "these are many files in a minute");
}

/** Throws `too-many-requests` where what a request asks has been taken along by its link too often in the last minute. */
export async function requireFewByLink(
  db: Db,
  { hospitalId, requestId }: { hospitalId: string; requestId: string },
  { action, now }: { action: OpenAction; now: Date },
): Promise<void> {
  const since = new Date(now.getTime() - MINUTE_MS);
  const taken = await countAuditEntries(db, hospitalId, { action, subjectId: requestId, since });
  if (taken >= MOST_A_MINUTE_BY_LINK)
    throw new AppError("too-many-requests", "these are many files in a minute");
}
