import {
  type ComponentRequirement,
  type ComponentType,
  isApplicable,
} from "../requirement/component-requirement";
import type { SlVector } from "../security-level/security-level";
import type { IsoDate } from "../shared/iso-date";
import { accept, type Result, refuse } from "../shared/result";
import type { Answer, Answers, DeclarationContent, DeclarationState } from "./declaration";
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
  | { code: "row-not-applicable"; requirementId: string };

/**
 * Applies changes in order, all or none. A row can be answered only where it applies to one of the component
 * types; clearing is always possible, so that an answer given before the types changed can be taken back.
 */
export function changeAnswers(
  declaration: DeclarationDocument,
  changes: ReadonlyArray<AnswerChange>,
  requirements: ReadonlyArray<AnswerableRow>,
): Result<DeclarationDocument, AnswerRefusal> {
  if (declaration.state !== "draft") return refuse({ code: "not-a-draft" });
  const rows = new Map(requirements.map((row) => [row.id, row]));
  const answers: Answers = { ...declaration.content.answers };
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
