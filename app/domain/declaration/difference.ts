import { sortedDeep } from "../assessment/normal-form";
import { compareRequirementIds } from "../assessment/requirement-order";
import type { ComponentType } from "../requirement/component-requirement";
import { isSameVector, type SlVector } from "../security-level/security-level";
import { canonicalJson } from "../shared/canonical-json";
import type { Answer, DeclarationContent } from "./declaration";
import type { Evidence } from "./evidence";
import { FACT_KEYS } from "./fact-fields";
import type { FactKey, ProductFacts } from "./facts";

export type AnswerDifference = {
  requirementId: string;
  /** null = unanswered. */
  before: Answer | null;
  after: Answer | null;
};

/** Undefined = not stated. */
export type FactDifference = { key: FactKey; before: unknown; after: unknown };

export type EvidenceDifference = {
  added: ReadonlyArray<Evidence>;
  removed: ReadonlyArray<Evidence>;
  changed: ReadonlyArray<{ before: Evidence; after: Evidence }>;
};

export type DeclarationDifference = {
  addedComponentTypes: ReadonlyArray<ComponentType>;
  removedComponentTypes: ReadonlyArray<ComponentType>;
  /** By requirement number; another note or other evidence counts, white space and order do not. */
  answers: ReadonlyArray<AnswerDifference>;
  claimedSlCapability: { before: SlVector | null; after: SlVector | null } | null;
  /** Field by field, in the order in which they are asked for. */
  facts: ReadonlyArray<FactDifference>;
  evidence: EvidenceDifference;
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
    facts: differenceOfFacts(before.facts, after.facts),
    evidence: differenceOfEvidence(before.evidence, after.evidence),
  };
}

export function differenceOfFacts(before: ProductFacts, after: ProductFacts): ReadonlyArray<FactDifference> {
  return FACT_KEYS.flatMap((key) =>
    isSameFact(before[key], after[key]) ? [] : [{ key, before: before[key], after: after[key] }],
  );
}

/** Both stated alike, or neither stated; lists are sets. */
export function isSameFact(a: unknown, b: unknown): boolean {
  if (a === undefined || b === undefined) return a === b;
  return canonicalJson(sortedDeep(a)) === canonicalJson(sortedDeep(b));
}

function differenceOfEvidence(
  before: ReadonlyArray<Evidence>,
  after: ReadonlyArray<Evidence>,
): EvidenceDifference {
  const old = new Map(before.map((piece) => [piece.id, piece]));
  const ids = new Set(after.map(({ id }) => id));
  return {
    added: after.filter(({ id }) => !old.has(id)),
    removed: before.filter(({ id }) => !ids.has(id)),
    changed: after.flatMap((piece) => {
      const known = old.get(piece.id);
      return known && !isSameFact(known, piece) ? [{ before: known, after: piece }] : [];
    }),
  };
}

/** True where the new version says nothing otherwise. */
export function isSameDeclaration(before: DeclarationContent, after: DeclarationContent): boolean {
  const difference = differenceOfDeclarations(before, after);
  return (
    difference.addedComponentTypes.length === 0 &&
    difference.removedComponentTypes.length === 0 &&
    difference.answers.length === 0 &&
    difference.claimedSlCapability === null &&
    difference.facts.length === 0 &&
    Object.values(difference.evidence).every((pieces) => pieces.length === 0)
  );
}

/** The same value with the same words and the same evidence. */
export function isSameAnswer(a: Answer | null | undefined, b: Answer | null | undefined): boolean {
  return (
    a?.value === b?.value &&
    (a?.note ?? "").trim() === (b?.note ?? "").trim() &&
    citationsOf(a).join() === citationsOf(b).join()
  );
}

/** Each piece once, in one order. */
function citationsOf(answer: Answer | null | undefined): ReadonlyArray<string> {
  return [...new Set(answer?.evidenceIds)].sort();
}

function isSameClaim(a: SlVector | null, b: SlVector | null): boolean {
  if (a === null || b === null) return a === b;
  return isSameVector(a, b);
}
