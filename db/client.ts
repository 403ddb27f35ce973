import type { ExtractTablesWithRelations } from "drizzle-orm";
import type { PgDatabase, PgQueryResultHKT } from "drizzle-orm/pg-core";
import { dialectOf } from "./dialect";
import type * as schema from "./schema";

type Schema = typeof schema;
type FullDatabase = PgDatabase<PgQueryResultHKT, Schema, ExtractTablesWithRelations<Schema>>;

/** What both dialects can do: no raw SQL, no driver results. What a repository is given. */
export type Db = Pick<FullDatabase, "select" | "selectDistinct" | "insert" | "update" | "delete" | "$count">;

export type Database = {
  /** Reads outside a transaction, each on its own snapshot. Writes go through `transaction`. */
  read: Db;
  /** All or nothing. The body may run again after a serialization failure: no mail, no HTTP, no files in it. */
  transaction<T>(work: (db: Db) => Promise<T>): Promise<T>;
  migrate(): Promise<void>;
  /** Rejects where the database does not answer. */
  ping(): Promise<void>;
  close(): Promise<void>;
};

/** `file:PATH`, a bare path or `:memory:` opens SQLite; `postgres://…` a pool; `pglite:` an embedded PostgreSQL for tests. */
export async function openDatabase(url: string): Promise<Database> {
  if (dialectOf(url) === "sqlite") {
    const { openSqlite } = await import("./sqlite");
    return openSqlite(url.replace(/^(file|sqlite):/, ""));
  }
  if (url.startsWith("pglite:")) {
    const { openPglite } = await import("./pglite");
    return openPglite(url.slice("pglite:".length));
  }
  const { openPostgres } = await import("./postgres");
  return openPostgres(url);
}

/** Thrown inside `transaction` to undo everything and hand a value out. */
export class Rollback<T> extends Error {
  readonly value: T;

  constructor(value: T) {
    super("rolled back");
    this.value = value;
  }
}

/** Runs `work` in one transaction and keeps its writes only where the outcome is ok. */
export async function transactWhenOk<Outcome extends { ok: boolean }>(
  database: Database,
  work: (db: Db) => Promise<Outcome>,
): Promise<Outcome> {
  try {
    return await database.transaction(async (db) => {
      const outcome = await work(db);
      if (!outcome.ok) throw new Rollback(outcome);
      return outcome;
    });
  } catch (error) {
    // The value is the outcome of this very call: nobody else throws a Rollback.
    if (error instanceof Rollback) return error.value as Outcome;
    throw error;
  }
}
