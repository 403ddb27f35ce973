import { observeMixedZones } from "../mixed-zones";
import { modelRule } from "./rule";

/** An asset with its own way to an outside network stands apart from those without one (IEC 62443-3-2 ZCR 3.6). */
export const externallyConnectedAssetsAreApart = modelRule({
  id: "externally-connected-assets-are-apart",
  clauses: [{ standard: "iec-62443-3-2", ref: "ZCR 3.6" }],
  severity: "warning",
  reads: ["zones", "assets"],
  observe: (index) => observeMixedZones(index, ({ externallyConnected }) => externallyConnected),
});
