import { judgePlacedProducts } from "~/domain/assessment/placed-products";
import { approvalsOf } from "~/domain/procurement/approval-standing";
import type { ZoneModelIndex } from "~/domain/zone-model/queries";
import type { Asset } from "~/domain/zone-model/zone-model";
import type { ModelProducts } from "./present-model-products.server";

/** Where the products of assets on a page stand, and where that is looked into. Judges the zones of the page alone. */
export function tableApprovals(
  index: ZoneModelIndex,
  { ground, decisions, declarationIds }: ModelProducts,
  assets: ReadonlyArray<Asset>,
) {
  const zoneIds = new Set(assets.flatMap(({ zoneId }) => zoneId ?? []));
  const zones = index.model.zones.filter(({ id }) => zoneIds.has(id));
  const part = { ...index, model: { ...index.model, zones } };
  const approvals = approvalsOf(part, judgePlacedProducts(ground, part), decisions);
  return assets.map(({ zoneId, productReleaseId: releaseId }) => {
    const standing = approvals.get(zoneId ?? "")?.get(releaseId ?? "");
    if (!standing || zoneId === null || releaseId === null) return null;
    const decision = decisions.find((one) => one.zoneId === zoneId && one.releaseId === releaseId);
    return {
      standing,
      decisionId: decision?.decisionId ?? null,
      declarationId: declarationIds[releaseId] ?? null,
    };
  });
}
