import type { z } from "zod";
import { accept, type Result, refuse } from "~/domain/shared/result";
import { type FileError, pointTo, quote } from "./file-error";
import { toFileErrors } from "./issues";
import { type JsonObject, type JsonValue, MAX_ERRORS } from "./scan-json";

export type FileResult<Value> = Result<Value, ReadonlyArray<FileError>>;

/** One part of a file against its schema; `pointer` says where the part stands. */
export function checkValue<Schema extends z.ZodType>(
  schema: Schema,
  value: JsonValue | undefined,
  pointer: string,
): FileResult<z.output<Schema>> {
  if (value === undefined) return refuse([{ pointer, code: "missing", message: "This is missing." }]);
  const parsed = schema.safeParse(value);
  return parsed.success ? accept(parsed.data) : refuse(toFileErrors(parsed.error, value, pointer));
}

/** All errors of a file; where it is not even an object, only that. */
export function errorsOf(
  value: JsonValue,
  ...results: ReadonlyArray<FileResult<unknown>>
): ReadonlyArray<FileError> {
  if (!isObject(value))
    return [{ pointer: "", code: "wrong-type", message: `Expected an object, found ${quote(value)}.` }];
  return results.flatMap((result) => (result.ok ? [] : result.refusal)).slice(0, MAX_ERRORS);
}

/** Refuses entries of a list that repeat what names an earlier one. */
export function refuseTwice(
  names: ReadonlyArray<string>,
  pointerOf: (index: number) => string,
): FileResult<null> {
  const seen = new Set<string>();
  const errors = names.flatMap((name, index): ReadonlyArray<FileError> => {
    const isTwice = seen.has(name);
    seen.add(name);
    if (!isTwice) return [];
    const message = `${quote(name)} is listed twice.`;
    return [{ pointer: pointerOf(index), code: "duplicate-entry", message }];
  });
  return errors.length > 0 ? refuse(errors) : accept(null);
}

/** Refuses names that are not among those known. */
export function refuseUnknown(
  named: ReadonlyArray<{ name: string; path: ReadonlyArray<string | number> }>,
  known: ReadonlySet<string>,
  error: { code: FileError["code"]; message: (name: string) => string },
): FileResult<null> {
  const errors = named
    .filter(({ name }) => !known.has(name))
    .map(({ name, path }) => ({
      pointer: path.reduce<string>(pointTo, ""),
      code: error.code,
      message: error.message(quote(name)),
    }));
  return errors.length > 0 ? refuse(errors) : accept(null);
}

export function isObject(value: JsonValue | undefined): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

export function memberOf(value: JsonValue, name: string): JsonValue | undefined {
  return isObject(value) ? value[name] : undefined;
}
