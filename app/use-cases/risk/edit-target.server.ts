import type { TargetedElement, TargetRecord } from "~/domain/risk/target-record";
import { accept, type Result, refuse } from "~/domain/shared/result";
import type { ZoneModelCommand } from "~/domain/zone-model/commands";
import { type Caller, type InvalidInput, requirePermission } from "~/use-cases/use-case.server";
import { type EditRefusal, editZoneModel } from "~/use-cases/zone-models/edit-zone-model.server";
import { requireModel } from "~/use-cases/zone-models/publication.server";
import { requireTargeted } from "./targeted-element.server";

/** How often to look again where others saved in between. */
const ATTEMPTS = 3;

export type EditedTarget<Refusal> = Result<
  { version: number; target: TargetRecord },
  Refusal | EditRefusal | InvalidInput
>;

/**
 * Changes what an element must reach and why, as one edit of the draft through the same door as every other.
 * `change` is asked with the element as it now stands, so that it can refuse what somebody else was faster with; where
 * another edit slips in between reading and writing, it is asked anew.
 */
export async function editTarget<Refusal>(
  caller: Caller,
  { modelId, element }: { modelId: string; element: TargetedElement },
  change: (stands: TargetRecord) => Result<Partial<TargetRecord>, Refusal>,
): Promise<EditedTarget<Refusal>> {
  requirePermission(caller.actor, "model.edit");
  for (let attempt = 1; ; attempt += 1) {
    const model = await requireModel(caller.database.read, caller.actor.organisationId, modelId);
    const stands = requireTargeted(model.draft, element);
    const changed = change(stands);
    if (!changed.ok) return changed;
    const commands = commandsFor(element, stands, changed.value);
    const target = { ...stands, ...changed.value };
    if (commands.length === 0) return accept({ version: model.draftVersion, target });
    const outcome = await editZoneModel(caller, { modelId, version: model.draftVersion, commands });
    if (outcome.ok) return accept({ version: outcome.value.version, target });
    const isOvertaken = outcome.refusal.code === "stale-version" && attempt < ATTEMPTS;
    if (!isOvertaken) return refuse(outcome.refusal);
  }
}

/** A zone's levels go by a command of their own, together with their reason; a conduit's are changes like others. */
function commandsFor(
  { kind, id }: TargetedElement,
  stands: TargetRecord,
  target: Partial<TargetRecord>,
): ReadonlyArray<ZoneModelCommand> {
  const { riskAssessment, slTarget = stands.slTarget, slTargetRationale = stands.slTargetRationale } = target;
  const setsTarget = target.slTarget !== undefined || target.slTargetRationale !== undefined;
  if (kind === "conduit") {
    const changes = {
      ...(riskAssessment !== undefined && { riskAssessment }),
      ...(setsTarget && { slTarget, slTargetRationale }),
    };
    return Object.keys(changes).length > 0 ? [{ type: "update-conduit", conduitId: id, changes }] : [];
  }
  return [
    ...(riskAssessment === undefined
      ? []
      : [{ type: "update-zone" as const, zoneId: id, changes: { riskAssessment } }]),
    ...(setsTarget
      ? [{ type: "set-sl-target" as const, zoneId: id, slTarget, rationale: slTargetRationale }]
      : []),
  ];
}
