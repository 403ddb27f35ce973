import { assess } from "~/domain/assessment/assess";
import type { Finding, Severity } from "~/domain/assessment/assessment";
import { AppError } from "~/domain/shared/app-error";
import { toIsoDate } from "~/domain/shared/iso-date";
import { openProfiles, profileOf } from "~/use-cases/profiles/profile-source.server";
import { type Caller, requirePermission } from "~/use-cases/use-case.server";
import { findSharedDeclaration } from "~db/repositories/declarations";
import { findLatestRevision } from "~db/repositories/revisions";

const REASONS_AT_MOST = 3;
/** What weighs most comes first. */
const ORDER: ReadonlyArray<Severity> = ["gap", "open", "condition", "note", "none"];

/** Why a cell of the matrix came out as it did: the findings that weigh most, in words of the checks. */
export async function presentMatrixReason(
  { actor, database, now }: Caller,
  { modelId, zoneId, declarationId }: { modelId: string; zoneId: string; declarationId: string },
) {
  requirePermission(actor, "assessment.read");
  const scope = [database.read, actor.organisationId] as const;
  const [revision, declaration] = await Promise.all([
    findLatestRevision(...scope, modelId),
    findSharedDeclaration(...scope, declarationId),
  ]);
  const profile = revision && profileOf(await openProfiles(...scope), revision, zoneId);
  if (!profile || !declaration)
    throw new AppError("not-found", "there is no such zone with a target, or no such declaration");
  const { findings, verdict, decidedBy } = assess(profile, declaration.content, toIsoDate(now));
  const weighing = findings.filter(({ severity }) => severity !== "none" && severity !== "note");
  return {
    verdict,
    reasons: weighing
      .toSorted((a, b) => weightOf(a, decidedBy) - weightOf(b, decidedBy))
      .slice(0, REASONS_AT_MOST)
      .map(({ id, severity, reason }) => ({ id, severity, reason })),
    /** How many more weigh, behind those that are told. */
    more: Math.max(0, weighing.length - REASONS_AT_MOST),
  };
}

function weightOf({ id, severity }: Finding, decidedBy: ReadonlyArray<string>): number {
  return (decidedBy.includes(id) ? 0 : ORDER.length) + ORDER.indexOf(severity);
}
