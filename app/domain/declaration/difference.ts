import { compareRequirementIds } from "../assessment/requirement-order";
import type { ComponentType } from "../requirement/component-requirement";
import { isSameVector, type SlVector } from "../security-level/security-level";
import type { Answer, DeclarationContent } from "./declaration";

export type AnswerDifference = {
  requirementId: string;
  /** null = unanswered. */
  before: Answer | null;
  after: Answer | null;
};

export type DeclarationDifference = {
  addedComponentTypes: ReadonlyArray<ComponentType>;
  removedComponentTypes: ReadonlyArray<ComponentType>;
  /** By requirement number; a changed note counts, white space around it does not. */
  answers: ReadonlyArray<AnswerDifference>;
  claimedSlCapability: { before: SlVector | null; after: SlVector | null } | null;
};

/** What a new version says otherwise than the one before. */
export function differenceOfDeclarations(
  before: DeclarationContent,
  after: DeclarationContent,
): DeclarationDifference {
  const ids = [...new Set([...Object.keys(before.answers), ...Object.keys(after.answers)])];
  return {
    addedComponentTypes: after.componentTypes.filter((type) => !before.componentTypes.includes(type)),
    removedComponentTypes: before.componentTypes.filter((type) => !after.componentTypes.includes(type)),
    answers: ids.sort(compareRequirementIds).flatMap((requirementId) => {
      const old = before.answers[requirementId] ?? null;
      const current = after.answers[requirementId] ?? null;
      return isSameAnswer(old, current) ? [] : [{ requirementId, before: old, after: current }];
    }),
    claimedSlCapability: isSameClaim(before.claimedSlCapability, after.claimedSlCapability)
      ? null
      : { before: before.claimedSlCapability, after: after.claimedSlCapability },
  };
}

/** True where the new version says nothing otherwise. */
export function isSameDeclaration(before: DeclarationContent, after: DeclarationContent): boolean {
  const difference = differenceOfDeclarations(before, after);
  return (
    difference.addedComponentTypes.length === 0 &&
    difference.removedComponentTypes.length === 0 &&
    difference.answers.length === 0 &&
    difference.claimedSlCapability === null
  );
}

function isSameAnswer(a: Answer | null, b: Answer | null): boolean {
  return a?.value === b?.value && (a?.note ?? "").trim() === (b?.note ?? "").trim();
}

function isSameClaim(a: SlVector | null, b: SlVector | null): boolean {
  if (a === null || b === null) return a === b;
  return isSameVector(a, b);
}
