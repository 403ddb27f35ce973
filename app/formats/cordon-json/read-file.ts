import { type Result, refuse } from "~/domain/shared/result";
import type { FileError } from "./file-error";
import { type JsonValue, type ScanLimits, scanJson } from "./scan-json";

/** A whole declaration with every note at its longest stays far below. Files of this size or more are refused. */
export const MAX_FILE_BYTES = 10_000_000;

/** Bytes or text of a file as JSON, refused by size before anything looks inside. A byte order mark is skipped. */
export function readJsonFile(
  file: Uint8Array | string,
  limits?: ScanLimits,
): Result<JsonValue, ReadonlyArray<FileError>> {
  const size = typeof file === "string" ? file.length : file.byteLength;
  if (size >= MAX_FILE_BYTES) return refuse([tooLarge()]);
  const text = typeof file === "string" ? file.replace(/^\uFEFF/, "") : decode(file);
  if (text === null)
    return refuse([
      { pointer: "", code: "not-utf-8", message: "The file is not UTF-8 text. Save it as UTF-8." },
    ]);
  return scanJson(text, limits);
}

/** Says that a file is too large, for readers that stop before they have all of it. */
export function tooLarge(limit = MAX_FILE_BYTES): FileError {
  return {
    pointer: "",
    code: "too-large",
    message: `The file is too large. It must be smaller than ${limit / 1_000_000} MB.`,
  };
}

function decode(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}
