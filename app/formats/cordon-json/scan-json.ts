import { MAX_JSON_DEPTH } from "~/domain/shared/canonical-json";
import { accept, type Result, refuse } from "~/domain/shared/result";
import { type FileError, pointTo, quote } from "./file-error";

export type JsonValue = null | boolean | number | string | ReadonlyArray<JsonValue> | JsonObject;
export type JsonObject = { readonly [name: string]: JsonValue };

/** More errors of one kind help nobody and would let a hostile file fill the memory. */
export const MAX_ERRORS = 100;
/**
 * What one file may hold. The largest declaration that the schemas allow has some 30,000 values, 2,000 of them in one
 * list; without a bound ten megabytes of empty lists would keep a processor busy for seconds.
 */
export const MAX_VALUES = 100_000;
export const MAX_ENTRIES = 5_000;
export const MAX_NAME_LENGTH = 200;

/** What a file of another kind may hold instead. */
export type ScanLimits = { values: number; entries: number };

const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const LITERALS: ReadonlyArray<readonly [string, JsonValue]> = [
  ["true", true],
  ["false", false],
  ["null", null],
];

/** Thrown inside this file only: a syntax error ends the scan wherever it stands. */
class ScanError extends Error {
  readonly fileError: FileError;

  constructor(fileError: FileError) {
    super(fileError.message);
    this.fileError = fileError;
  }
}

/**
 * Reads JSON (RFC 8259) as strictly as a declaration deserves. JSON.parse keeps the last of two members with
 * the same name without a word, so that a reader and Cordon could see different answers in one file: here that
 * is an error with its place. Deeper than {@link MAX_JSON_DEPTH} levels is refused before the stack is at risk, and
 * more than any file of ours can hold before it costs time.
 */
export function scanJson(
  text: string,
  limits: ScanLimits = { values: MAX_VALUES, entries: MAX_ENTRIES },
): Result<JsonValue, ReadonlyArray<FileError>> {
  const errors: Array<FileError> = [];
  /** Where the scan stands; a pointer is made of it only for an error, because files have many members. */
  const path: Array<string | number> = [];
  let at = 0;
  let values = 0;

  const stop = (code: FileError["code"], message: string): never => {
    throw new ScanError({ pointer: path.reduce<string>(pointTo, ""), code, message });
  };
  const fail = (expected: string): never => {
    const { line, column } = placeOf(text, at);
    const found =
      at >= text.length ? "the end of the file" : quote(String.fromCodePoint(text.codePointAt(at) ?? 0));
    return stop(
      "not-json",
      `This is not JSON: expected ${expected} in line ${line}, column ${column}, found ${found}.`,
    );
  };
  const match = (pattern: RegExp): string | undefined => {
    pattern.lastIndex = at;
    const [found] = pattern.exec(text) ?? [];
    if (found !== undefined) at += found.length;
    return found;
  };
  const skipSpace = (): void => {
    for (; at < text.length; at += 1) {
      const code = text.charCodeAt(at);
      if (code !== 0x20 && code !== 0x0a && code !== 0x0d && code !== 0x09) return;
    }
  };
  const accepts = (token: string): boolean => {
    skipSpace();
    if (!text.startsWith(token, at)) return false;
    at += token.length;
    return true;
  };
  const expect = (token: string): void => {
    if (!accepts(token)) fail(quote(token));
  };

  const readString = (): string => {
    const start = at;
    at += 1;
    for (; at < text.length; at += 1) {
      const code = text.charCodeAt(at);
      if (code === 0x22) {
        at += 1;
        return JSON.parse(text.slice(start, at));
      }
      if (code < 0x20) fail("a character that may stand in a string");
      if (code !== 0x5c) continue;
      at += 1;
      if (text.charCodeAt(at) === 0x75 && hasFourHexDigits(text, at + 1)) at += 4;
      else if (!'"\\/bfnrt'.includes(text[at] ?? "u")) fail("an escape sequence");
    }
    return fail('a closing "\\""');
  };

  const countEntry = (entries: number): void => {
    if (entries >= limits.entries)
      stop("too-many-values", `No more than ${limits.entries} entries may stand here.`);
  };
  const noteTwice = (name: string): void => {
    if (errors.length >= MAX_ERRORS) return;
    const message = `${quote(name)} stands here twice. Keep one of the two.`;
    errors.push({ pointer: path.reduce<string>(pointTo, ""), code: "duplicate-key", message });
  };

  const readName = (): string => {
    skipSpace();
    if (text[at] !== '"') fail("a member name in double quotes");
    const name = readString();
    // Validators skip a member of this name without a word.
    if (name === "__proto__") stop("unknown-field", `${quote(name)} cannot be a name in this file.`);
    if (name.length > MAX_NAME_LENGTH)
      stop("unknown-field", `${quote(name)} is too long to be a name in this file.`);
    return name;
  };

  const readObject = (): JsonObject => {
    const members: Record<string, JsonValue> = Object.create(null);
    if (accepts("}")) return members;
    let count = 0;
    do {
      countEntry(count);
      count += 1;
      const name = readName();
      path.push(name);
      expect(":");
      if (name in members) noteTwice(name);
      members[name] = readValue();
      path.pop();
    } while (accepts(","));
    expect("}");
    return members;
  };

  const readArray = (): ReadonlyArray<JsonValue> => {
    const entries: Array<JsonValue> = [];
    if (accepts("]")) return entries;
    do {
      countEntry(entries.length);
      path.push(entries.length);
      entries.push(readValue());
      path.pop();
    } while (accepts(","));
    expect("]");
    return entries;
  };

  const readValue = (): JsonValue => {
    if (path.length > MAX_JSON_DEPTH)
      stop("too-deep", `The file is nested deeper than ${MAX_JSON_DEPTH} levels.`);
    values += 1;
    if (values > limits.values) stop("too-many-values", `The file holds more than ${limits.values} values.`);
    if (accepts("{")) return readObject();
    if (accepts("[")) return readArray();
    if (text[at] === '"') return readString();
    for (const [token, value] of LITERALS) if (accepts(token)) return value;
    const number = match(NUMBER);
    return number === undefined ? fail("a value") : Number(number);
  };

  try {
    const value = readValue();
    skipSpace();
    if (at < text.length) fail("the end of the file");
    return errors.length > 0 ? refuse(errors) : accept(value);
  } catch (error) {
    if (error instanceof ScanError) return refuse([...errors, error.fileError]);
    throw error;
  }
}

/** Counted by hand: a list of all lines of a hostile file would be larger than the file. */
function placeOf(text: string, at: number): { line: number; column: number } {
  let line = 1;
  for (let end = text.indexOf("\n"); end >= 0 && end < at; end = text.indexOf("\n", end + 1)) line += 1;
  return { line, column: at - text.lastIndexOf("\n", at - 1) };
}

function hasFourHexDigits(text: string, at: number): boolean {
  for (let place = at; place < at + 4; place += 1) {
    const code = text.charCodeAt(place);
    const isDigit = code >= 0x30 && code <= 0x39;
    const isLetter = (code >= 0x41 && code <= 0x46) || (code >= 0x61 && code <= 0x66);
    if (!isDigit && !isLetter) return false;
  }
  return true;
}
