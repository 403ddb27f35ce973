import { AsyncLocalStorage } from "node:async_hooks";
import fs from "node:fs";
import path from "node:path";
import Sqlite from "better-sqlite3";
import { drizzle as drizzleSync } from "drizzle-orm/better-sqlite3";
import { migrate } from "drizzle-orm/better-sqlite3/migrator";
import { SQLiteAsyncDialect } from "drizzle-orm/sqlite-core";
import { SQLiteRemoteSession, SqliteRemoteDatabase } from "drizzle-orm/sqlite-proxy";
import type { Database, Db } from "./client";

type Connection = { raw: Sqlite.Database; statements: Map<string, Sqlite.Statement> };
type Method = "run" | "all" | "values" | "get";

const STATEMENTS_KEPT = 500;

/**
 * One writing connection behind a queue and one that only reads. Never a second writer in a process:
 * better-sqlite3 waits synchronously for a lock, so two would stall the event loop.
 */
export function openSqlite(file: string): Database {
  if (file !== ":memory:") fs.mkdirSync(path.dirname(path.resolve(file)), { recursive: true });
  const writer = connect(file, false);
  // A memory database exists per connection, so there reads share the writer and its queue.
  const reader = file === ":memory:" ? writer : connect(file, true);
  const queue = createQueue();
  const inTransaction = new AsyncLocalStorage<true>();

  const read = toDb(async (sql, params, method) => {
    if (inTransaction.getStore()) throw new Error("inside a transaction use the handle it was given");
    if (reader === writer) return queue(async () => execute(writer, sql, params, method));
    return execute(reader, sql, params, method);
  });

  return {
    read,
    transaction(work) {
      if (inTransaction.getStore()) throw new Error("transactions do not nest: pass the handle down");
      return queue(async () => {
        let open = true;
        const db = toDb(async (sql, params, method) => {
          if (!open) throw new Error("the transaction of this handle has ended");
          return execute(writer, sql, params, method);
        });
        writer.raw.exec("BEGIN IMMEDIATE");
        try {
          const value = await inTransaction.run(true, () => work(db));
          writer.raw.exec("COMMIT");
          return value;
        } catch (error) {
          if (writer.raw.inTransaction) writer.raw.exec("ROLLBACK");
          throw error;
        } finally {
          open = false;
        }
      });
    },
    async migrate() {
      await queue(async () => migrateForward(writer));
    },
    async ping() {
      reader.raw.prepare("select 1").get();
    },
    async close() {
      await queue(async () => {
        if (reader !== writer) reader.raw.close();
        writer.raw.pragma("optimize");
        writer.raw.close();
      });
    },
  };
}

function connect(file: string, readonly: boolean): Connection {
  const raw = new Sqlite(file, { timeout: 5_000, readonly });
  raw.pragma("foreign_keys = ON");
  raw.pragma("cache_size = -65536");
  if (!readonly) {
    raw.pragma("journal_mode = WAL");
    // NORMAL, the default under WAL, may lose an acknowledged commit when the power fails.
    raw.pragma("synchronous = FULL");
    assertPragmas(raw, file);
  }
  // SQLite's own lower() knows ASCII only; PostgreSQL's knows all letters.
  raw.function("lower", { deterministic: true }, (text: unknown) =>
    typeof text === "string" ? text.toLowerCase() : text,
  );
  return { raw, statements: new Map() };
}

function assertPragmas(raw: Sqlite.Database, file: string): void {
  const expected = { foreign_keys: 1, synchronous: 2, journal_mode: file === ":memory:" ? "memory" : "wal" };
  for (const [name, value] of Object.entries(expected)) {
    const actual = raw.pragma(name, { simple: true });
    if (actual !== value) throw new Error(`SQLite runs with ${name} = ${String(actual)}, needed is ${value}`);
  }
}

function execute(
  connection: Connection,
  sql: string,
  params: unknown[],
  method: Method,
): { rows: unknown[] } {
  const statement = prepare(connection, sql);
  if (!statement.reader) {
    statement.run(...params);
    return { rows: [] };
  }
  statement.raw(true);
  // For `get` the proxy driver wants the row itself where others want rows.
  if (method === "get") return { rows: statement.get(...params) as unknown[] };
  return { rows: statement.all(...params) };
}

function prepare(connection: Connection, sql: string): Sqlite.Statement {
  const known = connection.statements.get(sql);
  if (known) return known;
  const statement = connection.raw.prepare(sql);
  const [oldest] = connection.statements.keys();
  if (connection.statements.size >= STATEMENTS_KEPT && oldest !== undefined)
    connection.statements.delete(oldest);
  connection.statements.set(sql, statement);
  return statement;
}

type Run = (sql: string, params: unknown[], method: Method) => Promise<{ rows: unknown[] }>;

/** One for all: it remembers the names of columns, and `drizzle()` would make a new one for every transaction. */
const dialect = new SQLiteAsyncDialect({ casing: "snake_case" });

function toDb(run: Run): Db {
  const session = new SQLiteRemoteSession(run, dialect, undefined);
  // Typed as PostgreSQL's on purpose: see columns.ts.
  return new SqliteRemoteDatabase("async", dialect, session, undefined) as unknown as Db;
}

function createQueue() {
  let tail: Promise<unknown> = Promise.resolve();
  return <T>(work: () => Promise<T>): Promise<T> => {
    const next = tail.then(work, work);
    tail = next.catch(() => undefined);
    return next;
  };
}

function migrateForward(writer: Connection): void {
  // A rebuilt parent table would fire ON DELETE CASCADE, and the pragma is ignored inside the migrator's transaction.
  writer.raw.pragma("foreign_keys = OFF");
  try {
    migrate(drizzleSync(writer.raw, { casing: "snake_case" }), { migrationsFolder: "migrations/sqlite" });
    const broken = writer.raw.pragma("foreign_key_check") as unknown[];
    if (broken.length > 0)
      throw new Error(`migration broke foreign keys: ${JSON.stringify(broken.slice(0, 5))}`);
  } finally {
    writer.raw.pragma("foreign_keys = ON");
  }
  writer.statements.clear();
}
