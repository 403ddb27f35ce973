import { AppError } from "~/domain/shared/app-error";
import { heldReleaseIds } from "~/use-cases/notices/held-releases.server";
import { type Caller, requirePermission } from "~/use-cases/use-case.server";
import { findReceivedNotice } from "~db/repositories/received-notices";

/** The form of a new record; from a notice with its title. */
export async function presentNewIncident({ actor, database, now }: Caller, noticeId: string | null) {
  requirePermission(actor, "incident.open");
  const { organisationId } = actor;
  const heldReleases = await heldReleaseIds(database.read, organisationId);
  const notice =
    noticeId === null
      ? null
      : await findReceivedNotice(database.read, organisationId, { noticeId, heldReleaseIds: heldReleases });
  if (notice === undefined) throw new AppError("not-found", "there is no such notice");
  return {
    notice: notice && { id: notice.id, title: notice.content.title },
    now: now.toISOString().slice(0, 16),
  };
}
