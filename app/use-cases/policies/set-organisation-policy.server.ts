import { z } from "zod";
import { canonicalLayer, type LayerConflict, layerChanges, mergeLayers } from "~/domain/policy/layer-changes";
import { type PolicyLayer, PolicyLayerSchema } from "~/domain/policy/policy";
import { accept, refuse } from "~/domain/shared/result";
import { textBlock } from "~/domain/shared/text";
import { reassessPolicy } from "~/use-cases/reassessment/reassess-policy.server";
import { useCase } from "~/use-cases/use-case.server";
import { listPeopleByIds } from "~db/repositories/people";
import { findLatestPolicy, findPolicyVersion, saveNewPolicyVersion } from "~db/repositories/policies";

export const SetOrganisationPolicyInput = z.strictObject({
  /** The whole layer, not only what changes: a rule that is not named is inherited. */
  layer: PolicyLayerSchema,
  reason: textBlock(1000).min(1, "required"),
  /** The version that the person saw; 0 where there was none. */
  version: z.coerce.number().int().min(0),
});

export type StalePolicy = {
  code: "stale-policy";
  current: { version: number; reason: string; personName: string; at: string };
  /** My changes on top of the current version, to look at and to save again. */
  merged: PolicyLayer;
  /** What both sides changed. */
  conflicts: ReadonlyArray<LayerConflict>;
};
export type SetPolicyRefusal = StalePolicy | { code: "nothing-changed" } | { code: "unknown-version" };

/**
 * What the organisation demands in all its zones, as the next version; earlier ones stay as they are. On a version that
 * others have moved on from nothing is written: both states go back, put together, for the person to choose. Zones for
 * which another value holds now are assessed anew.
 */
export const setOrganisationPolicy = useCase({
  action: "policy.set",
  input: SetOrganisationPolicyInput,
  async run({ db, actor, input, now, newId }) {
    const { organisationId, personId } = actor;
    const layer = canonicalLayer(input.layer);
    const current = await findLatestPolicy(db, organisationId);
    const seen =
      input.version === (current?.version ?? 0)
        ? current
        : await findPolicyVersion(db, organisationId, input.version);
    if (input.version > 0 && !seen) return refuse<SetPolicyRefusal>({ code: "unknown-version" });
    if (current && current.version !== input.version) {
      const merged = mergeLayers(seen?.layer ?? {}, current.layer, layer);
      const { version, reason, createdBy, createdAt } = current;
      const [person] = await listPeopleByIds(db, [createdBy]);
      return refuse<SetPolicyRefusal>({
        code: "stale-policy",
        current: { version, reason, personName: person?.name ?? "", at: createdAt.toISOString() },
        merged: merged.layer,
        conflicts: merged.conflicts,
      });
    }
    const changed = layerChanges(current?.layer ?? {}, layer).map(({ key }) => key);
    if (changed.length === 0) return refuse<SetPolicyRefusal>({ code: "nothing-changed" });
    const version = (current?.version ?? 0) + 1;
    await saveNewPolicyVersion(db, organisationId, {
      organisationId,
      version,
      layer,
      reason: input.reason,
      createdBy: personId,
      createdAt: now,
    });
    await reassessPolicy(
      { db, organisationId, personId, now, newId },
      { version, before: current?.layer ?? {}, after: layer },
    );
    return accept({ id: organisationId, version, changed });
  },
  audit: (_input, { version, changed }) => ({ version, changed }),
});
