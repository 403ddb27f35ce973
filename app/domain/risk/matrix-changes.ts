import type { RiskMatrix } from "./risk-matrix";

/** One entry of a matrix by its place, e.g. `risk.4.2`, `likelihood.0.name`, `tolerableRisk`; counted from 0. */
export type MatrixEntry = string | number;
export type MatrixChange = { path: string; before: MatrixEntry; after: MatrixEntry };
export type MatrixConflict = { path: string; theirs: MatrixEntry; mine: MatrixEntry };
export type MergedMatrix = { matrix: RiskMatrix; conflicts: ReadonlyArray<MatrixConflict> };

/** What differs, in the order of the matrix. */
export function matrixChanges(before: RiskMatrix, after: RiskMatrix): ReadonlyArray<MatrixChange> {
  const then = entriesOf(before);
  return [...entriesOf(after)].flatMap(([path, value]) => {
    const old = then.get(path);
    return old === undefined || old === value ? [] : [{ path, before: old, after: value }];
  });
}

/**
 * Puts one person's changes of `base` on top of what another made of it meanwhile. Where both changed an entry, mine
 * stands and the conflict names both. The result may break the order of risks: it is checked when it is saved.
 */
export function mergeMatrices(base: RiskMatrix, theirs: RiskMatrix, mine: RiskMatrix): MergedMatrix {
  const isTheirs = new Map(matrixChanges(base, theirs).map(({ path, after }) => [path, after]));
  const own = matrixChanges(base, mine);
  const isMine = new Map(own.map(({ path, after }) => [path, after]));
  const conflicts = own.flatMap(({ path, after }) => {
    const other = isTheirs.get(path);
    return other === undefined || other === after ? [] : [{ path, theirs: other, mine: after }];
  });
  return { matrix: withEntries(theirs, isMine), conflicts };
}

function entriesOf(value: unknown, path = ""): ReadonlyMap<string, MatrixEntry> {
  if (typeof value === "string" || typeof value === "number") return new Map([[path, value]]);
  if (typeof value !== "object" || value === null) return new Map();
  return new Map(
    Object.entries(value).flatMap(([name, member]) => [
      ...entriesOf(member, path === "" ? name : `${path}.${name}`),
    ]),
  );
}

function withEntries<Value>(value: Value, entries: ReadonlyMap<string, MatrixEntry>, path = ""): Value {
  const below = (name: string, member: unknown) =>
    withEntries(member, entries, path === "" ? name : `${path}.${name}`);
  // Every entry keeps the kind it had under the same path: the shape is that of `value`.
  if (Array.isArray(value)) return value.map((member, place) => below(String(place), member)) as Value;
  if (typeof value === "object" && value !== null)
    return Object.fromEntries(
      Object.entries(value).map(([name, member]) => [name, below(name, member)]),
    ) as Value;
  return (entries.get(path) ?? value) as Value;
}
