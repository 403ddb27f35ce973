import { daysLeft, stageOn } from "~/domain/procurement/calendar";
import { type End, firstOf } from "~/domain/procurement/register";
import type { IsoDate } from "~/domain/shared/iso-date";
import type { RestingException } from "~db/repositories/decision-exceptions";
import type { Condition } from "~db/repositories/decisions";
import type { RegisterEntry } from "~db/repositories/register";
import type { Review, ReviewedDecision } from "./assessment-of-pair.server";
import { endedOf } from "./ended-exceptions.server";

type Ground = {
  conditions: ReadonlyArray<Condition>;
  resting: ReadonlyArray<RestingException>;
  today: IsoDate;
};

/** One approval as a line of the register: what, where, under which conditions, until when. */
export function toShownApproval(
  { declaredEnd, modelName }: RegisterEntry & { modelName: string },
  { decision, review, fresh }: ReviewedDecision,
  { conditions, resting, today }: Ground,
) {
  const open = conditions.filter(
    ({ decisionId, completedAt }) => decisionId === decision.id && completedAt === null,
  );
  const exceptions = resting.filter(({ decisionId }) => decisionId === decision.id);
  const ended = endedOf(resting, decision.id, today);
  const until = firstOf<End["kind"]>([
    ...open.map(({ text, dueOn }) => ({ kind: "condition" as const, name: text, endsOn: dueOn })),
    ...exceptions.map(({ expiresOn }) => ({ kind: "exception" as const, name: "", endsOn: expiresOn })),
    ...(declaredEnd ? [declaredEnd] : []),
  ]);
  return {
    id: decision.id,
    kind: decision.kind,
    productName: decision.productName,
    releaseVersion: decision.releaseVersion,
    supplierName: decision.supplierName,
    modelId: decision.modelId,
    modelName,
    zoneId: decision.zoneId,
    zoneName: decision.zoneName,
    /** False where the zone is in no published state any more. */
    hasZone: causeOf(review) !== "zone-removed",
    /** What of the release is shared today; null where nothing is. */
    declarationId: fresh?.declarationId ?? null,
    decidedAt: decision.decidedAt.toISOString(),
    decidedByName: decision.decidedByName,
    review: causeOf(review),
    conditions: open.map(({ id, text, owner, dueOn }) => ({
      id,
      text,
      owner,
      dueOn,
      isOverdue: dueOn < today,
    })),
    exceptions: exceptions.map(({ exceptionId, expiresOn }) => ({
      ...{ id: exceptionId, expiresOn },
      ended: ended.find(({ id }) => id === exceptionId)?.standing ?? null,
    })),
    until: until && {
      ...until,
      stage: stageOn(until.endsOn, today),
      daysLeft: daysLeft(until.endsOn, today),
    },
  };
}

export type ShownApproval = ReturnType<typeof toShownApproval>;

function causeOf(review: Review) {
  return review.state === "holds" ? null : review.cause;
}
