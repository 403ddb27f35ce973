import { z } from "zod";
import { isRated } from "~/domain/risk/open-ratings";
import { fingerprintOfTarget, type TargetRecord } from "~/domain/risk/target-record";
import { SlVectorSchema } from "~/domain/security-level/security-level";
import { accept, type Result, refuse } from "~/domain/shared/result";
import { textBlock } from "~/domain/shared/text";
import { type Caller, type InvalidInput, toInvalidInput } from "~/use-cases/use-case.server";
import type { EditRefusal } from "~/use-cases/zone-models/edit-zone-model.server";
import { editTarget } from "./edit-target.server";
import { openMatrices } from "./matrices.server";

export const ApplyRiskTargetInput = z.strictObject({
  modelId: z.string().min(1).max(64),
  elementKind: z.enum(["zone", "conduit"]),
  elementId: z.string().min(1).max(64),
  /** Of target, reason and assessment as the person saw them. */
  fingerprint: z.string().max(64),
  slTarget: SlVectorSchema,
  rationale: textBlock().min(1, "required"),
});

type Refusal =
  | { code: "changed-since-seen" }
  /** Nothing follows from an assessment that is not finished. */
  | { code: "not-rated" };
export type ApplyRiskTargetRefusal = Refusal | EditRefusal | InvalidInput;

/**
 * Sets the target that follows from the assessment, or another one that the person gives a reason for, together with
 * the assessment as rated by the matrix of today: one edit of the draft (IEC 62443-3-2 ZCR 5.6, 5.13).
 */
export async function applyRiskTarget(
  caller: Caller,
  raw: unknown,
): Promise<Result<{ version: number }, ApplyRiskTargetRefusal>> {
  const parsed = ApplyRiskTargetInput.safeParse(raw, { reportInput: true });
  if (!parsed.success) return refuse(toInvalidInput(parsed.error));
  const { modelId, elementKind, elementId, fingerprint, slTarget, rationale } = parsed.data;
  const { current } = await openMatrices(caller.database.read, caller.actor.organisationId);
  const apply = (stands: TargetRecord): Result<Partial<TargetRecord>, Refusal> => {
    const { riskAssessment } = stands;
    if (fingerprintOfTarget(stands) !== fingerprint) return refuse({ code: "changed-since-seen" });
    if (!riskAssessment || !isRated(riskAssessment)) return refuse({ code: "not-rated" });
    return accept({
      slTarget,
      slTargetRationale: rationale,
      riskAssessment: { ...riskAssessment, matrixVersion: current.version },
    });
  };
  return editTarget(caller, { modelId, element: { kind: elementKind, id: elementId } }, apply);
}
