import type { RequirementProfile } from "~/domain/assessment/assessment";
import { AppError } from "~/domain/shared/app-error";
import type { Db } from "~db/client";
import { findSharedDeclaration, type SharedDeclaration } from "~db/repositories/declarations";
import { findLatestRevision } from "~db/repositories/revisions";
import { openProfiles, profileOf } from "../profiles/profile-source.server";

/** What the latest revision asks of products in a zone. Throws `not-found` where it has no target or is not published. */
export async function requireTargetedZone(
  db: Db,
  organisationId: string,
  { modelId, zoneId }: { modelId: string; zoneId: string },
): Promise<RequirementProfile> {
  const revision = await findLatestRevision(db, organisationId, modelId);
  const profile = revision && profileOf(await openProfiles(db, organisationId), revision, zoneId);
  if (!profile) throw new AppError("not-found", "there is no such zone with a target");
  return profile;
}

/** Throws `not-found` alike for what is missing, a draft, withdrawn, and not shared with the hospital. */
export async function requireOffer(
  db: Db,
  organisationId: string,
  declarationId: string,
): Promise<SharedDeclaration> {
  const declaration = await findSharedDeclaration(db, organisationId, declarationId);
  if (!declaration) throw new AppError("not-found", "there is no such declaration");
  return declaration;
}
