import writeXlsxFile from "write-excel-file/universal";

export type WorkbookCell = string | number;

/** XLSX refuses longer texts in a cell. */
export const LONGEST_CELL = 32_767;
export const WIDEST = 60;

export type Sheet = { name: string; rows: ReadonlyArray<ReadonlyArray<WorkbookCell>> };

/** One sheet as an XLSX file, see {@link writeSheets}. */
export function writeWorkbook(name: string, rows: ReadonlyArray<ReadonlyArray<WorkbookCell>>): Promise<Blob> {
  const { data, ...options } = sheetToWrite({ name, rows });
  return writeXlsxFile(data, options).toBlob();
}

/**
 * Sheets as an XLSX file: texts are typed as texts, so that none becomes a formula, numbers as numbers; heads stay in
 * view.
 */
export function writeSheets(sheets: ReadonlyArray<Sheet>): Promise<Blob> {
  return writeXlsxFile(sheets.map(sheetToWrite)).toBlob();
}

function sheetToWrite({ name, rows: [head = [], ...rows] }: Sheet) {
  const columns = head.map((title, index) => {
    const widths = rows.slice(0, 200).map((row) => String(row[index] ?? "").length);
    return { width: Math.min(WIDEST, Math.max(String(title).length, ...widths) + 2) };
  });
  const data = [
    head.map((title) => ({ ...textCell(String(title)), fontWeight: "bold" as const })),
    ...rows.map((row) => row.map(toCell)),
  ];
  return { data, sheet: name.slice(0, 31), columns, stickyRowsCount: 1 };
}

function toCell(value: WorkbookCell) {
  if (value === "") return null;
  return typeof value === "number" ? { value, type: Number } : textCell(value);
}

/** The library looks texts up in a plain object, where it would find “constructor” and write a damaged cell. */
export function textCell(value: string) {
  const text = withoutForbidden(value).slice(0, LONGEST_CELL);
  return { value: text in Object.prototype ? `${text} ` : text, type: String };
}

/** XML 1.0 has no notation for most control characters, and none for two others. */
export function withoutForbidden(text: string): string {
  return text.replace(/[^\P{Cc}\t\n\r]|[\uFFFE\uFFFF]/gu, "");
}
