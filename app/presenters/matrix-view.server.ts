import type { Verdict } from "~/domain/assessment/assessment";
import { VERDICTS } from "~/domain/assessment/verdict";
import { countIn, writeCodes } from "~/domain/assessment/verdict-codes";
import { writeDigits } from "~/domain/security-level/vector-digits";
import { fingerprintOf } from "~/domain/shared/fingerprint";
import { toIsoDate } from "~/domain/shared/iso-date";
import type { Caller } from "~/use-cases/use-case.server";
import { listSharingSuppliers } from "~db/repositories/shared-declarations";
import type { MatrixRow } from "./matrix-rows.server";
import { openTargets } from "./targeted-zones.server";

export type MatrixQuery = {
  model: string | null;
  verdict: string | null;
  supplier: string | null;
  /** The declaration that ended the page before. */
  after: string | null;
  /** Which page of the zones, from 1. */
  zonePage?: number;
};

/** So many products make one grid, and are looked at for one page of a filter. */
export const PRODUCTS_OF_GRID = 500;

/** What page, grid and block of one query rest on. `stamp` is another as soon as rows or columns may have moved. */
export async function openMatrix(caller: Caller, query: MatrixQuery) {
  const { actor, database, now } = caller;
  const targets = await openTargets(caller);
  const suppliers = await listSharingSuppliers(database.read, actor.organisationId);
  const places = targets.zones.flatMap(({ modelId }, place) =>
    query.model === null || modelId === query.model ? [place] : [],
  );
  const verdict = VERDICTS.find((one) => one === query.verdict) ?? null;
  const chosen = suppliers.filter(({ id }) => query.supplier === null || id === query.supplier);
  return {
    suppliers,
    wanted: { targets, places, verdict, after: query.after, suppliers: chosen },
    total: chosen.reduce((sum, { releases }) => sum + releases, 0),
    stamp: fingerprintOf([
      ...[targets.state, toIsoDate(now), places.length],
      chosen.map(({ id, releases }) => [id, releases]),
    ]),
  };
}

/** As a row crosses to the page: levels and verdicts are characters, one per requirement and one per zone. */
export function toMatrixProduct(
  { name, row }: MatrixRow,
  places: ReadonlyArray<number>,
  verdict: Verdict | null,
) {
  const { declarationId, productName, releaseVersion, supplierName } = name;
  const codes = writeCodes(row.codes, places);
  return {
    ...{ declarationId, productName, releaseVersion, supplierName },
    native: writeDigits(row.slCapability.native),
    raised: writeDigits(row.slCapability.withCountermeasures),
    codes,
    /** In how many of the zones the wanted verdict stands. */
    matching: verdict === null ? null : countIn(codes, verdict),
  };
}
