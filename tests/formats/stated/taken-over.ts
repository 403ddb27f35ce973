import { expect } from "vitest";
import { COMPONENT_REQUIREMENTS } from "~/catalogue/catalogue";
import { applyImport } from "~/domain/declaration/apply-import";
import type { DeclarationContent } from "~/domain/declaration/declaration";
import { differenceOfDeclarations, isSameDeclaration } from "~/domain/declaration/difference";
import type { ImportPlan } from "~/domain/declaration/import-plan";
import { selectApplicable } from "~/domain/requirement/component-requirement";
import type { Stated } from "~/formats/stated/stated";
import { foundIn } from "~/intake/readers/stated";

/** As forms store it: answers to rows that apply, with evidence that is there; no text that says nothing. */
export function asFilledIn(content: DeclarationContent): DeclarationContent {
  const applicable = new Set(
    selectApplicable(COMPONENT_REQUIREMENTS, content.componentTypes).map(({ id }) => id),
  );
  const known = new Set(content.evidence.map(({ id }) => id));
  const answers = Object.entries(content.answers)
    .filter(([id]) => applicable.has(id))
    .map(([id, { evidenceIds = [], ...answer }]) => [
      id,
      { ...answer, evidenceIds: evidenceIds.filter((one) => known.has(one)) },
    ]);
  const facts = Object.entries(content.facts).filter(([, value]) => value !== "");
  const tidy = { ...content, answers: Object.fromEntries(answers), facts: Object.fromEntries(facts) };
  return JSON.parse(JSON.stringify(tidy), (key, one: unknown) => {
    if (typeof one !== "string") return one;
    return key === "note" && one === "" ? undefined : one.replace(/\r\n?/g, "\n");
  });
}

/** The draft after everything that a file says was taken over. */
export function takenOver(stated: Stated, present: DeclarationContent): DeclarationContent {
  expect(stated.problems).toEqual([]);
  const found = foundIn(stated, { content: present });
  expect(found.unused).toEqual([]);
  if (found.entries.length === 0) return present;
  // What a plan adds to it is of no importance to what is taken.
  const plan = { ...found, unusedCount: 0, quality: [] } as unknown as ImportPlan;
  const taken = found.entries.map(({ id }) => id);
  const document = { state: "draft" as const, content: present };
  const applied = applyImport(document, plan, { taken, severities: {} }, COMPONENT_REQUIREMENTS);
  if (!applied.ok) throw new Error(JSON.stringify(applied.refusal));
  return applied.value.document.content;
}

export function expectSame(actual: DeclarationContent, wanted: DeclarationContent): void {
  if (!isSameDeclaration(wanted, actual))
    expect(differenceOfDeclarations(wanted, actual)).toEqual("no difference");
}
