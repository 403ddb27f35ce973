import { compareRequirementIds } from "../assessment/requirement-order";
import {
  type ComponentRequirement,
  type Confidence,
  isApplicable,
} from "../requirement/component-requirement";
import type { Answer, AnswerValue, DeclarationContent } from "./declaration";
import type { Mds2, Mds2Answer } from "./mds2";
import { type FactSuggestion, mds2FactSuggestions } from "./mds2-facts";

/** A question of the form: which answer is the secure one, and which rows of IEC 62443-4-2 it speaks of. */
export type Mds2FormQuestion = {
  id: string;
  /** `context`: neither answer is good or bad; no row follows from it. */
  favourable: "Yes" | "No" | "context";
  rows: ReadonlyArray<{
    requirementId: string;
    /** The row cannot be met where the other answer is true; without it that answer only takes this evidence away. */
    denies: boolean;
    confidence: Confidence;
  }>;
};

/** What one answer of the form says of a row. `weakens`: this evidence is missing, the row can be met in another way. */
export type Mds2Reason = {
  question: string;
  answer: Mds2Answer["answer"];
  note: string;
  says: "supports" | "denies" | "weakens" | "does-not-apply" | "read-the-note";
  confidence: Confidence;
};

/** `new`: nothing is answered yet. Nothing is ever overwritten; whoever accepts a suggestion decides. */
export type SuggestionStanding = "new" | "agrees" | "contradicts";

export type AnswerSuggestion = {
  requirementId: string;
  value: Extract<AnswerValue, "met" | "not-met" | "not-applicable">;
  /** The reasons of the form where the row does not apply; empty otherwise. */
  note: string;
  /** Whether every question that speaks of the row was answered in this way, or only some. Never proof of a level. */
  support: "all-questions" | "some-questions";
  because: ReadonlyArray<Mds2Reason>;
  /** That of the least certain mapping used. */
  confidence: Confidence;
  standing: SuggestionStanding;
  present: Answer | null;
};

export type Mds2Suggestions = {
  /** In the order of the standard; only rows that apply to the component types, all where none are stated yet. */
  answers: ReadonlyArray<AnswerSuggestion>;
  facts: ReadonlyArray<FactSuggestion>;
  /** Behind these the note is the answer: a person reads it. */
  toRead: ReadonlyArray<string>;
  /** `N/A` without a reason says nothing. */
  unexplained: ReadonlyArray<string>;
};

/**
 * What an MDS2 of 2019 suggests to a declaration: answers to rows and facts, each with the questions that it comes from. A
 * favourable answer is evidence for a row, an unfavourable one denies it only where the mapping says so, `N/A` counts with
 * a reason, silence says nothing. A pure function that changes nothing; forms of other editions suggest nothing.
 */
export function suggestionsFromMds2(
  form: Mds2,
  questions: ReadonlyArray<Mds2FormQuestion>,
  present: Pick<DeclarationContent, "componentTypes" | "answers" | "facts">,
  requirements: ReadonlyArray<Pick<ComponentRequirement, "id" | "appliesTo">>,
): Mds2Suggestions {
  if (form.edition !== "2019") return { answers: [], facts: [], toRead: [], unexplained: [] };
  const answered = (id: string) => (Object.hasOwn(form.answers, id) ? form.answers[id] : undefined);
  const byRow = new Map<string, Array<{ question: Mds2FormQuestion; reason: Mds2Reason | null }>>();
  for (const question of questions)
    for (const row of question.favourable === "context" ? [] : question.rows) {
      const list = byRow.get(row.requirementId) ?? [];
      list.push({ question, reason: reasonOf(question, row, answered(question.id)) });
      byRow.set(row.requirementId, list);
    }
  const known = new Map(requirements.map((row) => [row.id, row]));
  const applies = (id: string) => {
    const row = known.get(id);
    return (
      row !== undefined && (present.componentTypes.length === 0 || isApplicable(row, present.componentTypes))
    );
  };
  const asked = questions.map(({ id }) => ({ id, given: answered(id) }));
  return {
    answers: [...byRow]
      .filter(([id]) => applies(id))
      .sort(([a], [b]) => compareRequirementIds(a, b))
      .flatMap(([requirementId, all]) => {
        const reasons = all.map(({ reason }) => reason);
        const current = Object.hasOwn(present.answers, requirementId)
          ? present.answers[requirementId]
          : undefined;
        return suggestionFor(requirementId, reasons, current ?? null);
      }),
    facts: mds2FactSuggestions(form, present),
    toRead: asked.flatMap(({ id, given }) => (given?.answer === "See note" ? [id] : [])),
    unexplained: asked.flatMap(({ id, given }) =>
      given?.answer === "N/A" && (given.note ?? "") === "" ? [id] : [],
    ),
  };
}

function reasonOf(
  { id, favourable }: Mds2FormQuestion,
  row: Mds2FormQuestion["rows"][number],
  given: Mds2Answer | undefined,
): Mds2Reason | null {
  if (given === undefined) return null;
  const { answer, note = "" } = given;
  const reason = { question: id, answer, note, confidence: row.confidence };
  switch (answer) {
    case "See note":
      return { ...reason, says: "read-the-note" };
    case "N/A":
      return note === "" ? null : { ...reason, says: "does-not-apply" };
    case "Yes":
    case "No":
      if (answer === favourable) return { ...reason, says: "supports" };
      return { ...reason, says: row.denies ? "denies" : "weakens" };
  }
}

function suggestionFor(
  requirementId: string,
  all: ReadonlyArray<Mds2Reason | null>,
  present: Answer | null,
): ReadonlyArray<AnswerSuggestion> {
  const because = all.filter((reason) => reason !== null);
  const saying = (says: Mds2Reason["says"]) => because.filter((reason) => reason.says === says);
  const value = suggestedValue(saying);
  if (value === null) return [];
  const decisive = { met: "supports", "not-met": "denies", "not-applicable": "does-not-apply" } as const;
  const used = saying(decisive[value]);
  const note = value === "not-applicable" ? [...new Set(used.map((reason) => reason.note))].join("\n") : "";
  return [
    {
      requirementId,
      value,
      note: note.slice(0, LONGEST_NOTE),
      support: used.length === all.length ? "all-questions" : "some-questions",
      because,
      confidence: leastCertain(used.map(({ confidence }) => confidence)),
      standing: standingOf(value, present),
      present,
    },
  ];
}

/** As AnswerSchema. */
const LONGEST_NOTE = 4_000;

/** A denial outweighs everything; that a row does not apply follows only where nothing else is said of it. */
function suggestedValue(
  saying: (says: Mds2Reason["says"]) => ReadonlyArray<Mds2Reason>,
): AnswerSuggestion["value"] | null {
  if (saying("denies").length > 0) return "not-met";
  if (saying("supports").length > 0) return "met";
  const others = saying("weakens").length + saying("read-the-note").length;
  return others === 0 && saying("does-not-apply").length > 0 ? "not-applicable" : null;
}

const LEAST_CERTAIN_FIRST: ReadonlyArray<Confidence> = ["recalled", "single-source", "cross-checked"];

function leastCertain(all: ReadonlyArray<Confidence>): Confidence {
  return LEAST_CERTAIN_FIRST.find((confidence) => all.includes(confidence)) ?? "recalled";
}

function standingOf(value: AnswerSuggestion["value"], present: Answer | null): SuggestionStanding {
  if (present === null) return "new";
  const isMet = present.value.startsWith("met");
  return (value === "met" ? isMet : present.value === value) ? "agrees" : "contradicts";
}
