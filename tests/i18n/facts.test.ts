import { expect, test } from "vitest";
import { ASSURANCES, EVIDENCE_SUBJECTS, EVIDENCE_TYPES } from "~/domain/declaration/evidence";
import { FACT_FIELDS, FACT_GROUPS, FACT_KEYS, type FactField } from "~/domain/declaration/fact-fields";
import facts from "~/messages/en/facts.json";

const words: Readonly<Record<string, string>> = facts.word;
const columns: Readonly<Record<string, Readonly<Record<string, string>>>> = facts.column;

test("every fact and every topic has its words, and none is left over", () => {
  expect(Object.keys(facts.field).sort()).toEqual([...FACT_KEYS].sort());
  expect(Object.keys(facts.help).sort()).toEqual([...FACT_KEYS].sort());
  expect(Object.keys(facts.group).sort()).toEqual([...FACT_GROUPS].sort());
  expect(Object.keys(facts.about).sort()).toEqual([...FACT_GROUPS].sort());
  expect(Object.values({ ...facts.field, ...facts.help }).filter((text) => text === "")).toEqual([]);
});

test("every value that can be chosen and every column has its word", () => {
  for (const key of FACT_KEYS) {
    const field: FactField = FACT_FIELDS[key];
    if (field.kind === "any-of" || field.kind === "one-of")
      for (const value of field.values) expect(words[value], `${key} ${value}`).toBeTruthy();
    if (field.kind !== "rows" && field.kind !== "record") continue;
    expect(Object.keys(columns[key] ?? {}).sort(), key).toEqual(Object.keys(field.columns).sort());
    for (const [name, column] of Object.entries(field.columns))
      if ("values" in column)
        for (const value of column.values)
          expect(/^CR /.test(value) || words[value], `${key} ${name} ${value}`).toBeTruthy();
  }
  for (const value of [...EVIDENCE_TYPES, ...EVIDENCE_SUBJECTS, ...ASSURANCES])
    expect(words[value], value).toBeTruthy();
});
