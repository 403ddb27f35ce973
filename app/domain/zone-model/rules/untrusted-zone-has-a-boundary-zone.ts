import { FOUNDATIONAL_REQUIREMENTS, flatVector, type SlVector } from "../../security-level/security-level";
import { conduitsOf, otherEndOf, type ZoneModelIndex } from "../queries";
import type { Conduit, Zone } from "../zone-model";
import { modelRule, type Observation, refTo } from "./rule";

const TOO_MANY_LEVELS = 2;
const NO_LEVEL = flatVector(0);

/**
 * No path leads from an untrusted zone into a zone two levels higher in any FR without passing a boundary zone
 * (IEC 62443-3-3 SR 5.2, SR 1.13). Shown at the conduit where the step is taken, because there the boundary zone
 * is missing; what lies behind that step is not reported again.
 */
export const untrustedZoneHasABoundaryZone = modelRule({
  id: "untrusted-zone-has-a-boundary-zone",
  clauses: [
    { standard: "iec-62443-3-3", ref: "SR 5.2" },
    { standard: "iec-62443-3-3", ref: "SR 1.13" },
  ],
  severity: "error",
  reads: ["zones", "conduits"],
  observe: (index) =>
    index.model.zones
      .filter(({ trustClass }) => trustClass === "untrusted")
      .flatMap((zone) => stepsFrom(index, zone)),
});

/** Zones from the untrusted one on, and the conduits between them. */
type Way = { zones: ReadonlyArray<Zone>; conduits: ReadonlyArray<Conduit> };

/** Breadth first, so that the way told is a shortest one; each zone is left once. */
function stepsFrom(index: ZoneModelIndex, origin: Zone): ReadonlyArray<Observation> {
  const wayTo = new Map<Zone, Way>([[origin, { zones: [origin], conduits: [] }]]);
  const steps: Array<Observation> = [];
  // A Map hands out what is added while it is walked.
  for (const [zone, way] of wayTo) {
    for (const conduit of conduitsOf(index, zone.id)) {
      const next = index.zoneById.get(otherEndOf(conduit, zone.id));
      if (!next || next.trustClass === "boundary" || wayTo.has(next)) continue;
      const longer = { zones: [...way.zones, next], conduits: [...way.conduits, conduit] };
      const tooHigh = requirementsTooHigh(origin, next);
      if (next.trustClass !== "untrusted" && tooHigh.length > 0)
        steps.push(stepInto(longer, conduit, tooHigh.join(", ")));
      else if (!reportsTheSame(origin, next)) wayTo.set(next, longer);
    }
  }
  return steps;
}

function requirementsTooHigh(origin: Zone, zone: Zone): ReadonlyArray<keyof SlVector> {
  const [from, to] = [origin.slTarget ?? NO_LEVEL, zone.slTarget ?? NO_LEVEL];
  return FOUNDATIONAL_REQUIREMENTS.filter((fr) => to[fr] - from[fr] >= TOO_MANY_LEVELS);
}

/** Another untrusted zone that is no higher finds everything behind it on its own walk. */
function reportsTheSame(origin: Zone, zone: Zone): boolean {
  if (zone.trustClass !== "untrusted") return false;
  const [from, to] = [origin.slTarget ?? NO_LEVEL, zone.slTarget ?? NO_LEVEL];
  return FOUNDATIONAL_REQUIREMENTS.every((fr) => to[fr] <= from[fr]);
}

function stepInto({ zones, conduits }: Way, conduit: Conduit, requirements: string): Observation {
  return {
    element: refTo("conduit", conduit),
    about: zones[0]?.id,
    related: [
      ...zones.map((zone) => refTo("zone", zone)),
      ...conduits.filter(({ id }) => id !== conduit.id).map((earlier) => refTo("conduit", earlier)),
    ],
    params: {
      untrusted: zones[0]?.name ?? "",
      zone: zones.at(-1)?.name ?? "",
      path: zones.map(({ name }) => name).join(" → "),
      requirements,
    },
  };
}
