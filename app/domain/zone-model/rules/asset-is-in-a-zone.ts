import { assetsIn } from "../queries";
import { modelRule, refTo } from "./rule";

/** Every asset belongs to a zone; outside of one nothing protects it (IEC 62443-3-2 ZCR 3.1). */
export const assetIsInAZone = modelRule({
  id: "asset-is-in-a-zone",
  clauses: [{ standard: "iec-62443-3-2", ref: "ZCR 3.1" }],
  severity: "error",
  reads: ["assets"],
  observe: (index) =>
    assetsIn(index, null).map((asset) => ({ element: refTo("asset", asset), params: { asset: asset.name } })),
});
