import {
  FOUNDATIONAL_REQUIREMENTS,
  higherOf,
  reaches,
  type SlVector,
} from "../../security-level/security-level";
import { derivedConduitTarget, endsOf } from "../queries";
import { modelRule, namesOfEnds, refTo } from "./rule";

/** A conduit weaker than a zone it opens is the way around that zone's target (IEC 62443-3-2 ZCR 5.6). */
export const conduitTargetCoversItsEnds = modelRule({
  id: "conduit-target-covers-its-ends",
  clauses: [{ standard: "iec-62443-3-2", ref: "ZCR 5.6" }],
  severity: "warning",
  reads: ["zones", "conduits"],
  observe: (index) =>
    index.model.conduits.flatMap((conduit) => {
      const [own, derived] = [conduit.slTarget, derivedConduitTarget(index, conduit)];
      if (!own || !derived) return [];
      const lower = FOUNDATIONAL_REQUIREMENTS.filter((fr) => own[fr] < derived[fr]);
      if (lower.length === 0) return [];
      return [
        {
          element: refTo("conduit", conduit),
          related: endsOf(index, conduit).map((zone) => refTo("zone", zone)),
          params: { ...namesOfEnds(index, conduit), requirements: lower.join(", ") },
          fix: [
            { type: "update-conduit", conduitId: conduit.id, changes: { slTarget: raised(own, derived) } },
          ],
        },
      ];
    }),
});

/** Null, so that it follows the zones from now on, unless the conduit asks for more than they do somewhere. */
function raised(own: SlVector, derived: SlVector): SlVector | null {
  return reaches(derived, own) ? null : higherOf(own, derived);
}
