import fs from "node:fs";
import { expect, test } from "vitest";
import { MODEL_RULES } from "~/domain/zone-model/rules";
import messages from "~/messages/en/rules.json";

const NOT_RULES = ["index", "rule"];
const files = fs
  .readdirSync("app/domain/zone-model/rules")
  .filter((file) => file.endsWith(".ts"))
  .map((file) => file.replace(/\.ts$/, ""))
  .filter((name) => !NOT_RULES.includes(name));
const texts: Record<string, Record<string, string>> = messages;

test("every rule file is registered under its own name", () => {
  expect(MODEL_RULES.map(({ id }) => id).sort()).toEqual(files.sort());
});

test.each(files)("rule %s has a scenario file", (id) => {
  expect(fs.existsSync(`tests/rules/${id}.test.ts`)).toBe(true);
});

test.each(files)("rule %s stays within 80 lines", (id) => {
  expect(
    fs.readFileSync(`app/domain/zone-model/rules/${id}.ts`, "utf8").split("\n").length,
  ).toBeLessThanOrEqual(81);
});

test.each(files)("rule %s has title, why, fix and finding, and only the finding takes parameters", (id) => {
  const text = texts[id] ?? {};
  expect(Object.keys(text)).toEqual(["title", "why", "fix", "finding"]);
  expect(Object.values(text).every((sentence) => sentence.trim() !== "")).toBe(true);
  expect(`${text.title}${text.why}${text.fix}`).not.toContain("{{");
});

test("there are no texts without a rule", () => {
  expect(Object.keys(texts).sort()).toEqual(files.sort());
});

test("every rule cites a clause", () => {
  expect(MODEL_RULES.filter(({ clauses }) => clauses.length === 0)).toEqual([]);
});
