import { z } from "zod";
import {
  DECISION_KINDS,
  type DecisionRefusal,
  decide,
  isApproval,
  requestMoveOf,
} from "~/domain/procurement/decision";
import { moveRequest, type RequestRefusal } from "~/domain/procurement/request";
import { IsoDateSchema, toIsoDate } from "~/domain/shared/iso-date";
import { accept, type Result, refuse } from "~/domain/shared/result";
import { textBlock } from "~/domain/shared/text";
import { ElementIdSchema } from "~/domain/zone-model/zone-model";
import { saveNewAssessment } from "~db/repositories/assessments";
import { saveDecisionExceptions } from "~db/repositories/decision-exceptions";
import { saveNewDecision, supersedeDecisions } from "~db/repositories/decisions";
import { saveRequestState } from "~db/repositories/intake-requests";
import { removeRegisterEntries, saveRegisterEntries } from "~db/repositories/register";
import { exceptedGapsOf } from "../exceptions/pair-of-exception.server";
import { type InvalidInput, useCase } from "../use-case.server";
import { ConditionRows } from "./fields.server";
import {
  findAnsweredRequest,
  findPair,
  newestDeclarationOf,
  type StaleRefusal,
  staleness,
} from "./judged-pair.server";
import { toRegisterEntry } from "./register-entry.server";
import { restingOn } from "./resting-exceptions.server";

const IdField = z.string().min(1).max(64);

const RecordDecisionInput = z.strictObject({
  modelId: IdField,
  zoneId: ElementIdSchema,
  declarationId: IdField,
  /** The request that the decision answers; empty where nobody asked. */
  requestId: z
    .string()
    .max(64)
    .optional()
    .transform((id) => id || null),
  kind: z.enum(DECISION_KINDS),
  reason: textBlock(4000).default(""),
  conditions: ConditionRows,
  /** What the person had on the screen. */
  fingerprint: z.string().regex(/^[0-9a-f]{64}$/),
  asOf: IsoDateSchema,
  revisionNumber: z.coerce.number().int().min(1).max(1_000_000),
});

type RecordedDecision = {
  id: string;
  assessmentId: string;
  fingerprint: string;
  /** What it rests on. */
  exceptionIds: ReadonlyArray<string>;
};

export type RecordDecisionRefusal =
  | StaleRefusal
  /** The supplier has signed a later version: that one is to be judged. */
  | { code: "newer-declaration"; declarationId: string; declarationVersion: number }
  | FormRefusal
  | InvalidInput
  | RequestRefusal;

/** What is no single field's fault; the rest is shown at its field. */
type FormRefusal = Exclude<DecisionRefusal, { code: "reason-missing" | "condition-due-before-decision" }>;

/**
 * Decides on one product release in one zone. The assessment is made anew inside the transaction and frozen with
 * the decision; a person who saw another result is told what changed and decides again. A night that changed
 * nothing but the date is no reason to send them back.
 */
export const recordDecision = useCase({
  action: "decision.record",
  input: RecordDecisionInput,
  async run({ db, actor, input, now, newId }): Promise<Result<RecordedDecision, RecordDecisionRefusal>> {
    const { organisationId, personId } = actor;
    const today = toIsoDate(now);
    const pair = await findPair(db, organisationId, input, today);
    const newest = await newestDeclarationOf(db, organisationId, pair.declaration);
    if (newest)
      return refuse({
        code: "newer-declaration",
        declarationId: newest.declarationId,
        declarationVersion: newest.declarationVersion,
      });
    const stale = await staleness(db, organisationId, pair, input);
    if (stale) return refuse(stale);

    const { revision, zone, declaration, profile, assessment } = pair;
    const about = { modelId: input.modelId, zoneId: zone.id, supplierId: declaration.supplierId };
    const ofRelease = { ...about, releaseId: declaration.releaseId };
    const excepted = await exceptedGapsOf(db, organisationId, ofRelease, assessment, today);
    const decided = decide({
      assessment,
      uncovered: excepted.uncovered.map(({ key }) => key),
      // Compared just above, together with what a mere change of the date means.
      seenFingerprint: assessment.fingerprint,
      kind: input.kind,
      reason: input.reason,
      conditions: input.conditions.map(({ text, owner, dueOn }) => ({ text, owner, dueDate: dueOn })),
      decidedOn: today,
    });
    if (!decided.ok) return refuse(toFieldErrors(decided.refusal, input.conditions));

    const request =
      input.requestId === null ? null : await findAnsweredRequest(db, organisationId, input.requestId, pair);
    if (request) {
      const moved = moveRequest(request.state, requestMoveOf(input.kind), actor.organisationKind);
      if (!moved.ok) return moved;
      await saveRequestState(db, organisationId, request.id, { state: moved.value, updatedAt: now });
    }

    const assessmentId = newId();
    await saveNewAssessment(db, organisationId, {
      ...about,
      organisationId,
      id: assessmentId,
      revisionNumber: revision.number,
      zoneName: zone.name,
      declarationId: declaration.declarationId,
      productName: declaration.productName,
      releaseVersion: declaration.releaseVersion,
      declarationVersion: declaration.declarationVersion,
      profile,
      declaration: declaration.content,
      result: assessment,
      fingerprint: assessment.fingerprint,
      asOf: assessment.asOf,
      createdAt: now,
    });
    const id = newId();
    await removeRegisterEntries(db, organisationId, ofRelease);
    await supersedeDecisions(db, organisationId, ofRelease);
    await saveNewDecision(
      db,
      organisationId,
      {
        ...ofRelease,
        organisationId,
        id,
        assessmentId,
        requestId: request?.id ?? null,
        kind: decided.value.kind,
        reason: decided.value.reason,
        fingerprint: decided.value.fingerprint,
        decidedBy: personId,
        decidedAt: now,
        isCurrent: true,
      },
      decided.value.conditions.map(({ text, owner, dueDate }) => ({
        organisationId,
        id: newId(),
        decisionId: id,
        text,
        owner,
        dueOn: dueDate,
        completedAt: null,
        completedBy: null,
        completionNote: "",
      })),
    );
    const resting = isApproval(input.kind)
      ? await restingOn(db, { organisationId, decisionId: id }, ofRelease, excepted, today)
      : [];
    await saveDecisionExceptions(db, organisationId, resting);
    if (isApproval(input.kind)) {
      const named = { ...declaration, ...ofRelease, decisionId: id, zoneName: zone.name, decidedAt: now };
      await saveRegisterEntries(db, organisationId, [toRegisterEntry(organisationId, named)]);
    }
    return accept({
      ...{ id, assessmentId, fingerprint: assessment.fingerprint },
      exceptionIds: resting.map(({ exceptionId }) => exceptionId),
    });
  },
  audit: (input, value: RecordedDecision) => ({
    kind: input.kind,
    modelId: input.modelId,
    zoneId: input.zoneId,
    declarationId: input.declarationId,
    requestId: input.requestId,
    assessmentId: value.assessmentId,
    fingerprint: value.fingerprint,
    conditions: input.conditions.length,
    exceptionIds: value.exceptionIds,
  }),
});

/** What concerns one field is shown at that field. */
function toFieldErrors(
  refusal: DecisionRefusal,
  rows: ReadonlyArray<{ place: number }>,
): FormRefusal | InvalidInput {
  if (refusal.code === "reason-missing") return { code: "invalid-input", fields: { reason: ["required"] } };
  if (refusal.code !== "condition-due-before-decision") return refusal;
  const field = `conditions.${rows[refusal.index]?.place ?? 0}.dueOn`;
  return { code: "invalid-input", fields: { [field]: ["in-the-past"] } };
}
