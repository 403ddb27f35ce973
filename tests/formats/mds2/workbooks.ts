import { zipSync } from "fflate";
import writeXlsxFile from "write-excel-file/universal";
import { writeWorkbook } from "~/formats/workbook/write-workbook";
import { readZip } from "~/formats/zip/read-zip";

const LIMITS = { entries: 100, entryBytes: 50_000_000, totalBytes: 50_000_000, ratio: 200 };

type Rows = ReadonlyArray<ReadonlyArray<string>>;

export async function bytesOf(blob: Blob): Promise<Uint8Array> {
  return new Uint8Array(await blob.arrayBuffer());
}

/** A workbook of several sheets. */
export async function workbookOf(sheets: ReadonlyArray<readonly [string, Rows]>): Promise<Uint8Array> {
  const file = writeXlsxFile(
    sheets.map(([sheet, rows]) => ({
      sheet,
      data: rows.map((row) => row.map((value) => (value === "" ? null : { value, type: String }))),
    })),
  );
  return bytesOf(await file.toBlob());
}

/** One sheet on which some cells are merged, as a spreadsheet saves it: only the first of them has a value. */
export async function mergedWorkbook(
  rows: Rows,
  refs: ReadonlyArray<string>,
  comment = "",
): Promise<Uint8Array> {
  const files = readZip(await bytesOf(await writeWorkbook("MDS2", rows)), LIMITS, () => true);
  if (!files.ok) throw new Error(files.refusal);
  const name = "xl/worksheets/sheet1.xml";
  const merges = `<mergeCells count="${refs.length}">${refs.map((ref) => `<mergeCell ref="${ref}"/>`).join("")}</mergeCells>`;
  const xml = new TextDecoder()
    .decode(files.value.get(name))
    .replace("</sheetData>", `</sheetData>${comment}${merges}`);
  return zipSync({ ...Object.fromEntries(files.value), [name]: new TextEncoder().encode(xml) });
}
