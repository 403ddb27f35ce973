import { REFERENCE_PROTOCOLS, REFERENCE_ZONE_TYPES } from "~/catalogue/reference-zones";
import { templateFragment } from "~/catalogue/templates/model-templates";
import { toIsoDate } from "~/domain/shared/iso-date";
import { fixAll } from "~/domain/zone-model/fix-all";
import { indexModel } from "~/domain/zone-model/queries";
import { findRule } from "~/domain/zone-model/rules";
import { judgeModel } from "~/domain/zone-model/waivers";
import { type Caller, requirePermission } from "~/use-cases/use-case.server";
import { findModelOf } from "./model-parts.server";
import { presentKnownReleases } from "./present-model.server";

/** What the forms of the table are read against: the draft as it is now, and what is known besides it. */
export async function presentTableGround(
  caller: Caller,
  modelId: string,
  /** Whoever only copies needs to read. */
  permission: "model.edit" | "model.read" = "model.edit",
) {
  requirePermission(caller.actor, permission);
  const [model, releases] = await Promise.all([findModelOf(caller, modelId), presentKnownReleases(caller)]);
  const today = toIsoDate(caller.now);
  const open = () => judgeModel(model.draft, today).open;
  return {
    version: model.draftVersion,
    index: indexModel(model.draft),
    zoneTypes: REFERENCE_ZONE_TYPES,
    protocols: REFERENCE_PROTOCOLS,
    releases,
    templateOf: templateFragment,
    /** The one step that closes a finding; empty where it has closed already. */
    fixOf: (findingId: string) => open().find(({ id }) => id === findingId)?.fix ?? [],
    /** The one-step fixes of a rule as one gesture. */
    fixesOf(ruleId: string) {
      const rule = findRule(ruleId);
      const own = open().filter((finding) => finding.ruleId === ruleId);
      return rule
        ? fixAll(
            model.draft,
            rule,
            own.map(({ id }) => id),
          )
        : [];
    },
  };
}
