import { zipSync } from "fflate";
import readXlsxFile from "read-excel-file/universal";
import { accept, type Result, refuse } from "~/domain/shared/result";
import { refusalOfSize, type Table, type TableError } from "../delimited/table";
import { readZip, type ZipError } from "../zip/read-zip";

export type WorkbookError =
  | TableError
  | { code: "not-a-workbook" | "old-workbook" | "damaged-workbook" }
  | { code: ZipError };
export type Sheet = Table & { name: string };

/** Unpacked: a sheet of 10,000 rows and 30 columns has some 20 MB, and no sheet of devices packs to a hundredth. */
const LIMITS = { entries: 2_000, entryBytes: 60 * 1024 * 1024, totalBytes: 100 * 1024 * 1024, ratio: 200 };
/** An archive needs a day for its files; it is never kept. */
const STORED = { level: 0, mtime: "1980-01-02" } as const;
const MAX_XML_DEPTH = 64;
const WANTED = /^(\[Content_Types\]\.xml|_rels\/[^/]+|xl\/.+\.(xml|rels))$/;

/**
 * The sheets of an XLSX workbook that hold anything, values only: formulas give the value that was saved with them.
 * The archive is unpacked here, within limits, and handed on unpacked: the reader itself trusts what an archive says
 * of its sizes, and starts a worker that our content security policy forbids. `onUnpacked` is called before sheets are read.
 */
export function readWorkbook(
  bytes: Uint8Array,
  onUnpacked: () => void = () => {},
): Promise<Result<ReadonlyArray<Sheet>, WorkbookError>> {
  if (isOldWorkbook(bytes)) return Promise.resolve(refuse({ code: "old-workbook" }));
  const files = readZip(bytes, LIMITS, (name) => WANTED.test(name));
  if (!files.ok) return Promise.resolve(refuse({ code: files.refusal }));
  if (!files.value.has("xl/workbook.xml")) return Promise.resolve(refuse({ code: "not-a-workbook" }));
  if ([...files.value.values()].some(isHostileXml))
    return Promise.resolve(refuse({ code: "damaged-workbook" }));
  onUnpacked();
  return readXlsxFile(zipSync(Object.fromEntries(files.value), STORED).buffer).then(
    (sheets) => toSheets(sheets),
    () => refuse({ code: "damaged-workbook" }),
  );
}

/** True where the bytes start like an archive, which an XLSX file is. */
export function isArchive(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 0x03 && bytes[3] === 0x04;
}

/** XLS, or a workbook with a password: both are OLE compound files. */
export function isOldWorkbook(bytes: Uint8Array): boolean {
  return bytes[0] === 0xd0 && bytes[1] === 0xcf && bytes[2] === 0x11 && bytes[3] === 0xe0;
}

type Cells = ReadonlyArray<ReadonlyArray<unknown>>;

function toSheets(
  sheets: ReadonlyArray<{ sheet: string; data: Cells }>,
): Result<ReadonlyArray<Sheet>, WorkbookError> {
  const found: Array<Sheet> = [];
  let refusal: TableError | undefined;
  for (const { sheet, data } of sheets) {
    const table = toTable(data);
    const wrong = refusalOfSize(table);
    if (!wrong) found.push({ name: sheet, ...table });
    else if (wrong.code !== "empty") refusal ??= wrong;
  }
  return found.length > 0 ? accept(found) : refuse(refusal ?? { code: "empty" });
}

function toTable(data: Cells): Table {
  return {
    rows: data.flatMap((row, index) => {
      const cells = row.map(toText);
      return cells.every((cell) => cell === "") ? [] : [{ number: index + 1, cells }];
    }),
  };
}

function toText(value: unknown): string {
  if (value === null || value === undefined) return "";
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? "" : value.toISOString().slice(0, 10);
  return String(value).trim();
}

/** No document type (where entities hide), and no more levels than any workbook has. */
function isHostileXml(bytes: Uint8Array): boolean {
  let depth = 0;
  for (let at = bytes.indexOf(0x3c); at >= 0; at = bytes.indexOf(0x3c, at + 1)) {
    const next = bytes[at + 1];
    if (next === 0x21 && (bytes[at + 2] === 0x44 || bytes[at + 2] === 0x64)) return true;
    if (next === 0x2f) depth -= 1;
    else if (next !== 0x21 && next !== 0x3f) {
      const end = bytes.indexOf(0x3e, at);
      if (end > 0 && bytes[end - 1] !== 0x2f) depth += 1;
    }
    if (depth > MAX_XML_DEPTH) return true;
  }
  return false;
}
