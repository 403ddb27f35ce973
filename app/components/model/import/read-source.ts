import type { TextEncoding } from "~/formats/delimited/decode-text";
import type { Table, TableError } from "~/formats/delimited/table";
import type { DrawioError } from "~/formats/drawio/pages";
import type { WorkbookError } from "~/formats/workbook/read-workbook";

export const MAX_FILE_BYTES = 10 * 1024 * 1024;

/** What a file or a pasted text turned out to be. Plain data, so that it outlives a reload. */
export type ImportSource =
  | {
      kind: "table";
      name: string;
      sheets: ReadonlyArray<Table & { name: string }>;
      encoding: TextEncoding | null;
    }
  | { kind: "drawing"; name: string; text: string }
  | { kind: "model"; name: string; text: string };

export type SourceError =
  | TableError
  | WorkbookError
  | DrawioError
  /** `not-read`: the browser could not run what reads it. */
  | { code: "not-text" | "not-read" }
  | { code: "too-large-file"; size: number };

export type ReadSource = { ok: true; value: ImportSource } | { ok: false; refusal: SourceError };
