import { COMPONENT_REQUIREMENTS } from "~/catalogue/catalogue";
import { MDS2_FORM } from "~/catalogue/mds2-form";
import { MDS2_SHEET } from "~/catalogue/mds2-worksheet";
import type { ImportEntry, ImportFault, ImportReason } from "~/domain/declaration/import-plan";
import type { FileRefusalCode } from "~/domain/declaration/import-words";
import type { FactSuggestion } from "~/domain/declaration/mds2-facts";
import { type AnswerSuggestion, suggestionsFromMds2 } from "~/domain/declaration/mds2-suggestions";
import { accept, refuse } from "~/domain/shared/result";
import { readMds2File } from "~/formats/mds2/read-file";
import type { CellPlace, Mds2Reading, Mds2Refusal } from "~/formats/mds2/reading";
import { mds2Fact } from "~/formats/mds2/to-fact";
import { toFileRefusal } from "../look";
import { type FileReader, fileAsEvidence } from "../reader";
import { factEntry } from "./entries";

/** An id of a question, or the name of the form: enough to try, whatever comes of it. */
const SPEAKS_LIKE_IT = /\b(MDS\s?2|[A-Z]{4}-\d{1,2}(\.\d{1,2})*|HN\s?1-20\d\d)\b/i;

/** MDS2 of 2019 as workbook or CSV; that of 2013 is recognised and refused. Every workbook comes here last. */
export const mds2Reader: FileReader = {
  kind: "mds2",
  recognises: ({ isWorkbook, head }) => isWorkbook || (!/^\s*[<{[]/.test(head) && SPEAKS_LIKE_IT.test(head)),
  async read({ bytes }, ground, tell) {
    const read = await readMds2File(bytes, MDS2_SHEET);
    if (!read.ok) return refuse(toFileRefusal({ ...read.refusal, code: asFileCode(read.refusal.code) }));
    tell("comparing");
    const reading = read.value;
    const form = mds2Fact(reading);
    const places = new Map(reading.entries.map(({ question, place }) => [question, place]));
    const placeOf = (question: string) => places.get(question) ?? null;
    const suggested = suggestionsFromMds2(form, MDS2_FORM, ground.content, COMPONENT_REQUIREMENTS);
    const hasTypes = ground.content.componentTypes.length > 0;
    const toRead = suggested.toRead
      .filter((question) => MDS2_FORM.some(({ id, rows }) => id === question && rows.length > 0))
      .map((question) => fault("read-the-note", placeOf(question), question));
    const unused = [
      ...(hasTypes ? [] : [fault("component-types-missing", null, "")]),
      ...reading.problems.map(({ code, place, value, suggestion }) => ({
        ...fault(code, place, value),
        suggestion: suggestion ?? "",
      })),
      ...toRead,
    ];
    const { evidenceId } = ground;
    return accept({
      edition: reading.edition,
      about: aboutOf(reading),
      counted: reading.entries.length,
      entries: [
        ...(hasTypes ? suggested.answers.map((one) => answerEntry(one, evidenceId, placeOf)) : []),
        ...suggested.facts.map((one) => factOf(one, ground.content.facts, placeOf)),
      ],
      unused,
      unusedCount: unused.length - reading.problems.length + reading.problemCount,
      evidence: fileAsEvidence(ground, {
        type: "mds2",
        scheme: "mds2-2019",
        schemeVersion: "2019",
        validFrom: reading.releasedOn,
      }),
    });
  },
};

type PlaceOf = (question: string) => CellPlace | null;

function answerEntry(
  { requirementId, value, note, because, present, standing }: AnswerSuggestion,
  evidenceId: string,
  placeOf: PlaceOf,
): ImportEntry {
  const decisive = { met: "supports", "not-met": "denies", "not-applicable": "does-not-apply" }[value];
  const first = because.find(({ says }) => says === decisive);
  return {
    kind: "answer",
    id: `answer:${requirementId}`,
    requirementId,
    standing,
    place: first ? placeOf(first.question) : null,
    proposed: { value, ...(note === "" ? {} : { note }), evidenceIds: [evidenceId] },
    present,
    reasons: because.map(
      ({ question, answer, note: words, says, confidence }): ImportReason => ({
        code: says,
        subject: question,
        says: words === "" ? answer : `${answer}: ${words}`,
        confidence,
        place: placeOf(question),
      }),
    ),
  };
}

function factOf(
  { key, value, because, standing, confidence }: FactSuggestion,
  facts: Parameters<typeof factEntry>[0]["facts"],
  placeOf: PlaceOf,
): ImportEntry {
  const [first] = because;
  return factEntry({
    facts,
    key,
    value,
    standing,
    place: first ? placeOf(first.question) : null,
    reasons: because.map(
      ({ question, answer, note }): ImportReason => ({
        code: "answered",
        subject: question,
        says: note === "" ? answer : `${answer}: ${note}`,
        confidence,
        place: placeOf(question),
      }),
    ),
  });
}

/** Manufacturer and model, where the form names them. */
function aboutOf({ entries }: Mds2Reading): string {
  const note = (id: string) => entries.find(({ question }) => question === id)?.note ?? "";
  return [note("DOC-1"), note("DOC-3")].filter((text) => text !== "").join(" ");
}

function fault(code: ImportFault["code"], place: CellPlace | null, value: string): ImportFault {
  return { code, place, value, suggestion: "" };
}

/** What is wrong with an archive is wrong with the workbook. */
const CODES = {
  "not-a-zip": "damaged-workbook",
  encrypted: "damaged-workbook",
  damaged: "damaged-workbook",
  "too-many-entries": "damaged-workbook",
  "too-large-file": "too-large",
} as const satisfies Partial<Record<Mds2Refusal["code"], FileRefusalCode>>;

function asFileCode(code: Mds2Refusal["code"]): FileRefusalCode {
  return isOfArchive(code) ? CODES[code] : code;
}

function isOfArchive(code: Mds2Refusal["code"]): code is keyof typeof CODES {
  return code in CODES;
}
