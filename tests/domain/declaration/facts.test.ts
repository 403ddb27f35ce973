import { expect, test } from "vitest";
import { MAX_EVIDENCE } from "~/domain/declaration/evidence";
import {
  FACT_FIELDS,
  FACT_GROUPS,
  FACT_KEYS,
  factsOfGroup,
  keysOfGroup,
} from "~/domain/declaration/fact-fields";
import { ProductFactsSchema } from "~/domain/declaration/facts";
import {
  changeAnswers,
  changeFacts,
  newVersionOf,
  putEvidence,
  removeEvidence,
  rowsBackedBy,
} from "~/domain/declaration/lifecycle";
import { factProgressOf } from "~/domain/declaration/progress";
import { ALL_FACTS, aPiece } from "../../cli/full-files";
import { aContent } from "../assessment/rows";

const draft = (
  overrides: Parameters<typeof aContent>[1] = {},
  answers: Parameters<typeof aContent>[0] = {},
) => ({
  content: aContent(answers, overrides),
  state: "draft" as const,
});
const signed = { content: aContent(), state: "signed" as const };
const notADraft = { ok: false, refusal: { code: "not-a-draft" } };

test("every fact of the schema is asked for under exactly one topic, with the values that the schema knows", () => {
  expect([...FACT_KEYS].sort()).toEqual(Object.keys(ProductFactsSchema.shape).sort());
  expect(FACT_GROUPS.flatMap(keysOfGroup).sort()).toEqual([...FACT_KEYS].sort());
  expect(ProductFactsSchema.parse(ALL_FACTS)).toEqual(ALL_FACTS);
  for (const key of FACT_KEYS) {
    const field = FACT_FIELDS[key];
    if (field.kind !== "any-of" && field.kind !== "one-of") continue;
    for (const value of field.values)
      expect(
        ProductFactsSchema.safeParse({ [key]: field.kind === "any-of" ? [value] : value }).success,
        key,
      ).toBe(true);
    // A list of all of them is as long as the schema allows.
    if (field.kind === "any-of")
      expect(ProductFactsSchema.safeParse({ [key]: [...field.values, field.values[0]] }).success, key).toBe(
        false,
      );
  }
});

test("the columns of lists and records are those of the schema", () => {
  const columnsOf = (
    key: "variants" | "platforms" | "networkNeeds" | "vulnerabilities" | "sbom" | "essentialFunction",
  ) => Object.keys(FACT_FIELDS[key].columns).sort();
  const entryOf = (value: unknown) => Object.keys((Array.isArray(value) ? value[0] : value) ?? {}).sort();
  for (const key of [
    "variants",
    "platforms",
    "networkNeeds",
    "vulnerabilities",
    "sbom",
    "essentialFunction",
  ] as const)
    expect(columnsOf(key)).toEqual(entryOf(ALL_FACTS[key]));
});

test("a topic is stated as a whole: what is absent is not stated any more, other topics stay", () => {
  const before = draft({ facts: { signedUpdates: true, patchDaysHigh: 30, autoLogoff: false } });
  const outcome = changeFacts(before, "support", { patchDaysHigh: 60, autoLogoff: true });
  expect(outcome).toMatchObject({
    ok: true,
    value: { content: { facts: { patchDaysHigh: 60, autoLogoff: false } } },
  });
  expect(outcome.ok && outcome.value.content.facts).not.toHaveProperty("signedUpdates");
  expect(before.content.facts).toEqual({ signedUpdates: true, patchDaysHigh: 30, autoLogoff: false });
  expect(changeFacts(signed, "support", {})).toEqual(notADraft);
});

test("evidence is added, replaced in its place, and bounded", () => {
  const [a, b] = [aPiece({ id: "a" }), aPiece({ id: "b" })];
  const two = putEvidence(draft({ evidence: [a] }), b);
  expect(two.ok && two.value.content.evidence).toEqual([a, b]);
  const renewed = { ...a, validUntil: "2031-01-01" };
  const replaced = putEvidence(draft({ evidence: [a, b] }), renewed);
  expect(replaced.ok && replaced.value.content.evidence).toEqual([renewed, b]);
  const full = draft({ evidence: Array.from({ length: MAX_EVIDENCE }, (_, n) => aPiece({ id: `n${n}` })) });
  expect(putEvidence(full, a)).toEqual({ ok: false, refusal: { code: "too-much-evidence" } });
  expect(putEvidence(full, aPiece({ id: "n7", title: "x" })).ok).toBe(true);
  expect(putEvidence(signed, a)).toEqual(notADraft);
});

test("what is removed is not cited any more, and answers stay", () => {
  const answers = {
    "CR 1.1": { value: "met", evidenceIds: ["a", "b"] },
    "CR 2.1": { value: "met", evidenceIds: ["a"] },
    "CR 3.1": { value: "not-met" },
  } as const satisfies Parameters<typeof aContent>[0];
  const before = draft(
    { evidence: [aPiece({ id: "a" }), aPiece({ id: "b" })] },
    structuredClone(answers) as unknown as Parameters<typeof aContent>[0],
  );
  expect(rowsBackedBy(before.content, "a")).toEqual(["CR 1.1", "CR 2.1"]);
  const outcome = removeEvidence(before, "a");
  expect(outcome.ok && outcome.value.content).toMatchObject({
    evidence: [{ id: "b" }],
    answers: { "CR 1.1": { value: "met", evidenceIds: ["b"] }, "CR 2.1": { value: "met" } },
  });
  expect(outcome.ok && outcome.value.content.answers["CR 2.1"]).not.toHaveProperty("evidenceIds");
  expect(removeEvidence(before, "none")).toMatchObject({ ok: true, value: { content: before.content } });
  expect(removeEvidence(signed, "a")).toEqual(notADraft);
});

test("an answer can rest only on evidence that is on file", () => {
  const rows = [
    { id: "CR 1.1", appliesTo: ["embedded-device" as const], foundationalRequirement: "IAC" as const },
  ];
  const answer = (evidenceIds: Array<string>) =>
    changeAnswers(
      draft({ evidence: [aPiece({ id: "a" })] }),
      [{ type: "set", requirementId: "CR 1.1", answer: { value: "met", evidenceIds } }],
      rows,
    );
  expect(answer(["a"]).ok).toBe(true);
  expect(answer(["a", "b"])).toEqual({
    ok: false,
    refusal: { code: "unknown-evidence", requirementId: "CR 1.1" },
  });
});

test("a new version has the facts and evidence of the one before", () => {
  const content = aContent({}, { facts: ALL_FACTS, evidence: [aPiece()] });
  const next = newVersionOf({ content, state: "signed" });
  expect(next.ok && next.value.content).toEqual(content);
});

test("progress counts what is stated, and “none” is a statement", () => {
  const progress = factProgressOf({ siemChannels: [], timeSources: ["ntp"], autoLogoff: false });
  expect(progress.map(({ group }) => group)).toEqual(FACT_GROUPS);
  expect(progress.find(({ group }) => group === "logging")).toEqual({
    group: "logging",
    facts: 4,
    stated: 2,
  });
  expect(progress.find(({ group }) => group === "accounts")).toEqual({
    group: "accounts",
    facts: 4,
    stated: 1,
  });
  expect(factProgressOf(ALL_FACTS).every(({ facts, stated }) => facts === stated)).toBe(true);
  expect(factsOfGroup(ALL_FACTS, "wireless")).toEqual({ wireless: ["wifi"] });
});
