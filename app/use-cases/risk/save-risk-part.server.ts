import { z } from "zod";
import { OFFERED_THREAT_BY_ID } from "~/catalogue/risk";
import {
  partToken,
  type RiskPartChange,
  type RiskPartForm,
  RiskPartFormSchema,
  withPart,
} from "~/domain/risk/assessment-parts";
import {
  newRiskAssessment,
  type RiskAssessment,
  RiskAssessmentSchema,
  type ThreatRating,
} from "~/domain/risk/risk-assessment";
import type { TargetRecord } from "~/domain/risk/target-record";
import { FOUNDATIONAL_REQUIREMENTS } from "~/domain/security-level/security-level";
import { accept, type Result, refuse } from "~/domain/shared/result";
import { type Caller, type InvalidInput, toInvalidInput } from "~/use-cases/use-case.server";
import type { EditRefusal } from "~/use-cases/zone-models/edit-zone-model.server";
import { editTarget } from "./edit-target.server";
import { openMatrices } from "./matrices.server";

export const SaveRiskPartInput = z.strictObject({
  modelId: z.string().min(1).max(64),
  elementKind: z.enum(["zone", "conduit"]),
  elementId: z.string().min(1).max(64),
  /** What the person saw of this step; empty where there was no assessment. */
  token: z.string().max(64),
  change: RiskPartFormSchema,
});

/** Somebody else has filled in the same step since; nothing was written. `token`: to save over it all the same. */
export type PartChanged = { code: "part-changed"; token: string };
type Refusal = PartChanged | InvalidInput;
export type SaveRiskPartRefusal = Refusal | EditRefusal;
export type SavedRiskPart = Result<{ version: number; token: string }, SaveRiskPartRefusal>;

/**
 * Fills in one step of the assessment of a zone or conduit and saves it to the draft, finished or not. Two people in
 * two steps do not meet; in the same one the slower chooses.
 */
export async function saveRiskPart(caller: Caller, raw: unknown): Promise<SavedRiskPart> {
  const parsed = SaveRiskPartInput.safeParse(raw, { reportInput: true });
  if (!parsed.success) return refuse(toInvalidInput(parsed.error));
  const { modelId, elementKind, elementId, token, change } = parsed.data;
  const { current } = await openMatrices(caller.database.read, caller.actor.organisationId);
  const fresh = newRiskAssessment(current.version);
  const fill = ({ riskAssessment: stands }: TargetRecord): Result<Partial<TargetRecord>, Refusal> => {
    const now = partToken(stands, change.part);
    // Before anybody has said anything the step is as empty as a new assessment.
    const isAsSeen = now === token || (token === "" && now === partToken(fresh, change.part));
    const next = filledIn(stands ?? fresh, toChange(change, stands ?? fresh, caller.newId));
    if (!next.success) return refuse(toInvalidInput(next.error));
    if (partToken(next.data, change.part) === now) return accept({});
    return isAsSeen ? accept({ riskAssessment: next.data }) : refuse({ code: "part-changed", token: now });
  };
  const element = { kind: elementKind, id: elementId };
  const saved = await editTarget(caller, { modelId, element }, fill);
  if (!saved.ok) return saved;
  const { version, target } = saved.value;
  return accept({ version, token: partToken(target.riskAssessment, change.part) });
}

function filledIn(assessment: RiskAssessment, change: RiskPartChange) {
  return RiskAssessmentSchema.safeParse(withPart(assessment, change), { reportInput: true });
}

type ChosenThreat = Pick<ThreatRating, "id" | "threatId" | "name" | "foundationalRequirements">;

/** A threat that was offered keeps the name and the FRs it had when it was ticked; one that nobody offers is left out. */
function toChange(form: RiskPartForm, { threats }: RiskAssessment, newId: () => string): RiskPartChange {
  if (form.part !== "threats") return form;
  const offered = form.offered.flatMap((threatId): ReadonlyArray<ChosenThreat> => {
    const known = threats.find((threat) => threat.threatId === threatId);
    if (known) return [known];
    const found = OFFERED_THREAT_BY_ID.get(threatId);
    if (!found) return [];
    const against = FOUNDATIONAL_REQUIREMENTS.filter(
      (fr) => found.foundationalRequirements[fr] !== undefined,
    );
    return [{ id: threatId, threatId, name: found.name, foundationalRequirements: against }];
  });
  const own = form.own.map((threat) => ({ ...threat, id: threat.id || newId(), threatId: null }));
  const chosen = [...offered, ...own].map(({ id, threatId, name, foundationalRequirements }) => ({
    ...{ id, threatId, name, foundationalRequirements },
  }));
  return { part: "threats", threats: chosen };
}
