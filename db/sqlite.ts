import { AsyncLocalStorage } from "node:async_hooks";
import fs from "node:fs";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import Sqlite from "better-sqlite3";
import { drizzle as drizzleSync } from "drizzle-orm/better-sqlite3";
import { migrate } from "drizzle-orm/better-sqlite3/migrator";
import { SQLiteAsyncDialect } from "drizzle-orm/sqlite-core";
import { SQLiteRemoteSession, SqliteRemoteDatabase } from "drizzle-orm/sqlite-proxy";
import type { Database, Db } from "./client";
import { countsCommits } from "./data-version";

type Connection = { raw: Sqlite.Database; statements: Map<string, Sqlite.Statement> };
type Method = "run" | "all" | "values" | "get";

const STATEMENTS_KEPT = 500;
/** How long opening and migrating wait, synchronously, for another process. */
const OPENING_LIMIT_MS = 5_000;
/** How long a transaction waits for another process that writes, and how often it looks. */
const BUSY_LIMIT_MS = 10_000;
const BUSY_STEP_MS = 5;

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
  // A memory database has one connection, whose own commits are not counted.
  if (reader !== writer)
    countsCommits(read, () => Number(reader.raw.pragma("data_version", { simple: true })));

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
        await begin(writer.raw);
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

/**
 * Waits for the transaction of another process without keeping this one from answering: better-sqlite3 would wait
 * synchronously. Throws SQLITE_BUSY where it takes too long.
 */
async function begin(raw: Sqlite.Database): Promise<void> {
  for (const since = performance.now(); ; await pause(BUSY_STEP_MS))
    try {
      raw.exec("BEGIN IMMEDIATE");
      return;
    } catch (error) {
      const isBusy = error instanceof Sqlite.SqliteError && error.code.startsWith("SQLITE_BUSY");
      if (!isBusy || performance.now() - since > BUSY_LIMIT_MS) throw error;
    }
}

function connect(file: string, readonly: boolean): Connection {
  const raw = new Sqlite(file, { timeout: OPENING_LIMIT_MS, readonly });
  raw.pragma("foreign_keys = ON");
  raw.pragma("cache_size = -65536");
  if (!readonly) {
    raw.pragma("journal_mode = WAL");
    // NORMAL, the default under WAL, may lose an acknowledged commit when the power fails.
    raw.pragma("synchronous = FULL");
    assertPragmas(raw, file);
    raw.pragma("busy_timeout = 0");
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
  writer.raw.pragma(`busy_timeout = ${OPENING_LIMIT_MS}`);
  try {
    const before = countMigrations(writer.raw);
    migrate(drizzleSync(writer.raw, { casing: "snake_case" }), { migrationsFolder: "migrations/sqlite" });
    // Reads every row: nothing to be done at each start of a large portal.
    const isChanged = countMigrations(writer.raw) !== before;
    const broken = isChanged ? (writer.raw.pragma("foreign_key_check") as unknown[]) : [];
    if (broken.length > 0)
      throw new Error(`migration broke foreign keys: ${JSON.stringify(broken.slice(0, 5))}`);
  } finally {
    writer.raw.pragma("foreign_keys = ON");
    writer.raw.pragma("busy_timeout = 0");
  }
  writer.statements.clear();
}

function countMigrations(raw: Sqlite.Database): number {
  const table = raw.prepare("select name from sqlite_master where name = '__drizzle_migrations'").get();
  return table ? (raw.prepare("select count(*) from __drizzle_migrations").pluck().get() as number) : 0;
}
