import { observeMixedZones } from "../mixed-zones";
import { modelRule } from "./rule";

/**
 * Safety-related assets stand apart, or the whole zone is treated as safety-related (IEC 62443-3-2 ZCR 3.3):
 * in a zone of high patient safety the mixture is only noted.
 */
export const safetyRelatedAssetsAreApart = modelRule({
  id: "safety-related-assets-are-apart",
  clauses: [{ standard: "iec-62443-3-2", ref: "ZCR 3.3" }],
  severity: "error",
  reads: ["zones", "assets"],
  observe: (index) =>
    observeMixedZones(
      index,
      ({ safetyRelated }) => safetyRelated,
      ({ criticality }) => (criticality.patientSafety === "high" ? "notice" : "error"),
    ),
});
