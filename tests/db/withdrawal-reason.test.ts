import { readFileSync } from "node:fs";
import { PGlite } from "@electric-sql/pglite";
import Sqlite from "better-sqlite3";
import { expect, test } from "vitest";
import { dialect } from "~db/dialect";

/** The table as it was, with what the migration looks at. */
const BEFORE = `
  CREATE TABLE countermeasures (id text PRIMARY KEY, reason text NOT NULL, withdrawn_at bigint);
  INSERT INTO countermeasures VALUES ('withdrawn', 'Gone', 1), ('refused', 'No test', NULL), ('open', '', NULL);
`;
const AFTER = "SELECT id, reason, withdrawal_reason FROM countermeasures ORDER BY id";

async function migrated(): Promise<ReadonlyArray<unknown>> {
  const migration = readFileSync(`migrations/${dialect}/0003_withdrawal_reason.sql`, "utf8");
  const statements = migration.split("--> statement-breakpoint").join("");
  if (dialect === "sqlite") {
    const database = new Sqlite(":memory:");
    database.exec(BEFORE + statements);
    return database.prepare(AFTER).all();
  }
  const database = await PGlite.create();
  await database.exec(BEFORE + statements);
  const { rows } = await database.query(AFTER);
  await database.close();
  return rows;
}

test("what was said when an entry was withdrawn is kept as that, and reasons of decisions stay", async () => {
  expect(await migrated()).toEqual([
    { id: "open", reason: "", withdrawal_reason: null },
    { id: "refused", reason: "No test", withdrawal_reason: null },
    { id: "withdrawn", reason: "", withdrawal_reason: "Gone" },
  ]);
});
