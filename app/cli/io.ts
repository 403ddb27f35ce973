import { closeSync, existsSync, mkdirSync, openSync, readSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { type IsoDate, toIsoDate } from "~/domain/shared/iso-date";
import { accept, type Result, refuse } from "~/domain/shared/result";
import type { FileError } from "~/formats/cordon-json/file-error";
import { MAX_FILE_BYTES, tooLarge } from "~/formats/cordon-json/read-file";
import { printable, t } from "./sentence";

/** The world as commands see it; tests hand in another one. */
export type Io = {
  /** Adds the line feed. */
  print(text: string): void;
  printError(text: string): void;
  /** The only clock of the command line. */
  today(): IsoDate;
};

export type OutFile = { path: string; text: string };

export const processIo: Io = {
  print: (text) => void process.stdout.write(`${text}\n`),
  printError: (text) => void process.stderr.write(`${text}\n`),
  today: () => toIsoDate(new Date()),
};

/** The bytes of a file, or of a pipe, up to the size that Cordon accepts: no more is ever read. */
export function readInput(path: string, limit = MAX_FILE_BYTES): Result<Uint8Array, FileError> {
  try {
    const file = openSync(path, "r");
    try {
      return readUpTo(file, limit);
    } finally {
      closeSync(file);
    }
  } catch (error) {
    return refuse(toFileError(error));
  }
}

/** Writes all files or, where one of them exists and `force` is not given, none. */
export function writeOutput(
  files: ReadonlyArray<OutFile>,
  { force }: { force: boolean },
): Result<null, { path: string; text: string }> {
  const existing = files.find(({ path }) => !force && existsSync(path));
  if (existing) return refuse({ path: existing.path, text: t("cli:error.exists") });
  for (const { path, text } of files) {
    try {
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, text, { flag: force ? "w" : "wx" });
    } catch (error) {
      return refuse({ path, text: toFileError(error).message });
    }
  }
  return accept(null);
}

/** A file's place below a folder as it is shown to the caller. */
export function inFolder(folder: string | undefined, name: string): string {
  return folder === undefined ? name : join(folder, name);
}

/** One line on the error stream for what is wrong with the call itself; answers the exit code for it. */
export function refuseCall(io: Io, text: string): number {
  io.printError(printable(t("cli:error.line", { text })));
  return 3;
}

function readUpTo(file: number, limit: number): Result<Uint8Array, FileError> {
  const chunks: Array<Uint8Array> = [];
  for (let size = 0; size < limit; ) {
    const chunk = new Uint8Array(64 * 1024);
    const length = readSync(file, chunk);
    if (length === 0) return accept(Buffer.concat(chunks));
    chunks.push(chunk.subarray(0, length));
    size += length;
  }
  return refuse(tooLarge(limit));
}

function toFileError(error: unknown): FileError {
  // Node's file errors carry a code; anything else is a bug and goes on.
  const code = error instanceof Error ? (error as NodeJS.ErrnoException).code : undefined;
  if (code === undefined) throw error;
  return { pointer: "", code: "unreadable", message: textOf(code) };
}

function textOf(code: string): string {
  if (code === "ENOENT") return t("cli:error.not-found");
  if (code === "EISDIR") return t("cli:error.is-folder");
  if (code === "EACCES" || code === "EPERM" || code === "EROFS") return t("cli:error.no-access");
  return t("cli:error.unreadable", { code });
}
