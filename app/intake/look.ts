import type { FilePlace } from "~/domain/declaration/import-plan";
import type { FileRefusalCode } from "~/domain/declaration/import-words";
import { accept, type Result, refuse } from "~/domain/shared/result";
import { isObject, type JsonObject, readJson } from "~/formats/sbom/json-values";
import { readText } from "~/formats/sbom/read-sbom";
import { isArchive, isOldWorkbook } from "~/formats/workbook/read-workbook";

/** Why nothing was taken from a file. `detail`: a version found, a number, what a scanner says; empty = nothing to add. */
export type FileRefusal = { code: FileRefusalCode; place: FilePlace | null; detail: string };

/** A file as readers look at it. What costs time is done once, and only where somebody asks. */
export type FileLook = {
  bytes: Uint8Array;
  /** XLSX, or one of the old kinds that are refused with an explanation. */
  isWorkbook: boolean;
  /** The beginning as text, whatever the file is. */
  head: string;
  text(): Result<string, FileRefusal>;
  /** Null where the file does not begin like an object of JSON. */
  json(): Result<JsonObject, FileRefusal> | null;
};

const HEAD_BYTES = 100_000;

export function lookAt(bytes: Uint8Array): FileLook {
  const isWorkbook = isArchive(bytes) || isOldWorkbook(bytes);
  const head = isWorkbook ? "" : beginningOf(bytes);
  const text = once(() => {
    const read = readText(bytes);
    return read.ok ? read : refuse(toFileRefusal(read.refusal));
  });
  const json = once((): Result<JsonObject, FileRefusal> => {
    const read = text();
    if (!read.ok) return read;
    const parsed = readJson(read.value);
    if (!parsed.ok) return refuse(toFileRefusal(parsed.refusal));
    return isObject(parsed.value) ? accept(parsed.value) : refuse(refusalOf("unknown-kind"));
  });
  return { bytes, isWorkbook, head, text, json: () => (/^\s*\{/.test(head) ? json() : null) };
}

function beginningOf(bytes: Uint8Array): string {
  const isWide = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
  const encoding = isWide ? (bytes[0] === 0xff ? "utf-16le" : "utf-16be") : "utf-8";
  return new TextDecoder(encoding).decode(bytes.subarray(0, HEAD_BYTES)).replace(/^\uFEFF/, "");
}

function once<T>(make: () => T): () => T {
  let made: { value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

export function refusalOf(
  code: FileRefusalCode,
  place: FilePlace | null = null,
  detail: string | number = "",
): FileRefusal {
  return { code, place: place && shortPlace(place), detail: String(detail).slice(0, 300) };
}

/** A refusal of one of the formats: they have codes, and some a place, a line or numbers besides. */
export function toFileRefusal(refusal: {
  code: FileRefusalCode;
  place?: FilePlace | null;
  detail?: string;
  line?: number;
  limit?: number;
}): FileRefusal {
  const { code, place = null, detail, line, limit } = refusal;
  return refusalOf(code, place ?? (line === undefined ? null : { line }), detail ?? limit ?? "");
}

const LONGEST_PLACE = 300;

/** Places are made of names in the file, which may be of any length. */
export function shortPlace(place: FilePlace): FilePlace {
  if ("pointer" in place) return { pointer: place.pointer.slice(0, LONGEST_PLACE) };
  if ("path" in place) return { path: place.path.slice(0, LONGEST_PLACE) };
  if ("line" in place) return place;
  return { ...place, sheet: place.sheet?.slice(0, 100) ?? null };
}
