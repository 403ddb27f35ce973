import { candidates } from "~/domain/assessment/questions/candidates";
import { VERDICTS } from "~/domain/assessment/verdict";
import { toIsoDate } from "~/domain/shared/iso-date";
import { type Caller, requirePermission } from "~/use-cases/use-case.server";
import { listSharedDeclarations } from "~db/repositories/declarations";
import { listSharedNames } from "~db/repositories/shared-declarations";
import { toNamedProduct } from "./present-placement.server";
import { readSort, sortRows, toShownFit } from "./shown-fit.server";
import { findPublishedZone } from "./zone-of-revision.server";

export type CandidatesQuery = {
  verdict: string | null;
  supplier: string | null;
  sort: string | null;
  direction: string | null;
};

/** So many products are judged for one page; beyond it the page says so and the supplier can be chosen. */
export const PRODUCTS_AT_MOST = 400;

/** What may enter this zone: the newest declaration of every release that the hospital may see, best first. */
export async function presentZoneCandidates(
  caller: Caller,
  modelId: string,
  zoneId: string,
  query: CandidatesQuery,
) {
  const { actor, database, now } = caller;
  requirePermission(actor, "assessment.read");
  const { revision, zone, profile } = await findPublishedZone(caller, modelId, zoneId);
  const shared = profile ? await listSharedNames(database.read, actor.organisationId, {}) : [];
  const ofSupplier = shared.filter(
    ({ supplierId }) => query.supplier === null || supplierId === query.supplier,
  );
  const judged = await listSharedDeclarations(database.read, actor.organisationId, {
    releaseIds: ofSupplier.slice(0, PRODUCTS_AT_MOST).map(({ releaseId }) => releaseId),
  });
  const rows = profile
    ? candidates(
        profile,
        judged.map((product) => ({ product, declaration: product.content })),
        toIsoDate(now),
      ).map(({ product, fit }) => ({ ...toNamedProduct(product), fit: toShownFit(fit) }))
    : [];
  const verdict = VERDICTS.find((one) => one === query.verdict) ?? null;
  const sort = readSort(["fit", "product", "missing"], query);
  return {
    modelId,
    revisionNumber: revision.number,
    zone: { id: zone.id, name: zone.name, slTarget: zone.slTarget },
    rows: sortRows(
      rows.filter(({ fit }) => verdict === null || fit.verdict === verdict),
      sort,
      { product: ({ productName }) => productName },
    ),
    counts: VERDICTS.map((one) => ({
      verdict: one,
      count: rows.filter(({ fit }) => fit.verdict === one).length,
    })),
    suppliers: [...new Map(shared.map(({ supplierId, supplierName }) => [supplierId, supplierName]))].map(
      ([id, name]) => ({ id, name }),
    ),
    judged: { count: ofSupplier.length, bound: PRODUCTS_AT_MOST },
    sort,
  };
}
