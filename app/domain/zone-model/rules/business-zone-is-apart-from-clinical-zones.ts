import { ancestorsOf, type ZoneModelIndex } from "../queries";
import type { Zone } from "../zone-model";
import { modelRule, refTo } from "./rule";

const BUSINESS_TYPES: ReadonlySet<string | null> = new Set(["enterprise", "guest-wifi"]);

/**
 * Business systems stand apart from those that treat patients (IEC 62443-3-2 ZCR 3.2): neither lies inside the other.
 * The step that mends it takes a business zone out of the clinical one around it.
 */
export const businessZoneIsApartFromClinicalZones = modelRule({
  id: "business-zone-is-apart-from-clinical-zones",
  clauses: [{ standard: "iec-62443-3-2", ref: "ZCR 3.2" }],
  severity: "warning",
  reads: ["zones"],
  observe: (index) =>
    index.model.zones.flatMap((zone) => {
      const around = nearestOfTheOtherKind(index, zone);
      if (!around) return [];
      return [
        {
          element: refTo("zone", zone),
          related: [refTo("zone", around)],
          params: { zone: zone.name, around: around.name },
          ...(isBusiness(zone) && {
            fix: [{ type: "nest-zone", zoneId: zone.id, parentId: outsideOfAll(index, zone), place: null }],
          }),
        },
      ];
    }),
});

function nearestOfTheOtherKind(index: ZoneModelIndex, zone: Zone): Zone | undefined {
  const around = ancestorsOf(index, zone.id);
  if (isBusiness(zone)) return around.find(isClinical);
  return isClinical(zone) ? around.find(isBusiness) : undefined;
}

/** Around a clinical zone there may be another one. */
function outsideOfAll(index: ZoneModelIndex, zone: Zone): string | null {
  return ancestorsOf(index, zone.id).findLast(isClinical)?.parentId ?? null;
}

function isBusiness({ referenceType }: Zone): boolean {
  return BUSINESS_TYPES.has(referenceType);
}

/** Where a failure can harm a patient. */
function isClinical(zone: Zone): boolean {
  return !isBusiness(zone) && ["medium", "high"].includes(zone.criticality.patientSafety);
}
