import { VERDICTS } from "~/domain/assessment/verdict";
import { toIsoDate } from "~/domain/shared/iso-date";
import { type Caller, requirePermission } from "~/use-cases/use-case.server";
import { countShared, listSharingSuppliers, type SharedName } from "~db/repositories/shared-declarations";
import { verdictsAt } from "./judged-rows.server";
import { countVerdicts, findRows } from "./matrix-rows.server";
import { pageOf } from "./page-of.server";
import { openTargets, type TargetedZone } from "./targeted-zones.server";

export type MatrixQuery = {
  model: string | null;
  verdict: string | null;
  supplier: string | null;
  /** The declaration that ended the page before. */
  after: string | null;
  /** Which page of the zones, from 1. */
  zonePage?: number;
};

/** What a page draws stays the same however much there is: every cell carries a drawing. */
const PRODUCTS_A_PAGE = 20;
const ZONES_A_PAGE = 10;
/** So many products are looked at for one page of a filter, and verdicts are counted over all where that is enough. */
const LOOKED_AT_MOST = 500;

/** Products × zones: the newest shared declarations against the zones of the latest revisions, as of today. */
export async function presentMatrix(caller: Caller, query: MatrixQuery) {
  const { actor, database, now } = caller;
  requirePermission(actor, "assessment.read");
  const scope = [database.read, actor.organisationId] as const;
  const targets = await openTargets(caller);
  const places = targets.zones.flatMap(({ modelId }, place) =>
    query.model === null || modelId === query.model ? [place] : [],
  );
  const shown = pageOf(places, ZONES_A_PAGE, query.zonePage);
  const suppliers = await listSharingSuppliers(...scope);
  const verdict = VERDICTS.find((one) => one === query.verdict) ?? null;
  const wanted = {
    ...{ targets, places, verdict, after: query.after },
    suppliers: suppliers.filter(({ id }) => query.supplier === null || id === query.supplier),
  };
  const found = await findRows(caller, wanted, { size: PRODUCTS_A_PAGE, scan: LOOKED_AT_MOST });
  const supplierId = query.supplier ?? undefined;
  const total = await countShared(...scope, { supplierId }, LOOKED_AT_MOST);
  const counts = total > LOOKED_AT_MOST ? null : await countVerdicts(caller, targets, places, supplierId);
  const columnsAt = (wantedPlaces: ReadonlyArray<number>) =>
    wantedPlaces.flatMap((place) => targets.zones.slice(place, place + 1).map(toColumn));
  return {
    zones: columnsAt(shown.entries),
    zonePaging: shown.paging,
    /** Offers are compared in a zone of any page. */
    zonesToChoose: columnsAt(places).map(({ modelId, modelName, zoneId, name }) => ({
      ...{ modelId, modelName, zoneId, name },
    })),
    products: found.rows.map(({ name, row }) => ({
      ...toProduct(name),
      slCapability: row.slCapability,
      verdicts: verdictsAt(row, shown.entries),
      /** In how many of the zones of all pages the wanted verdict stands. */
      matching: verdict === null ? null : verdictsAt(row, places).filter((one) => one === verdict).length,
    })),
    /** Over all pages; null where there are too many to count. */
    counts: VERDICTS.map((one) => ({ verdict: one, count: counts && (counts.get(one) ?? 0) })),
    total,
    totalBound: LOOKED_AT_MOST,
    /** So many products were looked at without a full page of what was wanted. */
    isCut: found.isCut,
    next: found.next,
    models: distinctModels(targets.zones),
    suppliers,
    filter: { model: query.model, verdict, supplier: query.supplier },
    asOf: toIsoDate(now),
  };
}

function toColumn({ modelId, modelName, revisionNumber, zone }: TargetedZone) {
  return { modelId, modelName, revisionNumber, zoneId: zone.id, name: zone.name, slTarget: zone.slTarget };
}

function toProduct({
  declarationId,
  productName,
  releaseVersion,
  declarationVersion,
  supplierName,
}: SharedName) {
  return { declarationId, productName, releaseVersion, declarationVersion, supplierName };
}

function distinctModels(zones: ReadonlyArray<TargetedZone>): ReadonlyArray<{ id: string; name: string }> {
  return [...new Map(zones.map(({ modelId, modelName }) => [modelId, modelName]))].map(([id, name]) => ({
    id,
    name,
  }));
}
