import { PGlite } from "@electric-sql/pglite";
import { drizzle } from "drizzle-orm/pglite";
import { migrate } from "drizzle-orm/pglite/migrator";
import type { Database } from "./client";
import { serializable } from "./postgres";
import * as schema from "./schema";

/** PostgreSQL inside the process: stands in for a server where a test machine has none. One connection. */
export async function openPglite(folder: string): Promise<Database> {
  const client = new PGlite(folder || undefined);
  const database = drizzle(client, { schema, casing: "snake_case" });
  return {
    read: database,
    transaction: serializable(database),
    async migrate() {
      await migrate(database, { migrationsFolder: "migrations/postgres" });
    },
    async ping() {
      await client.query("select 1");
    },
    async close() {
      await client.close();
    },
  };
}
