import { COMPONENT_REQUIREMENT_BY_ID, needsVerification } from "~/catalogue/catalogue";
import { findStandard, loadCatalogue } from "~/catalogue/index.server";
import { REFERENCE_ZONE_TYPE_BY_ID } from "~/catalogue/reference-zones";
import { SYSTEM_REQUIREMENTS } from "~/catalogue/system-requirements";
import { circumstancesOf } from "~/domain/measure/required";
import { programmeMeasures, reachedMeanings, zoneMeasures } from "~/domain/requirement/zone-measures";
import type { SlVector } from "~/domain/security-level/security-level";
import type { ZoneModelIndex } from "~/domain/zone-model/queries";
import type { Zone } from "~/domain/zone-model/zone-model";

const KINDS_OF_MEASURE = [
  "configuration",
  "logging",
  "siem",
  "encryption",
  "updates",
  "access",
  "network",
] as const;

/** What the hospital itself provides in a zone, whatever product comes in (product.md §3). */
export function zoneMeasureRows(index: ZoneModelIndex, zone: Zone) {
  const { slTarget } = zone;
  return {
    kind: kindOf(zone.referenceType),
    meanings: slTarget ? meaningsOf(slTarget) : [],
    system: slTarget ? zoneMeasures(slTarget, SYSTEM_REQUIREMENTS) : [],
    programme: programmeGroups(index, zone),
  };
}

/** What the catalogue suggests for the reference type; null where the zone is of a kind of its own. */
function kindOf(referenceType: string | null) {
  const type = referenceType === null ? undefined : REFERENCE_ZONE_TYPE_BY_ID.get(referenceType);
  const measures = type?.requiredMeasures;
  if (!type || !measures) return null;
  return {
    name: type.name,
    confidence: type.confidence,
    measures: KINDS_OF_MEASURE.map((attribute) => ({ attribute, measure: measures[attribute] })),
  };
}

function meaningsOf(slTarget: SlVector) {
  const { measures } = loadCatalogue().supplements;
  return reachedMeanings(slTarget, measures, COMPONENT_REQUIREMENT_BY_ID);
}

/** Elements of the security programme under the headings of the standard. */
function programmeGroups(index: ZoneModelIndex, zone: Zone) {
  const elements = programmeMeasures(
    loadCatalogue().requirements["programme-requirements"],
    circumstancesOf(index, zone),
  );
  const headings = findStandard("iec-62443-2-1")?.groups.filter(({ parent }) => parent === undefined) ?? [];
  return headings.map(({ id, title }) => ({
    id,
    title,
    rows: elements
      .filter(({ element }) => element === id)
      .map(({ id: rowId, title: rowTitle, confidence, note }) => ({
        id: rowId,
        title: rowTitle,
        confidence,
        note,
        needsVerification: needsVerification({ confidence }),
      })),
  }));
}
