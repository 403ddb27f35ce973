import type { Verdict } from "~/domain/assessment/assessment";
import { VERDICTS } from "~/domain/assessment/verdict";
import type { Caller } from "~/use-cases/use-case.server";
import { findSharedDeclaration } from "~db/repositories/declarations";
import { listSharedNames, listSharedNewest, type SharedName } from "~db/repositories/shared-declarations";
import { type JudgedRow, judgeRows, verdictsAt } from "./judged-rows.server";
import type { Targets } from "./targeted-zones.server";

type Supplier = { id: string; name: string; releases: number };
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
type Part = {
  /** So many of those that are wanted come before. */
  skip?: number;
  size: number;
  /** So many are looked at, those that are skipped included. */
  scan: number;
  /** True: looks on when the part is full, to say how many there are. */
  isCounted?: boolean;
};
export type MatrixRow = { name: SharedName; row: JudgedRow };

/**
 * Products in the order of suppliers and names: at most `size` with the verdict in one of the zones, found among at most
 * `scan`, which `isCut` says was not enough to see them all. `next` is where to go on, null at the end; `count` says how
 * many there are among those that were looked at, where all of them were.
 */
export async function findRows(
  caller: Caller,
  wanted: Wanted,
  { skip = 0, size, scan, isCounted = false }: Part,
): Promise<{ rows: ReadonlyArray<MatrixRow>; next: string | null; isCut: boolean; count: number | null }> {
  const { targets, places, verdict } = wanted;
  const code = verdict === null ? null : VERDICTS.indexOf(verdict);
  // Where every product is wanted, those before are counted by supplier and not read.
  const passed = code === null ? skip : 0;
  const rows: Array<MatrixRow> = [];
  let [looked, fitting] = [passed, passed];
  let last: SharedName | undefined;
  let next: string | null = null;
  for await (const names of namesAfter(caller, wanted, passed)) {
    const some = names.slice(0, scan - looked);
    const judged = await judgeRows(caller, targets, some);
    for (const name of some) {
      const row = judged.get(name.declarationId);
      if (row && (code === null || places.some((place) => row.codes[place] === code))) {
        if (rows.length === size) next ??= last?.declarationId ?? null;
        if (rows.length === size && !isCounted) return { rows, next, isCut: false, count: null };
        if (fitting >= skip && rows.length < size) rows.push({ name, row });
        fitting += 1;
      }
      last = name;
    }
    looked += some.length;
    if (looked >= scan)
      return { rows, next: next ?? last?.declarationId ?? null, isCut: true, count: fitting };
  }
  return { rows, next, isCut: false, count: fitting };
}

/** How many products there are after the declaration that ended the page before. */
export async function countAfter(
  { actor, database }: Caller,
  { suppliers, after }: Pick<Wanted, "suppliers" | "after">,
): Promise<number> {
  const { organisationId } = actor;
  const all = suppliers.reduce((sum, { releases }) => sum + releases, 0);
  const last = after === null ? undefined : await findSharedDeclaration(database.read, organisationId, after);
  const at = last ? suppliers.findIndex(({ id }) => id === last.supplierId) : -1;
  if (!last || at < 0) return all;
  const before = suppliers.slice(0, at).reduce((sum, { releases }) => sum + releases, 0);
  const names = await listSharedNames(database.read, organisationId, { supplierId: last.supplierId });
  return all - before - names.findIndex(({ releaseId }) => releaseId === last.releaseId) - 1;
}

/** A supplier at a time, but for the first `skip`: whoever has enough asks no further. */
async function* namesAfter({ actor, database }: Caller, { suppliers, after }: Wanted, skip: number) {
  const { organisationId } = actor;
  const last = after === null ? undefined : await findSharedDeclaration(database.read, organisationId, after);
  const isAfter = last ? suppliers.findIndex(({ id }) => id === last.supplierId) : 0;
  let left = skip;
  for (const supplier of suppliers.slice(Math.max(0, isAfter))) {
    if (supplier.id !== last?.supplierId && left >= supplier.releases) {
      left -= supplier.releases;
      continue;
    }
    const names = await listSharedNames(database.read, organisationId, { supplierId: supplier.id });
    const rest = names.slice(names.findIndex(({ releaseId }) => releaseId === last?.releaseId) + 1);
    yield rest.slice(left);
    left = Math.max(0, left - rest.length);
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
