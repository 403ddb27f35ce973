import { type Answer, AnswerSchema, type Answers } from "~/domain/declaration/declaration";
import {
  type ComponentRequirement,
  type ComponentType,
  isApplicable,
} from "~/domain/requirement/component-requirement";
import { accept, refuse } from "~/domain/shared/result";
import { checkValue, type FileResult, isObject } from "./check-value";
import { type FileError, pointTo, quote } from "./file-error";
import { type JsonObject, type JsonValue, MAX_ERRORS } from "./scan-json";
import { AnswerEntrySchema, AnswerValueSchema } from "./schema";

export type AnswerableRow = Pick<ComponentRequirement, "id" | "appliesTo">;

/** What answers are held against; null = not known, because that part of the file is wrong itself. */
type Surroundings = {
  componentTypes: ReadonlyArray<ComponentType> | null;
  evidenceIds: ReadonlySet<string> | null;
  requirements: ReadonlyArray<AnswerableRow>;
};

type Entry = { id: string; pointer: string; answer: FileResult<Answer> };

/** Answers by name or as a list. A row that does not exist, does not apply or is answered twice is refused. */
export function parseAnswers(value: JsonValue | undefined, surroundings: Surroundings): FileResult<Answers> {
  if (!Array.isArray(value) && !isObject(value))
    return refuse([
      value === undefined
        ? { pointer: "/answers", code: "missing", message: "This is missing." }
        : {
            pointer: "/answers",
            code: "wrong-type",
            message: `Expected an object or an array, found ${quote(value)}.`,
          },
    ]);
  const rows = new Map(surroundings.requirements.map((row) => [row.id, row]));
  const entries = Array.isArray(value) ? listedEntries(value) : keyedEntries(value);
  const errors: Array<FileError> = [];
  const answers: Answers = {};
  for (const { id, pointer, answer } of entries) {
    if (errors.length >= MAX_ERRORS) break;
    if (!answer.ok) {
      errors.push(...answer.refusal);
      continue;
    }
    const problems = problemsOf({ id, pointer, answer: answer.value }, answers, rows, surroundings);
    if (problems.length > 0) errors.push(...problems);
    else answers[id] = answer.value;
  }
  return errors.length > 0 ? refuse(errors) : accept(answers);
}

/** One at a time, so that nobody walks thousands of entries when the first hundred are wrong. */
function* keyedEntries(value: JsonObject): Generator<Entry> {
  for (const id in value) {
    const stated = value[id];
    const pointer = pointTo("/answers", id);
    const bare = isObject(stated) ? null : checkValue(AnswerValueSchema, stated, pointer);
    if (bare === null) yield { id, pointer, answer: checkValue(AnswerSchema, stated, pointer) };
    else yield { id, pointer, answer: bare.ok ? accept({ value: bare.value }) : bare };
  }
}

function* listedEntries(value: ReadonlyArray<JsonValue>): Generator<Entry> {
  for (const [index, stated] of value.entries()) {
    const pointer = pointTo("/answers", index);
    const entry = checkValue(AnswerEntrySchema, stated, pointer);
    if (!entry.ok) {
      yield { id: "", pointer, answer: entry };
      continue;
    }
    const { id, ...answer } = entry.value;
    yield { id, pointer: pointTo(pointer, "id"), answer: accept(answer) };
  }
}

/** Why this row cannot be answered here, or not so. */
function problemsOf(
  { id, pointer, answer }: { id: string; pointer: string; answer: Answer },
  answers: Answers,
  rows: ReadonlyMap<string, AnswerableRow>,
  { componentTypes, evidenceIds }: Surroundings,
): ReadonlyArray<FileError> {
  const row = rows.get(id);
  if (!row) {
    const message = `IEC 62443-4-2 has no requirement ${quote(id)}.`;
    return [{ pointer, code: "unknown-requirement", message }];
  }
  if (Object.hasOwn(answers, id)) {
    const message = `${id} is answered twice. Keep one of the two answers.`;
    return [{ pointer, code: "duplicate-entry", message }];
  }
  if (componentTypes !== null && !isApplicable(row, componentTypes)) {
    const message = `${id} does not apply to ${componentTypes.join(", ")}; it is for ${row.appliesTo.join(", ")}.`;
    return [{ pointer, code: "not-applicable-to-types", message }];
  }
  if (evidenceIds === null) return [];
  const place = pointTo(pointer.replace(/\/id$/, ""), "evidenceIds");
  return (answer.evidenceIds ?? []).flatMap((evidenceId, index): ReadonlyArray<FileError> => {
    if (evidenceIds.has(evidenceId)) return [];
    const message = `The file has no evidence with the id ${quote(evidenceId)}.`;
    return [{ pointer: pointTo(place, index), code: "unknown-evidence", message }];
  });
}
