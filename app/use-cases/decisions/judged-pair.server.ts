import { assess } from "~/domain/assessment/assess";
import type { Assessment, RequirementProfile } from "~/domain/assessment/assessment";
import {
  type AssessmentDifference,
  differenceOfAssessments,
  isDifference,
} from "~/domain/assessment/needs-review";
import { AppError } from "~/domain/shared/app-error";
import type { IsoDate } from "~/domain/shared/iso-date";
import type { Zone } from "~/domain/zone-model/zone-model";
import type { Db } from "~db/client";
import {
  findDeclaration,
  findSharedDeclaration,
  type SharedDeclaration,
} from "~db/repositories/declarations";
import { findRequest, type IntakeRequest } from "~db/repositories/intake-requests";
import { findLatestRevision, findRevision, type Revision } from "~db/repositories/revisions";
import { findNewerShared, type SharedVersion } from "~db/repositories/shared-declarations";
import { openProfiles, profileOf } from "../profiles/profile-source.server";

/** One declaration against one zone of the latest revision, on one day. */
export type JudgedPair = {
  revision: Revision;
  zone: Zone;
  declaration: SharedDeclaration;
  profile: RequirementProfile;
  assessment: Assessment;
};

/** The assessment on the screen was another one. `difference` is null where it cannot be made again. */
export type StaleRefusal = {
  code: "assessment-changed";
  revisionNumber: { before: number; after: number };
  difference: AssessmentDifference | null;
};

/** Throws `not-found` where zone or declaration is missing, foreign, or not shared. */
export async function findPair(
  db: Db,
  organisationId: string,
  ids: { modelId: string; zoneId: string; declarationId: string },
  asOf: IsoDate,
): Promise<JudgedPair> {
  const revision = await findLatestRevision(db, organisationId, ids.modelId);
  const zone = revision?.content.zones.find(({ id }) => id === ids.zoneId);
  const profile = revision && profileOf(await openProfiles(db, organisationId), revision, ids.zoneId);
  const declaration = await findSharedDeclaration(db, organisationId, ids.declarationId);
  if (!revision || !zone || !profile || !declaration)
    throw new AppError(
      "not-found",
      "there is nothing to decide on: the zone or the declaration is not there",
    );
  return { revision, zone, declaration, profile, assessment: assess(profile, declaration.content, asOf) };
}

/** The declaration that took the place of this one, if any: only the newest can be decided on. */
export async function newestDeclarationOf(
  db: Db,
  organisationId: string,
  declaration: SharedDeclaration,
): Promise<SharedVersion | undefined> {
  return findNewerShared(db, organisationId, declaration);
}

/**
 * What a person saw against what holds now, or null where the result is the same. What they saw is not taken from
 * the form but made again from the revision and day it names, and believed where its fingerprint agrees.
 */
export async function staleness(
  db: Db,
  organisationId: string,
  { revision, zone, declaration, assessment }: JudgedPair,
  seen: { fingerprint: string; asOf: IsoDate; revisionNumber: number },
): Promise<StaleRefusal | null> {
  if (seen.fingerprint === assessment.fingerprint) return null;
  const stale = {
    code: "assessment-changed" as const,
    revisionNumber: { before: seen.revisionNumber, after: revision.number },
  };
  const seenRevision = await findRevision(db, organisationId, revision.modelId, seen.revisionNumber);
  const seenProfile =
    seenRevision && profileOf(await openProfiles(db, organisationId), seenRevision, zone.id);
  const before = seenProfile && assess(seenProfile, declaration.content, seen.asOf);
  if (before?.fingerprint !== seen.fingerprint) return { ...stale, difference: null };
  const difference = differenceOfAssessments(before, assessment);
  return isDifference(difference) ? { ...stale, difference } : null;
}

/** The request behind a decision: of this zone, supplier and release, or `not-found`. Its answer may be withdrawn since. */
export async function findAnsweredRequest(
  db: Db,
  organisationId: string,
  requestId: string,
  { revision, zone, declaration }: JudgedPair,
): Promise<IntakeRequest> {
  const request = await findRequest(db, organisationId, requestId);
  const answer = request?.declarationId
    ? await findDeclaration(db, request.supplierId, request.declarationId)
    : undefined;
  if (
    !request ||
    request.modelId !== revision.modelId ||
    request.zoneId !== zone.id ||
    request.supplierId !== declaration.supplierId ||
    answer?.releaseId !== declaration.releaseId
  )
    throw new AppError("not-found", "there is no such request for this product and zone");
  return request;
}
