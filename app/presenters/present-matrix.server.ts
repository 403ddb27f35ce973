import { VERDICTS } from "~/domain/assessment/verdict";
import { writeDigits } from "~/domain/security-level/vector-digits";
import { toIsoDate } from "~/domain/shared/iso-date";
import { type Caller, requirePermission } from "~/use-cases/use-case.server";
import { countAfter, countVerdicts, findRows } from "./matrix-rows.server";
import { type MatrixQuery, openMatrix, PRODUCTS_OF_GRID, toMatrixProduct } from "./matrix-view.server";
import { pageOf } from "./page-of.server";
import type { TargetedZone } from "./targeted-zones.server";

/** The server draws no more than this of the grid; the rest comes as blocks, or page by page without a script. */
const PRODUCTS_A_PAGE = 20;
const ZONES_A_PAGE = 10;

/** Products × zones: the newest shared declarations against the zones of the latest revisions, as of today. */
export async function presentMatrix(caller: Caller, query: MatrixQuery) {
  requirePermission(caller.actor, "assessment.read");
  const { wanted, suppliers, total, stamp } = await openMatrix(caller, query);
  const { targets, places, verdict } = wanted;
  const found = await findRows(caller, wanted, { size: PRODUCTS_A_PAGE, scan: PRODUCTS_OF_GRID });
  const isEveryone = verdict === null && found.next !== null;
  const rest = isEveryone ? await countAfter(caller, wanted) : found.count;
  const supplierId = query.supplier ?? undefined;
  const counts = total > PRODUCTS_OF_GRID ? null : await countVerdicts(caller, targets, places, supplierId);
  return {
    /** Of all pages, in the order of the characters of a row. */
    zones: places.flatMap((place) => targets.zones.slice(place, place + 1).map(toColumn)),
    zonePaging: pageOf(places, ZONES_A_PAGE, query.zonePage).paging,
    products: found.rows.map((row) => toMatrixProduct(row, places, verdict)),
    /** Over all pages; null where there are too many to count. */
    counts: VERDICTS.map((one) => ({ verdict: one, count: counts && (counts.get(one) ?? 0) })),
    total,
    /** How many rows the grid has; null where that has yet to be looked at. */
    rows: rest === null ? null : Math.min(rest, PRODUCTS_OF_GRID),
    gridBound: PRODUCTS_OF_GRID,
    /** So many products were looked at without a full page of what was wanted. */
    isCut: found.isCut,
    next: found.next,
    stamp,
    models: distinctModels(targets.zones),
    suppliers: suppliers.map(({ id, name }) => ({ id, name })),
    filter: { model: query.model, verdict, supplier: query.supplier, after: query.after },
    asOf: toIsoDate(caller.now),
  };
}

function toColumn({ modelId, modelName, zone }: TargetedZone) {
  return { modelId, modelName, zoneId: zone.id, name: zone.name, target: writeDigits(zone.slTarget) };
}

function distinctModels(zones: ReadonlyArray<TargetedZone>): ReadonlyArray<{ id: string; name: string }> {
  return [...new Map(zones.map(({ modelId, modelName }) => [modelId, modelName]))].map(([id, name]) => ({
    id,
    name,
  }));
}
