import { AppError } from "~/domain/shared/app-error";
import { openProfiles } from "~/use-cases/profiles/profile-source.server";
import { findAskedZone } from "~/use-cases/requests/asked-zone.server";
import { type Caller, requirePermission } from "~/use-cases/use-case.server";
import { findLatestRevision } from "~db/repositories/revisions";
import type { ZonePackage } from "./zone-package.server";

/** What the class of a zone asks as its latest revision has it: what a request would send today. */
export async function presentZonePackage(
  { actor, database }: Caller,
  { modelId, zoneId }: { modelId: string; zoneId: string },
): Promise<ZonePackage> {
  requirePermission(actor, "profile.export");
  const db = database.read;
  const { organisationId } = actor;
  const [revision, source] = await Promise.all([
    findLatestRevision(db, organisationId, modelId),
    openProfiles(db, organisationId),
  ]);
  const asked = await findAskedZone(db, source, organisationId, { modelId, zoneId, componentTypes: [] });
  if (!revision || !asked.ok) throw new AppError("not-found", "the zone asks for nothing");
  return { classes: [{ snapshot: asked.value.snapshot, sealedAt: revision.publishedAt }] };
}
