import type { Db } from "./client";

const versions = new WeakMap<Db, () => number>();

/** Tells how the version is read of what a handle reads. For the adapters of databases that count their commits. */
export function countsCommits(db: Db, read: () => number): void {
  versions.set(db, read);
}

/**
 * Changes with every commit of anybody to what this handle reads, and with nothing else; null where the database does not
 * count, or the handle is that of a transaction, which reads what is not committed yet.
 */
export function dataVersion(db: Db): number | null {
  return versions.get(db)?.() ?? null;
}
