import { COMPONENT_REQUIREMENT_BY_ID } from "~/catalogue/catalogue";
import type { DeclarationContent } from "~/domain/declaration/declaration";
import { differenceOfDeclarations } from "~/domain/declaration/difference";

/** What `after` says otherwise than `before`, which is version `version`; rows with their titles. */
export function namedDifference(version: number, before: DeclarationContent, after: DeclarationContent) {
  const { answers, ...rest } = differenceOfDeclarations(before, after);
  return {
    version,
    ...rest,
    answers: answers.map((answer) => ({ ...answer, ...toNamedRow(answer.requirementId) })),
  };
}

/** A row of a list: its number, its title in our words, its FR. */
export function toNamedRow(requirementId: string) {
  const row = COMPONENT_REQUIREMENT_BY_ID.get(requirementId);
  return {
    id: requirementId,
    title: row?.title ?? "",
    foundationalRequirement: row?.foundationalRequirement ?? ("IAC" as const),
  };
}
