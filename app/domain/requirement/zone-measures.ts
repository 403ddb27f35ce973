import {
  FOUNDATIONAL_REQUIREMENTS,
  type FoundationalRequirement,
  type SecurityLevel,
  type SlVector,
} from "../security-level/security-level";
import type { ComponentRequirement } from "./component-requirement";

type Levelled = Pick<ComponentRequirement, "minSl" | "foundationalRequirement">;

export type MeasureGroup<Row> = {
  foundationalRequirement: FoundationalRequirement;
  target: SecurityLevel;
  /** In the order given. Empty where nothing is asked. */
  rows: ReadonlyArray<Row>;
};

/**
 * What the zone itself must have, whatever stands in it: the system requirements of IEC 62443-3-3 up to its target
 * (product.md §3), in seven groups in the standard's order. A higher target only ever adds measures.
 */
export function zoneMeasures<Row extends Levelled>(
  slTarget: SlVector,
  systemRequirements: ReadonlyArray<Row>,
): ReadonlyArray<MeasureGroup<Row>> {
  return FOUNDATIONAL_REQUIREMENTS.map((fr) => ({
    foundationalRequirement: fr,
    target: slTarget[fr],
    rows: systemRequirements.filter((row) => row.foundationalRequirement === fr && row.minSl <= slTarget[fr]),
  }));
}

/** What a level means for one attribute, and the rows it sums up. */
type LevelMeaning = { requirements: ReadonlyArray<string> };

/**
 * The summaries that a target reaches: those of which at least one row is asked for. Rows of a summary may belong to
 * several foundational requirements; a row that the catalogue does not know asks for nothing.
 */
export function reachedMeanings<Meaning extends LevelMeaning>(
  slTarget: SlVector,
  meanings: ReadonlyArray<Meaning>,
  rowById: ReadonlyMap<string, Levelled>,
): ReadonlyArray<Meaning> {
  const isAsked = (id: string) => {
    const row = rowById.get(id);
    return row !== undefined && row.minSl <= slTarget[row.foundationalRequirement];
  };
  return meanings.filter(({ requirements }) => requirements.some(isAsked));
}

/** Circumstances of a zone on which parts of a security programme depend. */
export type ZoneCircumstances = { hasWireless: boolean; hasRemoteAccess: boolean };

/** IEC 62443-2-1 NET 2 and NET 3; everything else of the programme concerns every zone. */
const CONDITION_OF_GROUP: Readonly<Record<string, keyof ZoneCircumstances>> = {
  "NET 2": "hasWireless",
  "NET 3": "hasRemoteAccess",
};

/**
 * The elements of the owner's security programme (IEC 62443-2-1) that apply to a zone. They know no levels: a target
 * neither adds nor removes one.
 */
export function programmeMeasures<Element extends { group: string }>(
  elements: ReadonlyArray<Element>,
  circumstances: ZoneCircumstances,
): ReadonlyArray<Element> {
  return elements.filter(({ group }) => {
    const condition = CONDITION_OF_GROUP[group];
    return condition === undefined || circumstances[condition];
  });
}
