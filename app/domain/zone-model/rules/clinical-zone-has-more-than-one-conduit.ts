import { conduitsOf, otherEndOf } from "../queries";
import type { Zone } from "../zone-model";
import { modelRule, refTo } from "./rule";

/**
 * Where care depends on a zone, one lasting conduit is a single point of failure: add a second, or have the zone
 * work as an island (IEC 62443-3-3 SR 5.2 RE(2)). A zone without any is an island already.
 */
export const clinicalZoneHasMoreThanOneConduit = modelRule({
  id: "clinical-zone-has-more-than-one-conduit",
  clauses: [{ standard: "iec-62443-3-3", ref: "SR 5.2 RE(2)" }],
  severity: "notice",
  reads: ["zones", "conduits"],
  observe: (index) =>
    index.model.zones.filter(isCareDependent).flatMap((zone) => {
      const [only, ...more] = conduitsOf(index, zone.id).filter(({ temporary }) => !temporary);
      if (!only || more.length > 0) return [];
      const neighbourId = otherEndOf(only, zone.id);
      return [
        {
          element: refTo("zone", zone),
          related: [refTo("conduit", only)],
          params: { zone: zone.name, neighbour: index.zoneById.get(neighbourId)?.name ?? neighbourId },
        },
      ];
    }),
});

function isCareDependent({ criticality }: Zone): boolean {
  return criticality.patientSafety === "high" || criticality.continuityOfCare === "high";
}
