import { type Result, refuse } from "~/domain/shared/result";
import { decodeText } from "../delimited/decode-text";
import { parseDelimited } from "../delimited/parse";
import { isArchive, isOldWorkbook, readWorkbook } from "../workbook/read-workbook";
import { readMerges } from "./merges";
import { parseMds2 } from "./parse";
import type { Mds2Question, Mds2Reading, Mds2Refusal } from "./reading";

/** Forms have some 100 KB. */
export const MAX_MDS2_BYTES = 10 * 1024 * 1024;

/**
 * An MDS2 of 2019 as XLSX workbook or CSV, told apart by content. Answers with a promise because the workbook's library does.
 * Never throws; hostile workbooks belong into a worker.
 */
export function readMds2File(
  bytes: Uint8Array,
  questions: ReadonlyArray<Mds2Question>,
): Promise<Result<Mds2Reading, Mds2Refusal>> {
  if (bytes.length > MAX_MDS2_BYTES) return Promise.resolve(refuse({ code: "too-large-file" }));
  if (!isArchive(bytes) && !isOldWorkbook(bytes)) return Promise.resolve(readCsv(bytes, questions));
  return readWorkbook(bytes).then((sheets) => {
    if (!sheets.ok) return sheets;
    const merges = readMerges(bytes);
    return parseMds2(
      sheets.value.map((sheet) => ({ ...sheet, merges: merges.get(sheet.name) ?? [] })),
      questions,
    );
  });
}

function readCsv(
  bytes: Uint8Array,
  questions: ReadonlyArray<Mds2Question>,
): Result<Mds2Reading, Mds2Refusal> {
  const text = decodeText(bytes);
  if (!text.ok) return refuse({ code: "not-text" });
  const table = parseDelimited(text.value.text);
  return table.ok ? parseMds2([{ ...table.value, name: null, merges: [] }], questions) : table;
}
