import { COMPONENT_REQUIREMENTS } from "~/catalogue/catalogue";
import type { Answer, DeclarationContent } from "~/domain/declaration/declaration";
import { isSameAnswer, isSameFact } from "~/domain/declaration/difference";
import { pickFacts } from "~/domain/declaration/fact-fields";
import type { FilePlace, ImportEntry, ImportFault } from "~/domain/declaration/import-plan";
import { type ComponentType, isApplicable } from "~/domain/requirement/component-requirement";
import type { Stated, StatedProblem } from "~/formats/stated/stated";
import type { Found, IntakeGround } from "../reader";
import { reason } from "./entries";

/** A file that is a declaration, or part of one, held against the draft: what it says otherwise. What agrees is left out. */
export function foundIn(stated: Stated, { content }: Pick<IntakeGround, "content">): Found {
  const types = stated.componentTypes?.value ?? content.componentTypes;
  const answers = stated.answers.map((one) => answerEntry(one, { stated, content, types }));
  const entries = [
    ...typesEntry(stated, content),
    ...claimEntry(stated, content),
    ...stated.evidence.flatMap((one) => evidenceEntry(one, content)),
    ...stated.facts.flatMap((one) => factEntry(one, content)),
    ...answers.flatMap(({ entry }) => entry ?? []),
  ];
  return {
    edition: stated.edition,
    about: stated.about,
    counted: stated.answers.length + stated.facts.length + stated.evidence.length,
    entries,
    unused: [...stated.problems.map(toFault), ...answers.flatMap(({ faults }) => faults)],
    evidence: null,
  };
}

function typesEntry(
  { componentTypes: stated }: Stated,
  { componentTypes: present }: DeclarationContent,
): ReadonlyArray<ImportEntry> {
  if (!stated || isSameFact(stated.value, present)) return [];
  return [
    {
      kind: "component-types",
      id: "component-types",
      standing: present.length === 0 ? "new" : "contradicts",
      place: stated.place,
      proposed: [...stated.value],
      present,
      reasons: [reason("states", "")],
    },
  ];
}

function claimEntry(
  { claimedSlCapability: stated }: Stated,
  { claimedSlCapability: present }: DeclarationContent,
): ReadonlyArray<ImportEntry> {
  if (!stated || isSameFact(stated.value, present)) return [];
  return [
    {
      kind: "claimed-level",
      id: "claimed-level",
      standing: present === null ? "new" : "contradicts",
      place: stated.place,
      proposed: stated.value,
      present,
      reasons: [reason("states", "")],
    },
  ];
}

function evidenceEntry(
  { value, place }: Stated["evidence"][number],
  { evidence }: DeclarationContent,
): ReadonlyArray<ImportEntry> {
  const present = evidence.find(({ id }) => id === value.id) ?? null;
  if (present && isSameFact(inLines(present), inLines(value))) return [];
  return [
    {
      kind: "evidence",
      id: `evidence:${value.id}`,
      standing: present ? "contradicts" : "new",
      place,
      proposed: value,
      present,
      reasons: [reason("states", value.title)],
    },
  ];
}

function factEntry(
  { key, value, place }: Stated["facts"][number],
  { facts }: DeclarationContent,
): ReadonlyArray<ImportEntry> {
  const present = pickFacts(facts, [key]);
  if (isSameFact(inLines(present), inLines(value))) return [];
  return [
    {
      kind: "fact",
      id: `fact:${key}`,
      key,
      standing: facts[key] === undefined ? "new" : "contradicts",
      place,
      proposed: value,
      present,
      reasons: [reason("states", key)],
    },
  ];
}

type Ground = { stated: Stated; content: DeclarationContent; types: ReadonlyArray<ComponentType> };

function answerEntry(
  { id, value, place }: Stated["answers"][number],
  { stated, content, types }: Ground,
): { entry: ImportEntry | null; faults: ReadonlyArray<ImportFault> } {
  const present = Object.hasOwn(content.answers, id) ? (content.answers[id] ?? null) : null;
  if (isSameAnswer(inLines(present), inLines(value))) return { entry: null, faults: [] };
  const row = COMPONENT_REQUIREMENTS.find((one) => one.id === id);
  if (!row) return { entry: null, faults: [toFault({ code: "unknown-requirement", place, value: id })] };
  if (value !== null && !isApplicable(row, types))
    return { entry: null, faults: [toFault({ code: "not-applicable-to-types", place, value: id })] };
  const known = new Set([
    ...stated.evidence.map((one) => one.value.id),
    ...content.evidence.map((one) => one.id),
  ]);
  const strangers = (value?.evidenceIds ?? []).filter((one) => !known.has(one));
  return {
    entry: {
      kind: "answer",
      id: `answer:${id}`,
      requirementId: id,
      standing: present ? "contradicts" : "new",
      place,
      proposed: value && citing(value, known),
      present,
      reasons: [reason("states", id)],
    },
    faults: strangers.map((one) => toFault({ code: "unknown-evidence", place, value: one })),
  };
}

function citing({ evidenceIds = [], ...answer }: Answer, known: ReadonlySet<string>): Answer {
  const cited = evidenceIds.filter((id) => known.has(id));
  return cited.length > 0 ? { ...answer, evidenceIds: cited } : answer;
}

function toFault({ code, place, value }: StatedProblem): ImportFault {
  return { code, place: place as FilePlace | null, value, suggestion: "" };
}

/** Forms of browsers end lines with two characters, files with one, and a note without words is none: no difference. */
function inLines<Value>(value: Value): Value {
  return JSON.parse(JSON.stringify(value), (key, one: unknown) => {
    if (typeof one !== "string") return one;
    return key === "note" && one === "" ? undefined : one.replace(/\r\n?/g, "\n");
  });
}
