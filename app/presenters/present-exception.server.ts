import { mayDo } from "~/domain/access/permissions";
import { standingOn } from "~/domain/countermeasure/countermeasure";
import { allowedExceptionMoves, type ExceptionMove, mayBeExtended } from "~/domain/procurement/exception";
import { isStandingInForce, plannedReviews } from "~/domain/procurement/exception-review";
import { gapsOf } from "~/domain/procurement/gap";
import { AppError } from "~/domain/shared/app-error";
import { toIsoDate } from "~/domain/shared/iso-date";
import { findPair } from "~/use-cases/decisions/judged-pair.server";
import {
  requireException,
  toException,
  toExceptionMover,
} from "~/use-cases/exceptions/find-exception.server";
import { type Caller, requirePermission } from "~/use-cases/use-case.server";
import { findCountermeasure } from "~db/repositories/countermeasures";
import { listDecisionsOnException } from "~db/repositories/decision-exceptions";
import type { ExceptionRecord } from "~db/repositories/exceptions";
import { findOrganisation } from "~db/repositories/organisations";
import { listSharedNewest } from "~db/repositories/shared-declarations";
import { presentLineage } from "./exception-lineage.server";
import { standExceptions, toShownGap } from "./exception-standings.server";

/** One written acceptance: what it says, what it is worth today, who did what, and what this person can do. */
export async function presentException(caller: Caller, exceptionId: string) {
  const { actor, database, now } = caller;
  requirePermission(actor, "exception.read");
  const db = database.read;
  const { organisationId } = actor;
  const exception = await requireException(db, organisationId, exceptionId);
  const today = toIsoDate(now);
  const [[standing], lineage, supplier, countermeasures, decisions, fresh] = await Promise.all([
    standExceptions(db, organisationId, [exception], today),
    presentLineage(caller, exception),
    findOrganisation(db, exception.supplierId),
    presentCountermeasures(caller, exception),
    listDecisionsOnException(db, organisationId, exceptionId),
    presentToday(caller, exception),
  ]);
  if (!standing) throw new AppError("not-found", "there is no such exception");
  const [own, ...earlier] = lineage;
  const moves = allowedExceptionMoves(toException(exception), toExceptionMover(actor, now));
  const mayMove = (move: ExceptionMove, action: Parameters<typeof mayDo>[1]) =>
    mayDo(actor, action) && moves.includes(move);
  const { productName, releaseVersion, zoneName, reason, residualRisk, residualText, expiresOn } = exception;
  return {
    ...{ id: exception.id, productName, releaseVersion, zoneName, reason, residualRisk, residualText },
    ...{ expiresOn, reviewEveryDays: exception.reviewEveryDays, standing: standing.standing },
    supplierName: supplier?.name ?? "",
    modelId: exception.modelId,
    zoneId: exception.zoneId,
    basis: {
      revisionNumber: exception.revisionNumber,
      declarationVersion: exception.declarationVersion,
      fingerprint: exception.fingerprint,
    },
    gaps: exception.gaps.map((gap) => ({
      ...toShownGap(gap),
      /** Whether the product still lacks exactly this; null where it cannot be worked out today. */
      today: fresh?.stateOf(gap) ?? null,
    })),
    countermeasures,
    nextReviewOn: standing.nextReviewOn,
    plannedReviews: plannedReviews(today, exception),
    isRevocationAsked: isStandingInForce(standing.standing) && standing.latestOutcome === "revoke-asked",
    history: own?.steps ?? [],
    earlier,
    successorId: exception.supersededBy,
    decisions: decisions.map(({ decidedAt, ...decision }) => ({
      ...decision,
      decidedAt: decidedAt.toISOString(),
    })),
    /** What to open for a look at the product today; null where zone or declaration are gone. */
    fresh: fresh && { declarationId: fresh.declarationId },
    may: {
      grant: mayMove("grant", "exception.decide"),
      refuse: mayMove("refuse", "exception.decide"),
      withdraw: mayMove("withdraw", "exception.withdraw"),
      revoke: mayMove("revoke", "exception.revoke"),
      review: isStandingInForce(standing.standing) && mayDo(actor, "exception.review"),
      extend: fresh !== null && mayBeExtended(exception) && mayDo(actor, "exception.request"),
    },
    /** Why a lead sees no buttons: four eyes. */
    isOwnRequest:
      exception.state === "requested" &&
      exception.requestedBy === actor.personId &&
      mayDo(actor, "exception.decide"),
    /** Why whoever asked sees nothing but the way back. */
    isWaiting: exception.state === "requested" && exception.requestedBy === actor.personId,
  };
}

/** The same pair today, and whether each gap is still there. */
async function presentToday({ actor, database, now }: Caller, exception: ExceptionRecord) {
  const db = database.read;
  const { organisationId } = actor;
  const { supplierId, releaseId } = exception;
  const [newest] = await listSharedNewest(db, organisationId, { supplierId, releaseIds: [releaseId] });
  if (!newest) return null;
  const { modelId, zoneId } = exception;
  const { declarationId } = newest;
  try {
    const pair = await findPair(db, organisationId, { modelId, zoneId, declarationId }, toIsoDate(now));
    const gaps = gapsOf(pair.assessment);
    return {
      declarationId,
      stateOf({ key, substance }: ExceptionRecord["gaps"][number]) {
        const found = gaps.find((gap) => gap.key === key);
        if (!found) return "closed" as const;
        return found.substance === substance ? ("same" as const) : ("changed" as const);
      },
    };
  } catch (error) {
    // The zone is gone or has no target any more: what was accepted is shown all the same.
    if (error instanceof AppError && error.code === "not-found") return null;
    throw error;
  }
}

async function presentCountermeasures(
  { actor, database, now }: Caller,
  { countermeasureIds }: ExceptionRecord,
) {
  const found = await Promise.all(
    countermeasureIds.map((id) => findCountermeasure(database.read, actor.organisationId, id)),
  );
  return found.flatMap((entry) =>
    entry
      ? [
          {
            ...{ id: entry.id, title: entry.title, requirementIds: entry.requirementIds },
            standing: standingOn(entry, toIsoDate(now)),
          },
        ]
      : [],
  );
}
