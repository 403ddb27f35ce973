import type { z } from "zod";
import type { Answer, Answers, DeclarationContent } from "~/domain/declaration/declaration";
import { AnswerSchema } from "~/domain/declaration/declaration";
import {
  type ComponentRequirement,
  type ComponentType,
  isApplicable,
} from "~/domain/requirement/component-requirement";
import { fromLevels, type SlVector, SlVectorSchema } from "~/domain/security-level/security-level";
import type { IsoDate } from "~/domain/shared/iso-date";
import { accept, type Result, refuse } from "~/domain/shared/result";
import { type FileError, pointTo, quote } from "./file-error";
import { toFileErrors } from "./issues";
import { readJsonFile } from "./read-file";
import { type JsonObject, type JsonValue, MAX_ERRORS } from "./scan-json";
import {
  AnswerEntrySchema,
  AnswerValueSchema,
  DeclarationHeadSchema,
  ListedVectorSchema,
  NumberedVectorSchema,
  ZoneHeadSchema,
} from "./schema";

type FileResult<Value> = Result<Value, ReadonlyArray<FileError>>;
type Row = Pick<ComponentRequirement, "id" | "appliesTo">;

export type ZoneFile = { name: string | null; referenceType: string | null; slTarget: SlVector };

export type DeclarationFile = {
  supplier: string | null;
  product: string | null;
  release: string | null;
  signedOn: IsoDate | null;
  content: DeclarationContent;
};

/** Reads a zone file: bytes or text in, one form out, or every error found with its place (at most 100). */
export function parseZoneFile(file: Uint8Array | string): FileResult<ZoneFile> {
  const read = readJsonFile(file);
  if (!read.ok) return read;
  const head = check(ZoneHeadSchema, read.value, "");
  const target = parseVector(memberOf(read.value, "slTarget"), "/slTarget");
  if (!head.ok || !target.ok) return refuse(errorsOf(read.value, head, target));
  const { name = null, referenceType = null } = head.value;
  return accept({ name, referenceType, slTarget: target.value });
}

/**
 * Reads a declaration file against the rows that may be answered. Refuses what JSON.parse would swallow
 * (a requirement answered twice) and what would decide nothing (unknown rows, rows of another component type).
 */
export function parseDeclarationFile(
  file: Uint8Array | string,
  requirements: ReadonlyArray<Row>,
): FileResult<DeclarationFile> {
  const read = readJsonFile(file);
  if (!read.ok) return read;
  const head = check(DeclarationHeadSchema, read.value, "");
  const types = head.ok ? checkTypes(head.value.componentTypes) : refuse([]);
  const answers = parseAnswers(memberOf(read.value, "answers"), types.ok ? types.value : null, requirements);
  const claim = memberOf(read.value, "claimedSlCapability") ?? null;
  const claimed = claim === null ? accept(null) : parseVector(claim, "/claimedSlCapability");
  if (!head.ok || !types.ok || !answers.ok || !claimed.ok)
    return refuse(errorsOf(read.value, head, types, answers, claimed));
  const { supplier = null, product = null, release = null, signedOn = null } = head.value;
  const content = { componentTypes: types.value, answers: answers.value, claimedSlCapability: claimed.value };
  return accept({ supplier, product, release, signedOn, content });
}

/** Seven levels by abbreviation, by number (FR1 to FR7), or listed in the standard's order. */
function parseVector(value: JsonValue | undefined, pointer: string): FileResult<SlVector> {
  if (Array.isArray(value)) {
    const listed = check(ListedVectorSchema, value, pointer);
    return listed.ok ? accept(fromLevels(listed.value)) : listed;
  }
  if (isObject(value) && Object.keys(value).some((name) => name in NumberedVectorSchema.shape)) {
    const numbered = check(NumberedVectorSchema, value, pointer);
    if (!numbered.ok) return numbered;
    const { FR1, FR2, FR3, FR4, FR5, FR6, FR7 } = numbered.value;
    return accept(fromLevels([FR1, FR2, FR3, FR4, FR5, FR6, FR7]));
  }
  return check(SlVectorSchema, value, pointer);
}

function checkTypes(types: ReadonlyArray<ComponentType>): FileResult<Array<ComponentType>> {
  const twice = types.flatMap((type, index) => (types.indexOf(type) < index ? [index] : []));
  if (twice.length === 0) return accept([...types]);
  return refuse(
    twice.map((index) => ({
      pointer: `/componentTypes/${index}`,
      code: "duplicate-entry",
      message: `${quote(types[index])} is listed twice.`,
    })),
  );
}

type Entry = { id: string; pointer: string; answer: FileResult<Answer> };

function parseAnswers(
  value: JsonValue | undefined,
  componentTypes: ReadonlyArray<ComponentType> | null,
  requirements: ReadonlyArray<Row>,
): FileResult<Answers> {
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
  const rows = new Map(requirements.map((row) => [row.id, row]));
  const entries = Array.isArray(value) ? listedEntries(value) : keyedEntries(value);
  const errors: Array<FileError> = [];
  const answers: Answers = {};
  for (const { id, pointer, answer } of entries) {
    if (errors.length >= MAX_ERRORS) break;
    const problem = answer.ok ? placeError(id, pointer, { answers, rows, componentTypes }) : null;
    if (!answer.ok) errors.push(...answer.refusal);
    else if (problem) errors.push(problem);
    else answers[id] = answer.value;
  }
  return errors.length > 0 ? refuse(errors) : accept(answers);
}

/** One at a time, so that nobody walks a million entries when the first hundred are wrong. */
function* keyedEntries(value: JsonObject): Generator<Entry> {
  for (const id in value) {
    const stated = value[id];
    const pointer = pointTo("/answers", id);
    const bare = isObject(stated) ? null : check(AnswerValueSchema, stated, pointer);
    if (bare === null) yield { id, pointer, answer: check(AnswerSchema, stated, pointer) };
    else yield { id, pointer, answer: bare.ok ? accept({ value: bare.value }) : bare };
  }
}

function* listedEntries(value: ReadonlyArray<JsonValue>): Generator<Entry> {
  for (const [index, stated] of value.entries()) {
    const pointer = pointTo("/answers", index);
    const entry = check(AnswerEntrySchema, stated, pointer);
    if (!entry.ok) {
      yield { id: "", pointer, answer: entry };
      continue;
    }
    const { id, ...answer } = entry.value;
    yield { id, pointer: pointTo(pointer, "id"), answer: accept(answer) };
  }
}

/** Why this requirement cannot be answered here, or null. Without known types their part is not judged. */
function placeError(
  id: string,
  pointer: string,
  context: {
    answers: Answers;
    rows: ReadonlyMap<string, Row>;
    componentTypes: ReadonlyArray<ComponentType> | null;
  },
): FileError | null {
  const row = context.rows.get(id);
  if (!row)
    return {
      pointer,
      code: "unknown-requirement",
      message: `IEC 62443-4-2 has no requirement ${quote(id)}.`,
    };
  if (Object.hasOwn(context.answers, id))
    return {
      pointer,
      code: "duplicate-entry",
      message: `${id} is answered twice. Keep one of the two answers.`,
    };
  if (context.componentTypes === null || isApplicable(row, context.componentTypes)) return null;
  const message = `${id} does not apply to ${context.componentTypes.join(", ")}; it is for ${row.appliesTo.join(", ")}.`;
  return { pointer, code: "not-applicable-to-types", message };
}

function check<Schema extends z.ZodType>(
  schema: Schema,
  value: JsonValue | undefined,
  pointer: string,
): FileResult<z.output<Schema>> {
  if (value === undefined) return refuse([{ pointer, code: "missing", message: "This is missing." }]);
  const parsed = schema.safeParse(value);
  return parsed.success ? accept(parsed.data) : refuse(toFileErrors(parsed.error, value, pointer));
}

/** All errors of a file; where it is not even an object, only that. */
function errorsOf(
  value: JsonValue,
  ...results: ReadonlyArray<FileResult<unknown>>
): ReadonlyArray<FileError> {
  if (!isObject(value))
    return [{ pointer: "", code: "wrong-type", message: `Expected an object, found ${quote(value)}.` }];
  return results.flatMap((result) => (result.ok ? [] : result.refusal)).slice(0, MAX_ERRORS);
}

function isObject(value: JsonValue | undefined): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function memberOf(value: JsonValue, name: string): JsonValue | undefined {
  return isObject(value) ? value[name] : undefined;
}
