import type { TableRefusal } from "~/components/model/refusal";
import { layerOfFields, type RuleFields, toPolicyErrors } from "~/components/policy/policy-form";
import type { Caller } from "~/use-cases/use-case.server";
import { editZoneModel } from "~/use-cases/zone-models/edit-zone-model.server";

type ZonePolicyPost = { modelId: string; zoneId: string; version: unknown; typed: RuleFields };

/** A zone's own values are part of the model: the same command and the same door as every edit of it. */
export async function saveZonePolicy(
  caller: Caller,
  { modelId, zoneId, version, typed }: ZonePolicyPost,
): Promise<TableRefusal | undefined> {
  const commands = [{ type: "update-zone", zoneId, changes: { policy: layerOfFields(typed) } }];
  const outcome = await editZoneModel(caller, { modelId, version, commands });
  if (outcome.ok) return undefined;
  const { refusal } = outcome;
  switch (refusal.code) {
    case "invalid-input":
      return { ...refusal, fields: toPolicyErrors(refusal.fields, "commands.0.changes.policy.") };
    case "stale-version": {
      if (refusal.isAlreadySaved) return undefined;
      const edits = refusal.edits.map(({ version: made, personName, at }) => ({
        version: made,
        personName,
        at,
      }));
      return { code: "stale-version", currentVersion: refusal.currentVersion, edits };
    }
    case "command-refused":
      return { code: refusal.refusal.code };
    case "model-is-submitted":
      return { code: "model-is-submitted" };
  }
}
