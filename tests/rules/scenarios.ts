import { expect, test } from "vitest";
import { applyCommands } from "~/domain/zone-model/apply-command";
import { ZoneModelCommandsSchema } from "~/domain/zone-model/commands";
import { findInconsistencies } from "~/domain/zone-model/consistency";
import { indexModel } from "~/domain/zone-model/queries";
import type { ModelFinding, ModelRule } from "~/domain/zone-model/rules/rule";
import { type ZoneModel, ZoneModelSchema } from "~/domain/zone-model/zone-model";
import messages from "~/messages/en/rules.json";

/** What a finding is expected to be: `at` is `<kind>:<id>`, the rest only where the scenario is about it. */
export type ExpectedFinding = {
  at: string;
  related?: ReadonlyArray<string>;
  severity?: ModelFinding["severity"];
  params?: ModelFinding["params"];
  /** True where one step must close it, false where there must be none. */
  isFixable?: boolean;
};
export type Scenario = { name: string; given: ZoneModel; expect: ReadonlyArray<ExpectedFinding> };

/** Every scenario of a rule as a test, and what must hold for all of them: fixes close, texts can be filled. */
export function scenarios(rule: ModelRule, table: ReadonlyArray<Scenario>): void {
  test.each(table)("$name", ({ given, expect: expected }) => {
    expect(ZoneModelSchema.parse(given), "the model of a scenario is valid").toEqual(given);
    expect(findInconsistencies(given)).toEqual([]);
    const findings = evaluate(rule, given);
    expect(findings.map((finding, place) => only(finding, expected[place]))).toEqual(expected);
  });

  test("a fix can be applied and closes its finding", () => {
    for (const { given } of table) {
      for (const { id, fix } of evaluate(rule, given)) {
        if (!fix) continue;
        const fixed = applyCommands(given, ZoneModelCommandsSchema.parse(fix));
        if (!fixed.ok) throw new Error(`the fix of ${id} is refused: ${fixed.refusal.refusal.code}`);
        expect(evaluate(rule, fixed.value).map((finding) => finding.id)).not.toContain(id);
      }
    }
  });

  test("findings have their own id, the rule's, and every parameter of the sentence", () => {
    const placeholders = placeholdersOf(rule.id);
    const findings = table.map(({ given }) => evaluate(rule, given));
    expect(findings.flat(), "at least one scenario has a finding").not.toHaveLength(0);
    for (const finding of findings.flat()) {
      expect(finding.ruleId).toBe(rule.id);
      expect(Object.keys(finding.params)).toEqual(expect.arrayContaining(placeholders));
    }
    for (const list of findings) expect(new Set(list.map(({ id }) => id)).size).toBe(list.length);
  });
}

function evaluate(rule: ModelRule, model: ZoneModel): ReadonlyArray<ModelFinding> {
  return rule.evaluate(indexModel(model));
}

/** The finding in the words of the expectation, with the members that it names. */
function only(finding: ModelFinding, expected: ExpectedFinding | undefined): ExpectedFinding {
  const spelled: Required<ExpectedFinding> = {
    at: `${finding.element.kind}:${finding.element.id}`,
    related: finding.related.map(({ kind, id }) => `${kind}:${id}`),
    severity: finding.severity,
    params: finding.params,
    isFixable: finding.fix !== undefined,
  };
  const named = Object.entries(spelled).filter(([name]) => name === "at" || (expected && name in expected));
  // Keeps `at` always and the other members by name: TypeScript cannot follow the filter.
  return Object.fromEntries(named) as ExpectedFinding;
}

function placeholdersOf(ruleId: string): Array<string> {
  const texts: Record<string, { finding: string }> = messages;
  return [...(texts[ruleId]?.finding ?? "").matchAll(/\{\{(\w+)\}\}/g)].map(([, name = ""]) => name);
}
