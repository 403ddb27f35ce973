import { observeMixedZones } from "../mixed-zones";
import { modelRule } from "./rule";

/** What is plugged in for a while has been elsewhere before: it stands apart from what stays (IEC 62443-3-2 ZCR 3.4). */
export const portableAssetsAreApart = modelRule({
  id: "portable-assets-are-apart",
  clauses: [{ standard: "iec-62443-3-2", ref: "ZCR 3.4" }],
  severity: "warning",
  reads: ["zones", "assets"],
  observe: (index) => observeMixedZones(index, ({ portable }) => portable),
});
