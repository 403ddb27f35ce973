import { isInForceOn, latestExpiry, mayBeExtended } from "~/domain/procurement/exception";
import { AppError } from "~/domain/shared/app-error";
import { toIsoDate } from "~/domain/shared/iso-date";
import { findPair, newestDeclarationOf } from "~/use-cases/decisions/judged-pair.server";
import { requireException, toException } from "~/use-cases/exceptions/find-exception.server";
import { exceptedGapsOf, listCountermeasuresOfZone } from "~/use-cases/exceptions/pair-of-exception.server";
import { type Caller, requirePermission } from "~/use-cases/use-case.server";
import { presentLineage } from "./exception-lineage.server";
import { toShownGap } from "./exception-standings.server";

export type NewExceptionQuery = {
  modelId: string;
  zoneId: string;
  declarationId: string;
  /** The exception that the new one would go on from. */
  extendsId: string | null;
};

/** The form of a request: the gaps of an assessment as it is today, none of them ticked. */
export async function presentNewException(caller: Caller, query: NewExceptionQuery) {
  const { actor, database, now } = caller;
  requirePermission(actor, "exception.request");
  const db = database.read;
  const { organisationId } = actor;
  const today = toIsoDate(now);
  const { revision, zone, declaration, assessment } = await findPair(db, organisationId, query, today);
  const { modelId, zoneId } = query;
  const { supplierId, releaseId } = declaration;
  const pair = { modelId, zoneId, supplierId, releaseId };
  const earlier =
    query.extendsId === null ? null : await requireException(db, organisationId, query.extendsId);
  if (earlier && (earlier.zoneId !== zoneId || earlier.releaseId !== releaseId))
    throw new AppError("not-found", "there is no such exception for this product and zone");
  const [excepted, countermeasures, newest] = await Promise.all([
    exceptedGapsOf(db, organisationId, pair, assessment, today),
    listCountermeasuresOfZone(db, organisationId, { modelId, content: revision.content, zoneId }, today),
    newestDeclarationOf(db, organisationId, declaration),
  ]);
  const uncovered = new Set(excepted.uncovered.map(({ key }) => key));
  return {
    ids: { modelId, zoneId, declarationId: declaration.declarationId },
    zoneName: zone.name,
    productName: declaration.productName,
    releaseVersion: declaration.releaseVersion,
    supplierName: declaration.supplierName,
    newerDeclaration: newest ? { id: newest.declarationId, version: newest.declarationVersion } : null,
    gaps: excepted.gaps.map((gap) => ({
      ...toShownGap(gap),
      isCovered: !uncovered.has(gap.key),
      isAsked: excepted.exceptions.some(
        ({ state, gaps }) => state === "requested" && gaps.some(({ key }) => key === gap.key),
      ),
    })),
    countermeasures: countermeasures.map(({ id, title, requirementIds, expiresOn }) => ({
      ...{ id, title, requirementIds, expiresOn },
    })),
    today,
    latest: latestExpiry(today),
    earlier: earlier && {
      ...{ id: earlier.id, reason: earlier.reason, expiresOn: earlier.expiresOn },
      residualRisk: earlier.residualRisk,
      gaps: earlier.gaps.map(toShownGap),
      isInForce: isInForceOn(toException(earlier), today),
      mayBeExtended: mayBeExtended(earlier),
      lineage: await presentLineage(caller, earlier),
    },
  };
}
