/**
 * Column builders for both dialects behind one set of names. Typed as PostgreSQL's, the stricter of the two
 * (asynchronous only); at run time SQLite's have the same names and the same JavaScript values. Only what
 * both have is exported, so a schema cannot use what one side lacks.
 */
import * as pg from "drizzle-orm/pg-core";
import * as sqlite from "drizzle-orm/sqlite-core";
import { dialect } from "./dialect";
import { documentOf, textOf } from "./large-documents";

const bytea = pg.customType<{ data: Buffer; driverData: Buffer }>({ dataType: () => "bytea" });

const postgresKit = {
  table: pg.pgTable,
  index: pg.index,
  uniqueIndex: pg.uniqueIndex,
  primaryKey: pg.primaryKey,
  foreignKey: pg.foreignKey,
  check: pg.check,
  text: () => pg.text(),
  oneOf: <const Values extends readonly [string, ...string[]]>(values: Values) => pg.text({ enum: values }),
  integer: () => pg.integer(),
  /** Whole numbers up to 2^53, e.g. an unsigned 32-bit mask word. */
  bigint: () => pg.bigint({ mode: "number" }),
  boolean: () => pg.boolean(),
  /** An instant with millisecond precision, as a Date. */
  timestamp: () => pg.timestamp({ withTimezone: true, precision: 3, mode: "date" }),
  json: <T>() => pg.jsonb().$type<T>(),
  bytes: () => bytea(),
};

const sqliteJson = sqlite.customType<{ data: unknown; driverData: string }>({
  dataType: () => "text",
  toDriver: textOf,
  fromDriver: documentOf,
});

const sqliteKit = {
  table: sqlite.sqliteTable,
  index: sqlite.index,
  uniqueIndex: sqlite.uniqueIndex,
  primaryKey: sqlite.primaryKey,
  foreignKey: sqlite.foreignKey,
  check: sqlite.check,
  text: () => sqlite.text(),
  oneOf: (values: [string, ...string[]]) => sqlite.text({ enum: values }),
  integer: () => sqlite.integer(),
  bigint: () => sqlite.integer(),
  boolean: () => sqlite.integer({ mode: "boolean" }),
  timestamp: () => sqlite.integer({ mode: "timestamp_ms" }),
  json: () => sqliteJson(),
  bytes: () => sqlite.blob({ mode: "buffer" }),
};

// The two kits agree at run time but not in drizzle's types; the contract tests run on both dialects.
const kit = (dialect === "postgres" ? postgresKit : (sqliteKit as unknown)) as typeof postgresKit;

export const {
  table,
  index,
  uniqueIndex,
  primaryKey,
  foreignKey,
  check,
  text,
  oneOf,
  integer,
  bigint,
  boolean,
  timestamp,
  json,
  bytes,
} = kit;
