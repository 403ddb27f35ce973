import type { Verdict } from "~/domain/assessment/assessment";
import { VERDICTS } from "~/domain/assessment/verdict";
import type { Caller } from "~/use-cases/use-case.server";
import { findSharedDeclaration } from "~db/repositories/declarations";
import { listSharedNames, listSharedNewest, type SharedName } from "~db/repositories/shared-declarations";
import { type JudgedRow, judgeRows, verdictsAt } from "./judged-rows.server";
import type { Targets } from "./targeted-zones.server";

type Supplier = { id: string; name: string };
type Wanted = {
  targets: Targets;
  /** Of the zones that are wanted, among those of the targets. */
  places: ReadonlyArray<number>;
  /** In the order of the page. */
  suppliers: ReadonlyArray<Supplier>;
  verdict: Verdict | null;
  /** The declaration that ended the page before. */
  after: string | null;
};
export type MatrixRow = { name: SharedName; row: JudgedRow };

/**
 * Products in the order of suppliers and names: at most `size` with the verdict in one of the zones, found among at most
 * `scan`, which `isCut` says was not enough to fill the page. `next` is where to go on, null at the end.
 */
export async function findRows(
  caller: Caller,
  wanted: Wanted,
  { size, scan }: { size: number; scan: number },
): Promise<{ rows: ReadonlyArray<MatrixRow>; next: string | null; isCut: boolean }> {
  const { targets, places, verdict } = wanted;
  const code = verdict === null ? null : VERDICTS.indexOf(verdict);
  const rows: Array<MatrixRow> = [];
  let looked = 0;
  let last: SharedName | undefined;
  for await (const names of namesAfter(caller, wanted)) {
    const some = names.slice(0, scan - looked);
    const judged = await judgeRows(caller, targets, some);
    for (const name of some) {
      const row = judged.get(name.declarationId);
      const isFitting = row && (code === null || places.some((place) => row.codes[place] === code));
      if (isFitting && rows.length === size) return { rows, next: last?.declarationId ?? null, isCut: false };
      if (isFitting) rows.push({ name, row });
      last = name;
    }
    looked += some.length;
    if (looked === scan) return { rows, next: last?.declarationId ?? null, isCut: true };
  }
  return { rows, next: null, isCut: false };
}

/** A supplier at a time: whoever has enough asks no further. */
async function* namesAfter({ actor, database }: Caller, { suppliers, after }: Wanted) {
  const { organisationId } = actor;
  const last = after === null ? undefined : await findSharedDeclaration(database.read, organisationId, after);
  const isAfter = last ? suppliers.findIndex(({ id }) => id === last.supplierId) : 0;
  for (const supplier of suppliers.slice(Math.max(0, isAfter))) {
    const names = await listSharedNames(database.read, organisationId, { supplierId: supplier.id });
    const place = names.findIndex(({ releaseId }) => releaseId === last?.releaseId);
    yield names.slice(place + 1);
  }
}

/** How often each verdict stands in all rows and wanted zones; for portfolios that can be judged in one go. */
export async function countVerdicts(
  caller: Caller,
  targets: Targets,
  places: ReadonlyArray<number>,
  supplierId: string | undefined,
): Promise<ReadonlyMap<Verdict, number>> {
  const { actor, database } = caller;
  const versions = await listSharedNewest(database.read, actor.organisationId, { supplierId });
  const rows = await judgeRows(caller, targets, versions);
  const counts = new Map<Verdict, number>();
  for (const row of rows.values())
    for (const verdict of verdictsAt(row, places)) counts.set(verdict, (counts.get(verdict) ?? 0) + 1);
  return counts;
}
