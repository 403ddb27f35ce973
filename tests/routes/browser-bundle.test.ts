import fs from "node:fs";
import { expect, test } from "vitest";

const CLIENT = "build/client";
const scripts = fs
  .readdirSync(`${CLIENT}/assets`)
  .filter((file) => file.endsWith(".js"))
  .map((file) => ({ file, source: fs.readFileSync(`${CLIENT}/assets/${file}`, "utf8") }));

test("there is a browser bundle to look at", () => {
  expect(scripts.length).toBeGreaterThan(20);
});

test.each([
  ["the database", /better-sqlite3|pg_advisory|BEGIN IMMEDIATE|drizzle/],
  ["passwords", /argon2|\$argon2id/],
  ["Node's own modules", /from\s*["']node:|require\(["']node:/],
  ["the audit log", /appendAuditEntry|auditEntries/],
  ["the demo's passwords", /cordon-demo-2026/],
])("the browser is not sent %s", (_what, marks) => {
  expect(scripts.filter(({ source }) => marks.test(source)).map(({ file }) => file)).toEqual([]);
});
