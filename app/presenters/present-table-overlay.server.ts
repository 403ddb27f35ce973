import { indexModel } from "~/domain/zone-model/queries";
import { type Caller, requirePermission } from "~/use-cases/use-case.server";
import { findModelOf } from "./model-parts.server";
import { presentModelNotices } from "./present-model-notices.server";
import { presentModelProducts } from "./present-model-products.server";
import { presentPublishedModel } from "./present-published-model.server";

/** What an overlay of the table is worked out from; the latest revision and the notices only where they are asked for. */
export async function presentTableOverlay(
  caller: Caller,
  modelId: string,
  { isCompared, isReach }: { isCompared: boolean; isReach: boolean },
) {
  requirePermission(caller.actor, "model.read");
  const [model, { ground, decisions }, published, reach] = await Promise.all([
    findModelOf(caller, modelId),
    presentModelProducts(caller, modelId),
    isCompared ? presentPublishedModel(caller, modelId) : null,
    isReach ? presentModelNotices(caller, modelId) : null,
  ]);
  return {
    ...{ index: indexModel(model.draft), ground, decisions },
    ...{ revision: published?.revision ?? null, notices: reach?.notices ?? null },
  };
}
