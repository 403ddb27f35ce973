import {
  type ComponentRequirement,
  type ComponentType,
  isApplicable,
} from "../requirement/component-requirement";
import type { SlVector } from "../security-level/security-level";
import type { IsoDate } from "../shared/iso-date";
import { accept, type Result, refuse } from "../shared/result";
import type { Answer, Answers, DeclarationContent, DeclarationState } from "./declaration";
import { type Evidence, MAX_EVIDENCE } from "./evidence";
import { type FactGroup, factsOfGroup, keysOfGroup } from "./fact-fields";
import type { ProductFacts } from "./facts";
import { openRows } from "./progress";

/** The part of a catalogue row that decides whether it may be answered. */
export type AnswerableRow = Pick<ComponentRequirement, "id" | "appliesTo" | "foundationalRequirement">;

/** What the transitions look at and return; whoever stores a declaration adds its own ids and names. */
export type DeclarationDocument = { content: DeclarationContent; state: DeclarationState };

export type AnswerChange =
  | { type: "set"; requirementId: string; answer: Answer }
  | { type: "clear"; requirementId: string };

export type AnswerRefusal =
  | { code: "not-a-draft" }
  | { code: "unknown-requirement"; requirementId: string }
  | { code: "row-not-applicable"; requirementId: string }
  | { code: "unknown-evidence"; requirementId: string };

/**
 * Applies changes in order, all or none. A row can be answered only where it applies to one of the component
 * types; clearing is always possible, so that an answer given before the types changed can be taken back. Evidence
 * that an answer rests on must be part of the declaration.
 */
export function changeAnswers(
  declaration: DeclarationDocument,
  changes: ReadonlyArray<AnswerChange>,
  requirements: ReadonlyArray<AnswerableRow>,
): Result<DeclarationDocument, AnswerRefusal> {
  if (declaration.state !== "draft") return refuse({ code: "not-a-draft" });
  const rows = new Map(requirements.map((row) => [row.id, row]));
  const answers: Answers = { ...declaration.content.answers };
  const evidence = new Set(declaration.content.evidence.map(({ id }) => id));
  for (const change of changes) {
    const { requirementId } = change;
    const row = rows.get(requirementId);
    if (!row) return refuse({ code: "unknown-requirement", requirementId });
    if (change.type === "clear") {
      delete answers[requirementId];
      continue;
    }
    if (!isApplicable(row, declaration.content.componentTypes))
      return refuse({ code: "row-not-applicable", requirementId });
    if (change.answer.evidenceIds?.some((id) => !evidence.has(id)))
      return refuse({ code: "unknown-evidence", requirementId });
    answers[requirementId] = change.answer;
  }
  return accept({ ...declaration, content: { ...declaration.content, answers } });
}

/** Answers to rows that no longer apply are kept until signing: a wrong click must not lose an hour of work. */
export function changeComponentTypes(
  declaration: DeclarationDocument,
  componentTypes: ReadonlyArray<ComponentType>,
): Result<DeclarationDocument, { code: "not-a-draft" }> {
  if (declaration.state !== "draft") return refuse({ code: "not-a-draft" });
  return accept({
    ...declaration,
    content: { ...declaration.content, componentTypes: [...new Set(componentTypes)] },
  });
}

export function changeClaimedLevel(
  declaration: DeclarationDocument,
  claimedSlCapability: SlVector | null,
): Result<DeclarationDocument, { code: "not-a-draft" }> {
  if (declaration.state !== "draft") return refuse({ code: "not-a-draft" });
  return accept({ ...declaration, content: { ...declaration.content, claimedSlCapability } });
}

/** What is stated under one topic becomes exactly `facts`; every other topic stays as it is. */
export function changeFacts(
  declaration: DeclarationDocument,
  group: FactGroup,
  facts: ProductFacts,
): Result<DeclarationDocument, { code: "not-a-draft" }> {
  if (declaration.state !== "draft") return refuse({ code: "not-a-draft" });
  const keys: ReadonlyArray<string> = keysOfGroup(group);
  const others = Object.entries(declaration.content.facts).filter(([key]) => !keys.includes(key));
  const changed = { ...Object.fromEntries(others), ...factsOfGroup(facts, group) };
  return accept({ ...declaration, content: { ...declaration.content, facts: changed } });
}

export type EvidenceRefusal = { code: "not-a-draft" } | { code: "too-much-evidence" };

/** Adds a piece of evidence, or puts it in the place of the one with its id. */
export function putEvidence(
  declaration: DeclarationDocument,
  evidence: Evidence,
): Result<DeclarationDocument, EvidenceRefusal> {
  if (declaration.state !== "draft") return refuse({ code: "not-a-draft" });
  const { content } = declaration;
  const isKnown = content.evidence.some(({ id }) => id === evidence.id);
  if (!isKnown && content.evidence.length >= MAX_EVIDENCE) return refuse({ code: "too-much-evidence" });
  const all = isKnown
    ? content.evidence.map((one) => (one.id === evidence.id ? evidence : one))
    : [...content.evidence, evidence];
  return accept({ ...declaration, content: { ...content, evidence: all } });
}

/** Takes a piece of evidence away, and with it every mention of it: an answer must not rest on what is not there. */
export function removeEvidence(
  declaration: DeclarationDocument,
  evidenceId: string,
): Result<DeclarationDocument, { code: "not-a-draft" }> {
  if (declaration.state !== "draft") return refuse({ code: "not-a-draft" });
  const { content } = declaration;
  const answers = Object.entries(content.answers).map(([id, answer]) => [
    id,
    withoutMention(answer, evidenceId),
  ]);
  return accept({
    ...declaration,
    content: {
      ...content,
      answers: Object.fromEntries(answers),
      evidence: content.evidence.filter(({ id }) => id !== evidenceId),
    },
  });
}

/** Ids of the rows whose answers rest on a piece of evidence. */
export function rowsBackedBy({ answers }: Pick<DeclarationContent, "answers">, evidenceId: string) {
  return Object.keys(answers).filter((id) => answers[id]?.evidenceIds?.includes(evidenceId));
}

function withoutMention({ evidenceIds = [], ...answer }: Answer, evidenceId: string): Answer {
  const others = evidenceIds.filter((id) => id !== evidenceId);
  return others.length > 0 ? { ...answer, evidenceIds: others } : answer;
}

export type SignedDeclaration = {
  content: DeclarationContent;
  state: "signed";
  signedOn: IsoDate;
  /** Applicable rows without an answer: allowed, shown to the signatory, reported as unanswered ever after. */
  openRows: ReadonlyArray<string>;
};

export type SignRefusal =
  | { code: "not-a-draft" }
  | { code: "no-component-types" }
  | { code: "nothing-answered" };

/**
 * Makes a draft immutable. What is signed is what the signatory could see: answers to rows that do not apply
 * are left out.
 */
export function signDeclaration(
  { content, state }: DeclarationDocument,
  { asOf, requirements }: { asOf: IsoDate; requirements: ReadonlyArray<AnswerableRow> },
): Result<SignedDeclaration, SignRefusal> {
  if (state !== "draft") return refuse({ code: "not-a-draft" });
  if (content.componentTypes.length === 0) return refuse({ code: "no-component-types" });
  const answers = applicableAnswers(content, requirements);
  if (Object.keys(answers).length === 0) return refuse({ code: "nothing-answered" });
  const signed = { ...content, answers };
  return accept({
    content: signed,
    state: "signed",
    signedOn: asOf,
    openRows: openRows(signed, requirements),
  });
}

/** A correction is a new version: a draft with the content of a signed declaration. */
export function newVersionOf({
  content,
  state,
}: DeclarationDocument): Result<DeclarationDocument & { state: "draft" }, { code: "not-signed" }> {
  if (state !== "signed") return refuse({ code: "not-signed" });
  return accept({ content: structuredClone(content), state: "draft" });
}

function applicableAnswers(content: DeclarationContent, requirements: ReadonlyArray<AnswerableRow>): Answers {
  const answers: Answers = {};
  for (const row of requirements) {
    const answer = content.answers[row.id];
    if (answer && isApplicable(row, content.componentTypes)) answers[row.id] = answer;
  }
  return answers;
}
