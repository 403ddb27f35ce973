import { observeMixedZones } from "../mixed-zones";
import { modelRule } from "./rule";

/** Radio reaches past the walls: wireless assets stand apart from wired ones (IEC 62443-3-2 ZCR 3.5). */
export const wirelessAssetsAreApart = modelRule({
  id: "wireless-assets-are-apart",
  clauses: [{ standard: "iec-62443-3-2", ref: "ZCR 3.5" }],
  severity: "warning",
  reads: ["zones", "assets"],
  observe: (index) => observeMixedZones(index, ({ wireless }) => wireless),
});
