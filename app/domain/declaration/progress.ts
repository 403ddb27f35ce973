import {
  type ComponentRequirement,
  selectApplicable,
  selectRequired,
} from "../requirement/component-requirement";
import {
  FOUNDATIONAL_REQUIREMENTS,
  type FoundationalRequirement,
  type SlVector,
} from "../security-level/security-level";
import type { DeclarationContent } from "./declaration";
import { FACT_GROUPS, type FactGroup, keysOfGroup } from "./fact-fields";
import type { ProductFacts } from "./facts";

type Row = Pick<ComponentRequirement, "id" | "appliesTo" | "foundationalRequirement">;
type Answered = Pick<DeclarationContent, "componentTypes" | "answers">;

export type FoundationalProgress = {
  foundationalRequirement: FoundationalRequirement;
  /** Rows that apply to the component types, whatever their level. */
  applicable: number;
  /** Those among them that have an answer. */
  answered: number;
};

/** How far the answers are, seven entries in the standard's order. */
export function progressOf(
  content: Answered,
  requirements: ReadonlyArray<Row>,
): ReadonlyArray<FoundationalProgress> {
  const rows = selectApplicable(requirements, content.componentTypes);
  return FOUNDATIONAL_REQUIREMENTS.map((fr) => {
    const applicable = rows.filter((row) => row.foundationalRequirement === fr);
    return {
      foundationalRequirement: fr,
      applicable: applicable.length,
      answered: applicable.filter((row) => content.answers[row.id] !== undefined).length,
    };
  });
}

/** How many of the rows that a profile demands of these component types have an answer. */
export function demandedProgress(
  content: Answered,
  {
    slTarget,
    requirements,
  }: { slTarget: SlVector; requirements: ReadonlyArray<Row & Pick<ComponentRequirement, "minSl">> },
): { demanded: number; answered: number } {
  const rows = selectRequired(requirements, slTarget, content.componentTypes);
  return {
    demanded: rows.length,
    answered: rows.filter(({ id }) => content.answers[id] !== undefined).length,
  };
}

/** Ids of the applicable rows without an answer, in the order of `requirements`. */
export function openRows(content: Answered, requirements: ReadonlyArray<Row>): ReadonlyArray<string> {
  return selectApplicable(requirements, content.componentTypes)
    .filter((row) => content.answers[row.id] === undefined)
    .map((row) => row.id);
}

export type FactProgress = { group: FactGroup; facts: number; stated: number };

/** How much is stated, topic by topic; "none" is a statement. */
export function factProgressOf(facts: ProductFacts): ReadonlyArray<FactProgress> {
  return FACT_GROUPS.map((group) => {
    const keys = keysOfGroup(group);
    return { group, facts: keys.length, stated: keys.filter((key) => facts[key] !== undefined).length };
  });
}
