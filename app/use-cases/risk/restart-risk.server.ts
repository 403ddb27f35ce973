import { fingerprintOfTarget, type TargetedElement, type TargetRecord } from "~/domain/risk/target-record";
import { accept, type Result, refuse } from "~/domain/shared/result";
import type { Caller } from "~/use-cases/use-case.server";
import { type EditedTarget, editTarget } from "./edit-target.server";
import { openMatrices } from "./matrices.server";

type Seen = { modelId: string; element: TargetedElement; fingerprint: string };
type Refusal = { code: "changed-since-seen" };

/** Says that the ratings hold by the matrix of today as well: nothing else changes. */
export async function rebaseRiskAssessment(caller: Caller, seen: Seen): Promise<EditedTarget<Refusal>> {
  const { current } = await openMatrices(caller.database.read, caller.actor.organisationId);
  return editSeen(caller, seen, ({ riskAssessment }) =>
    riskAssessment ? { riskAssessment: { ...riskAssessment, matrixVersion: current.version } } : {},
  );
}

/** Gives an assessment up; target and reason stay as they are. The history of the draft keeps it. */
export async function discardRiskAssessment(caller: Caller, seen: Seen): Promise<EditedTarget<Refusal>> {
  return editSeen(caller, seen, ({ riskAssessment }) => (riskAssessment ? { riskAssessment: null } : {}));
}

function editSeen(
  caller: Caller,
  { modelId, element, fingerprint }: Seen,
  change: (stands: TargetRecord) => Partial<TargetRecord>,
): Promise<EditedTarget<Refusal>> {
  const guarded = (stands: TargetRecord): Result<Partial<TargetRecord>, Refusal> =>
    fingerprintOfTarget(stands) === fingerprint
      ? accept(change(stands))
      : refuse({ code: "changed-since-seen" });
  return editTarget(caller, { modelId, element }, guarded);
}
