import { describe, expect, test } from "vitest";
import { CHECKS } from "~/domain/assessment/checks";

describe.each(CHECKS)("$id", ({ id, clauses }) => {
  test("has the sentence that should be true as its name", () => {
    expect(id).toMatch(/^[a-z0-9]+(-[a-z0-9]+)+$/);
  });

  test("cites clauses, each with its standard and its place in it, none of them twice", () => {
    expect(clauses.length).toBeGreaterThan(0);
    for (const { standard, ref } of clauses) {
      expect(standard).toMatch(/^[a-z]+[a-z0-9]*(-[a-z0-9]+)+$/);
      expect(ref).toMatch(/\S/);
    }
    expect(new Set(clauses.map(({ standard, ref }) => `${standard} ${ref}`)).size).toBe(clauses.length);
  });
});

test("no two checks have the same name", () => {
  expect(new Set(CHECKS.map(({ id }) => id)).size).toBe(CHECKS.length);
});
