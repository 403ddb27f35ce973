import type { Confidence } from "../requirement/component-requirement";
import { programmeMeasures, type ZoneCircumstances, zoneMeasures } from "../requirement/zone-measures";
import type { FoundationalRequirement, SecurityLevel } from "../security-level/security-level";
import { assetsIn, conduitsOf, type ZoneModelIndex } from "../zone-model/queries";
import type { Zone } from "../zone-model/zone-model";
import type { MeasureKind } from "./measure";

/** A measure that a place must have. `group`: the foundational requirement, or the element of the programme (SPE). */
export type RequiredMeasure = {
  id: string;
  kind: MeasureKind;
  group: string;
  title: string;
  /** Of technical ones: the lowest level that asks for it. */
  minSl: number | null;
  confidence: Confidence;
  conflict: boolean;
  note: string;
};

/** Rows of both standards, as the catalogue has them. */
export type MeasureKnowledge = {
  system: ReadonlyArray<{
    id: string;
    foundationalRequirement: FoundationalRequirement;
    title: string;
    minSl: Exclude<SecurityLevel, 0>;
    confidence: Confidence;
    conflict?: boolean | undefined;
    note?: string | undefined;
  }>;
  programme: ReadonlyArray<{
    id: string;
    group: string;
    element: string;
    title: string;
    confidence: Confidence;
    note?: string | undefined;
  }>;
};

/** Circumstances on which parts of the programme depend: what is wireless and what comes in from outside. */
export function circumstancesOf(index: ZoneModelIndex, zone: Zone): ZoneCircumstances {
  const conduits = conduitsOf(index, zone.id);
  return {
    hasWireless:
      conduits.some(({ wireless }) => wireless) || assetsIn(index, zone.id).some(({ wireless }) => wireless),
    hasRemoteAccess:
      conduits.some(({ remoteAccess }) => remoteAccess) || zone.referenceType === "remote-vendor-access",
  };
}

/** What one zone must have: nothing technical while it has no target. */
export function requiredInZone(
  { system, programme }: MeasureKnowledge,
  index: ZoneModelIndex,
  zone: Zone,
): ReadonlyArray<RequiredMeasure> {
  const technical = zone.slTarget ? zoneMeasures(zone.slTarget, system).flatMap(({ rows }) => rows) : [];
  return [
    ...technical.map(toTechnical),
    ...programmeMeasures(programme, circumstancesOf(index, zone)).map(toOrganisational),
  ];
}

/** What may be written down once for the whole hospital: every element of the programme. */
export function requiredOfHospital({ programme }: MeasureKnowledge): ReadonlyArray<RequiredMeasure> {
  return programme.map(toOrganisational);
}

type Row<Part extends keyof MeasureKnowledge> = MeasureKnowledge[Part][number];

const toTechnical = onceForEach((row: Row<"system">): RequiredMeasure => {
  const { id, foundationalRequirement, title, minSl, confidence, conflict = false, note = "" } = row;
  return { id, kind: "technical", group: foundationalRequirement, title, minSl, confidence, conflict, note };
});

const toOrganisational = onceForEach((row: Row<"programme">): RequiredMeasure => {
  const { id, element, title, confidence, note = "" } = row;
  return {
    ...{ id, kind: "organisational", group: element, title, minSl: null },
    ...{ confidence, conflict: false, note },
  };
});

/** Rows of the catalogue stay the same, and hundreds of zones have each of them. */
function onceForEach<From extends object>(make: (row: From) => RequiredMeasure) {
  const made = new WeakMap<From, RequiredMeasure>();
  return (row: From): RequiredMeasure => {
    const measure = made.get(row) ?? make(row);
    made.set(row, measure);
    return measure;
  };
}
