import { existsSync, readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { CHECKS } from "~/domain/assessment/checks";
import { en } from "~/i18n/resources";

const FOLDER = "app/domain/assessment/checks";
/** Built into keys from the states of a result. */
const STATES = ["reached", "reached-with-countermeasures", "short", "undecided"];
const texts = en.checks;
/** By id, with its group: the folder it lives in. */
const groupOf = new Map(
  readdirSync(FOLDER)
    .filter((entry) => entry !== "index.ts")
    .flatMap((group) =>
      readdirSync(`${FOLDER}/${group}`)
        .filter((file) => file !== "index.ts")
        .map((file) => [file.replace(/\.ts$/, ""), group] as const),
    ),
);
const files = [...groupOf.keys()];

test("every check file is registered under its own name", () => {
  expect(CHECKS.map((check) => check.id).sort()).toEqual([...files].sort());
});

test("texts are kept for checks that exist and for nothing else", () => {
  expect(
    Object.keys(texts)
      .filter((name) => name !== "area")
      .sort(),
  ).toEqual([...files].sort());
});

describe.each(CHECKS)("$id", ({ id, clauses }) => {
  const source = readFileSync(`${FOLDER}/${groupOf.get(id)}/${id}.ts`, "utf8");
  const entry: object = Object.entries(texts).find(([name]) => name === id)?.[1] ?? {};

  test("has a scenario table", () => {
    expect(existsSync(`tests/checks/${id}.test.ts`)).toBe(true);
  });

  test("cites at least one clause", () => {
    expect(clauses.length).toBeGreaterThan(0);
  });

  test("stays within 80 lines", () => {
    expect(source.split("\n").length).toBeLessThanOrEqual(81);
  });

  test("says what should be true and why it matters", () => {
    expect(entry).toMatchObject({ title: expect.any(String), why: expect.any(String) });
  });

  test("has no text that it never says", () => {
    const spoken = leavesOf(entry).filter((leaf) => !["title", "why", "expected"].includes(leaf));
    const unspoken = spoken.filter((leaf) => !STATES.includes(leaf) && !source.includes(`"${leaf}"`));
    expect(unspoken.filter((leaf) => !new RegExp(`\\.${leaf}["\`]`).test(source))).toEqual([]);
  });
});

/** Names of the last step of every key, without plural endings. */
function leavesOf(tree: object): ReadonlyArray<string> {
  return Object.entries(tree).flatMap(([name, value]) =>
    typeof value === "string" ? [name.replace(/_(zero|one|two|few|many|other)$/, "")] : leavesOf(value),
  );
}
