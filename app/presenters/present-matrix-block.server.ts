import { type Caller, requirePermission } from "~/use-cases/use-case.server";
import { countAfter, findRows } from "./matrix-rows.server";
import { type MatrixQuery, openMatrix, PRODUCTS_OF_GRID, toMatrixProduct } from "./matrix-view.server";

/** What is fetched at a time: few enough to be read and judged at once, enough for a screen or two. */
const ROWS_OF_BLOCK = 50;

/** Some rows of the grid of a query, counted from its first; beyond its last there are none. */
export async function presentMatrixBlock(caller: Caller, query: MatrixQuery & { from: number }) {
  requirePermission(caller.actor, "assessment.read");
  const isPlace = Number.isSafeInteger(query.from) && query.from >= 0;
  const skip = isPlace ? Math.min(query.from, PRODUCTS_OF_GRID) : 0;
  const { wanted, stamp } = await openMatrix(caller, query);
  const { places, verdict } = wanted;
  const isCounted = verdict !== null;
  const found = await findRows(caller, wanted, {
    ...{ skip, size: ROWS_OF_BLOCK, scan: PRODUCTS_OF_GRID, isCounted },
  });
  const rest = isCounted ? (found.count ?? 0) : await countAfter(caller, wanted);
  return {
    from: skip,
    products: found.rows.map((row) => toMatrixProduct(row, places, verdict)),
    rows: Math.min(rest, PRODUCTS_OF_GRID),
    /** Where the next grid begins; null where this one is the last, or goes on. */
    next: found.isCut && (isCounted || rest > PRODUCTS_OF_GRID) ? found.next : null,
    stamp,
  };
}
