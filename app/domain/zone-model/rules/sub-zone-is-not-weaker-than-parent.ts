import { FOUNDATIONAL_REQUIREMENTS, higherOf } from "../../security-level/security-level";
import { ancestorsOf } from "../queries";
import { modelRule, refTo } from "./rule";

/**
 * Who gets into a weak sub-zone stands inside its parent, so a lower target needs a written reason
 * (IEC 62443-3-2 ZCR 5.6, product.md §2). Measured against the nearest zone around it that has a target.
 */
export const subZoneIsNotWeakerThanParent = modelRule({
  id: "sub-zone-is-not-weaker-than-parent",
  clauses: [{ standard: "iec-62443-3-2", ref: "ZCR 5.6" }],
  severity: "error",
  reads: ["zones"],
  observe: (index) =>
    index.model.zones.flatMap((zone) => {
      const parent = ancestorsOf(index, zone.id).find((ancestor) => ancestor.slTarget);
      const [own, around] = [zone.slTarget, parent?.slTarget];
      if (!own || !parent || !around || zone.weakerThanParentReason !== "") return [];
      const weaker = FOUNDATIONAL_REQUIREMENTS.filter((fr) => own[fr] < around[fr]);
      if (weaker.length === 0) return [];
      return [
        {
          element: refTo("zone", zone),
          related: [refTo("zone", parent)],
          params: { zone: zone.name, parent: parent.name, requirements: weaker.join(", ") },
          fix: [
            {
              type: "set-sl-target",
              zoneId: zone.id,
              slTarget: higherOf(own, around),
              rationale: zone.slTargetRationale,
            },
          ],
        },
      ];
    }),
});
