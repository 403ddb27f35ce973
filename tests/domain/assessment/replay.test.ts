import fc from "fast-check";
import { expect, test } from "vitest";
import { assess } from "~/domain/assessment/assess";
import { type FrozenInput, replay } from "~/domain/assessment/replay";
import { RULE_SET_VERSION } from "~/domain/assessment/rule-set-version";
import { cases, DAY } from "./questions/cases";
import { aContent, aProfile, aRow } from "./rows";

const HERE = { ruleSetVersion: RULE_SET_VERSION, catalogueVersion: "test" };

function frozen(overrides: Partial<FrozenInput> = {}): FrozenInput {
  const profile = aProfile({ slTarget: { IAC: 1 }, rows: [aRow("CR 1.1")] });
  const declaration = aContent({ "CR 1.1": "met" });
  const result = assess(profile, declaration, DAY);
  return { profile, declaration, asOf: DAY, result, fingerprint: result.fingerprint, ...overrides };
}

test("with the versions that made it an assessment comes out again", () => {
  expect(replay(frozen(), HERE)).toEqual({ state: "agrees", catalogue: null });
});

test("a newer catalogue does not stand in the way, because what decides of it was kept", () => {
  expect(replay(frozen(), { ...HERE, catalogueVersion: "newer" })).toEqual({
    state: "agrees",
    catalogue: { before: "test", after: "newer" },
  });
});

test("other rules cannot say what the former ones said", () => {
  expect(replay(frozen(), { ...HERE, ruleSetVersion: "newer" })).toEqual({
    state: "other-rules",
    ruleSet: { before: RULE_SET_VERSION, after: "newer" },
  });
});

test("an input that was changed afterwards is found by its fingerprint, and by what comes out", () => {
  expect(replay(frozen({ declaration: aContent({ "CR 1.1": "not-met" }) }), HERE)).toEqual({
    state: "disagrees",
    differs: ["fingerprint", "result"],
  });
  expect(replay(frozen({ asOf: "2026-11-20" }), HERE)).toMatchObject({ state: "disagrees" });
});

test("an input that was changed without a change of the result is found all the same", () => {
  const declaration = aContent({ "CR 1.1": { value: "met", note: "Since 2.0" } });
  expect(replay(frozen({ declaration }), HERE)).toEqual({ state: "disagrees", differs: ["fingerprint"] });
});

test("a result that was changed afterwards is found", () => {
  const { result } = frozen();
  const changed = { ...result, verdict: "does-not-conform" as const };
  expect(replay(frozen({ result: changed }), HERE)).toEqual({ state: "disagrees", differs: ["result"] });
});

test("a fingerprint that was changed is found, wherever it stands", () => {
  const { result } = frozen();
  const other = "0".repeat(64);
  const disagrees = { state: "disagrees", differs: ["fingerprint"] };
  expect(replay(frozen({ fingerprint: other }), HERE)).toEqual(disagrees);
  expect(replay(frozen({ result: { ...result, fingerprint: other } }), HERE)).toEqual(disagrees);
});

test("what was kept as JSON comes out again, in whatever order its members return", () => {
  fc.assert(
    fc.property(cases, ({ profile, declaration }) => {
      const result = assess(profile, declaration, DAY);
      const kept = { profile, declaration, asOf: DAY, result, fingerprint: result.fingerprint };
      const returned: FrozenInput = JSON.parse(JSON.stringify(kept), (_key, value: unknown) =>
        typeof value === "object" && value !== null && !Array.isArray(value)
          ? Object.fromEntries(Object.entries(value).reverse())
          : value,
      );
      expect(replay(returned, HERE)).toEqual({ state: "agrees", catalogue: null });
    }),
    { numRuns: 100 },
  );
});
