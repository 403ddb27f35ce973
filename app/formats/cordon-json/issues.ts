import type { z } from "zod";
import type { FileError } from "./file-error";
import { pointTo, quote } from "./file-error";
import { type JsonValue, MAX_ERRORS } from "./scan-json";

/**
 * Zod's issues as errors of a file, one per place: `base` points to the value that was checked. Of several
 * issues in one place only the first speaks; zod also measures the length of what is no list at all.
 */
export function toFileErrors(error: z.ZodError, value: JsonValue, base: string): ReadonlyArray<FileError> {
  const byPlace = new Map<string, FileError>();
  for (const issue of error.issues) {
    if (byPlace.size >= MAX_ERRORS) break;
    const pointer = issue.path.map(String).reduce(pointTo, base);
    for (const one of toErrors(issue, valueAt(value, issue.path), pointer))
      if (!byPlace.has(one.pointer)) byPlace.set(one.pointer, one);
  }
  return [...byPlace.values()];
}

function toErrors(
  issue: z.core.$ZodIssue,
  found: JsonValue | undefined,
  pointer: string,
): ReadonlyArray<FileError> {
  if (issue.code === "unrecognized_keys")
    return issue.keys.slice(0, MAX_ERRORS).map((key) => ({
      pointer: pointTo(pointer, key),
      code: "unknown-field",
      message: `${quote(key)} is not a field of this file. Check its spelling or remove it.`,
    }));
  if (found === undefined) return [{ pointer, code: "missing", message: "This is missing." }];
  switch (issue.code) {
    case "invalid_value":
      return [valueError(issue.values, found, pointer)];
    case "invalid_type":
      return [
        {
          pointer,
          code: "wrong-type",
          message: `Expected ${kindOf(issue.expected)}, found ${quote(found)}.`,
        },
      ];
    case "invalid_format":
      return [formatError(issue, found, pointer)];
    case "invalid_key":
      return [
        { pointer, code: "unknown-question", message: "This is not the number of a question of an MDS2." },
      ];
    case "too_small":
    case "too_big":
      return [lengthError(issue, found, pointer)];
    case "not_multiple_of":
    case "invalid_union":
    case "invalid_element":
    case "custom":
      return [{ pointer, code: "invalid-text", message: textProblem(issue.message) }];
  }
}

function valueError(values: ReadonlyArray<unknown>, found: JsonValue, pointer: string): FileError {
  if (values.every((value) => typeof value === "number"))
    return typeof found === "number"
      ? { pointer, code: "level-out-of-range", message: `A level is 0, 1, 2, 3 or 4, not ${quote(found)}.` }
      : { pointer, code: "wrong-type", message: `A level is a number from 0 to 4, not ${quote(found)}.` };
  const choices = values.map((value) => quote(value)).join(", ");
  return typeof found === "string"
    ? { pointer, code: "unknown-value", message: `${quote(found)} is not one of ${choices}.` }
    : { pointer, code: "wrong-type", message: `Expected one of ${choices}, found ${quote(found)}.` };
}

function formatError(
  { format, message }: z.core.$ZodIssueInvalidStringFormat,
  found: JsonValue,
  pointer: string,
): FileError {
  if (format === "date")
    return {
      pointer,
      code: "no-such-date",
      message: `${quote(found)} is not a day of the calendar (YYYY-MM-DD).`,
    };
  if (message === "unknown-requirement")
    return {
      pointer,
      code: "unknown-requirement",
      message: `${quote(found)} is not the id of a requirement.`,
    };
  if (message === "invalid-port-range")
    return { pointer, code: "invalid-text", message: textProblem(message) };
  return {
    pointer,
    code: "invalid-text",
    message: `${quote(found)} is not in the form that is expected here.`,
  };
}

function lengthError(
  issue: z.core.$ZodIssueTooSmall | z.core.$ZodIssueTooBig,
  found: JsonValue,
  pointer: string,
): FileError {
  const bound = issue.code === "too_small" ? `at least ${issue.minimum}` : `at most ${issue.maximum}`;
  if (typeof found === "number")
    return { pointer, code: "number-out-of-range", message: `Expected ${bound}, found ${found}.` };
  if (Array.isArray(found))
    return { pointer, code: "wrong-length", message: `Expected ${bound} entries, found ${found.length}.` };
  return { pointer, code: "invalid-text", message: `Expected ${bound} characters.` };
}

/** Our schemas name what is wrong where they can. */
function textProblem(message: string): string {
  switch (message) {
    case "deceptive-characters":
      return "The text holds control characters, characters that reverse its direction, or a line break where none may be.";
    case "invalid-port-range":
      return "Write a port such as 443, a range such as 8000-8010, or nothing.";
    case "duplicate-value":
      return "The same value is listed twice.";
    case "ladder-falls":
      return "A higher level must not demand weaker evidence than a lower one.";
  }
  return "This cannot be used here.";
}

function kindOf(expected: string): string {
  switch (expected) {
    case "array":
    case "tuple":
      return "an array";
    case "object":
    case "record":
      return "an object";
    case "string":
      return "a text";
    case "boolean":
      return "true or false";
    case "int":
      return "a whole number";
  }
  return `a ${expected}`;
}

function valueAt(value: JsonValue, path: ReadonlyArray<PropertyKey>): JsonValue | undefined {
  let current: JsonValue | undefined = value;
  for (const step of path) {
    if (typeof current !== "object" || current === null) return undefined;
    // A step of zod's path is a member name or an index; both read a member here.
    current = (current as Readonly<Record<PropertyKey, JsonValue>>)[step];
  }
  return current;
}
