import { AsyncLocalStorage } from "node:async_hooks";
import { drizzle } from "drizzle-orm/node-postgres";
import { migrate } from "drizzle-orm/node-postgres/migrator";
import type { PgDatabase, PgQueryResultHKT, PgTransactionConfig } from "drizzle-orm/pg-core";
import pg from "pg";
import type { Database, Db } from "./client";
import { isSerializationFailure, isUniqueViolation } from "./errors";
import * as schema from "./schema";

const TRIES = 8;
/** Any number, the same in every portal process: only one migrates at a time. */
const MIGRATION_LOCK = 727_001;

export async function openPostgres(url: string): Promise<Database> {
  const pool = new pg.Pool({
    connectionString: url,
    max: 10,
    idleTimeoutMillis: 30_000,
    connectionTimeoutMillis: 5_000,
  });
  // An idle connection that the server closes must not end the process; the next query reconnects.
  pool.on("error", () => undefined);
  const database = drizzle(pool, { schema, casing: "snake_case" });

  return {
    read: database,
    transaction: serializable(database),
    async migrate() {
      const client = await pool.connect();
      try {
        await client.query("select pg_advisory_lock($1)", [MIGRATION_LOCK]);
        await migrate(drizzle(client), { migrationsFolder: "migrations/postgres" });
      } finally {
        await client.query("select pg_advisory_unlock($1)", [MIGRATION_LOCK]).catch(() => undefined);
        client.release();
      }
    },
    async ping() {
      await pool.query("select 1");
    },
    async close() {
      await pool.end();
    },
  };
}

type Transactional = {
  transaction<T>(
    work: (transaction: PgDatabase<PgQueryResultHKT, typeof schema>) => Promise<T>,
    config: PgTransactionConfig,
  ): Promise<T>;
};

/**
 * Who loses a race for a unique key may be told of that instead of the race: looking again, the work finds what the
 * winner has written and refuses in words. Where there was no race it fails alike.
 */
function isWorthAnotherTry(error: unknown, attempt: number): boolean {
  return isSerializationFailure(error) || (attempt === 1 && isUniqueViolation(error));
}

/** Serializable with retries gives PostgreSQL the guarantee that SQLite's single writer has. */
export function serializable(database: Transactional): Database["transaction"] {
  const inTransaction = new AsyncLocalStorage<true>();
  return async (work) => {
    if (inTransaction.getStore()) throw new Error("transactions do not nest: pass the handle down");
    for (let attempt = 1; ; attempt++) {
      try {
        return await inTransaction.run(true, () =>
          database.transaction((transaction) => work(transaction as unknown as Db), {
            isolationLevel: "serializable",
          }),
        );
      } catch (error) {
        if (attempt >= TRIES || !isWorthAnotherTry(error, attempt)) throw error;
        await new Promise((resolve) => setTimeout(resolve, Math.random() * 10 * 2 ** attempt));
      }
    }
  };
}
