import { ancestorsOf, needsSlTarget } from "../queries";
import { modelRule, refTo } from "./rule";

/** Without a target nothing can be asked of the devices in a zone (IEC 62443-3-2 ZCR 5.6). */
export const zoneHasSlTarget = modelRule({
  id: "zone-has-sl-target",
  clauses: [{ standard: "iec-62443-3-2", ref: "ZCR 5.6" }],
  severity: "error",
  reads: ["zones"],
  observe: (index) =>
    index.model.zones
      .filter((zone) => needsSlTarget(zone) && !zone.slTarget)
      .map((zone) => {
        const slTarget = ancestorsOf(index, zone.id).find((ancestor) => ancestor.slTarget)?.slTarget;
        return {
          element: refTo("zone", zone),
          params: { zone: zone.name },
          ...(slTarget && {
            fix: [{ type: "set-sl-target", zoneId: zone.id, slTarget, rationale: zone.slTargetRationale }],
          }),
        };
      }),
});
