import fs from "node:fs";
import { expect, test } from "vitest";
import { z } from "zod";

const Column = z.object({
  name: z.string(),
  notNull: z.boolean(),
  primaryKey: z.boolean(),
  default: z.unknown().optional(),
});
const IndexColumn = z.union([z.string(), z.object({ expression: z.string() })]);
const Snapshot = z.object({
  tables: z.record(
    z.string(),
    z.object({
      name: z.string(),
      columns: z.record(z.string(), Column),
      compositePrimaryKeys: z.record(z.string(), z.object({ columns: z.array(z.string()) })),
      indexes: z.record(z.string(), z.object({ isUnique: z.boolean(), columns: z.array(IndexColumn) })),
      foreignKeys: z.record(
        z.string(),
        z.object({
          columnsFrom: z.array(z.string()),
          tableTo: z.string(),
          columnsTo: z.array(z.string()),
          onDelete: z.string().optional(),
        }),
      ),
    }),
  ),
});

/** The newest snapshot of a dialect, reduced to what both must agree on. */
function shapeOf(dialect: "sqlite" | "postgres") {
  const folder = `migrations/${dialect}/meta`;
  const newest = fs
    .readdirSync(folder)
    .filter((file) => file.endsWith("_snapshot.json"))
    .sort()
    .at(-1);
  const { tables } = Snapshot.parse(JSON.parse(fs.readFileSync(`${folder}/${newest}`, "utf8")));
  const byTable = Object.values(tables).map((table) => {
    const columns = Object.values(table.columns);
    const key = Object.values(table.compositePrimaryKeys).flatMap((composite) => composite.columns);
    return [
      table.name,
      {
        columns: columns.map((column) => `${column.name}${column.notNull ? " not null" : ""}`).sort(),
        primaryKey: [
          ...columns.filter((column) => column.primaryKey).map((column) => column.name),
          ...key,
        ].sort(),
        indexes: Object.values(table.indexes)
          .map((index) => `${index.isUnique ? "unique " : ""}${index.columns.map(nameOf).join()}`)
          .sort(),
        foreignKeys: Object.values(table.foreignKeys)
          .map((key) => `${key.columnsFrom.join()} → ${key.tableTo}.${key.columnsTo.join()} ${key.onDelete}`)
          .sort(),
      },
    ] as const;
  });
  return Object.fromEntries(byTable);
}

function nameOf(column: z.output<typeof IndexColumn>): string {
  return typeof column === "string" ? column : column.expression;
}

test("both dialects have the same tables, columns, keys and indexes", () => {
  const sqlite = shapeOf("sqlite");
  expect(Object.keys(sqlite).length).toBeGreaterThan(15);
  expect(shapeOf("postgres")).toEqual(sqlite);
});
