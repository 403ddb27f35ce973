import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";

/** Cells in the form `E2:E142` that take one of a list. Excel allows 255 characters for the whole list. */
export type ListRule = { range: string; values: ReadonlyArray<string> };
/** By sheet, in order. */
export type SheetRules = ReadonlyArray<{ lists: ReadonlyArray<ListRule> }>;

const LONGEST_LIST = 255;
const MTIME = "1980-01-02";

/**
 * A workbook of write-excel-file, which can neither protect cells nor offer lists, with both: every sheet is locked but
 * for cells with the colour `open` (`FFFBE6`), and the structure too. No password: it keeps from slips, not from people.
 * Throws where the parts are not as that library writes them.
 */
export function protectSheets(xlsx: Uint8Array, rules: SheetRules, open: string): Uint8Array {
  const parts = unzipSync(xlsx);
  const edit = (name: string, change: (text: string) => string) => {
    const part = parts[name];
    if (!part) throw new Error(`${name} is missing in the workbook`);
    parts[name] = strToU8(change(strFromU8(part)));
  };
  edit("xl/styles.xml", (styles) => withOpenCells(styles, open));
  edit("xl/workbook.xml", (workbook) =>
    insertBefore(workbook, "<bookViews>", '<workbookProtection lockStructure="1"/>'),
  );
  for (const [index, { lists }] of rules.entries())
    edit(`xl/worksheets/sheet${index + 1}.xml`, (sheet) =>
      insertBefore(sheet, "</worksheet>", PROTECTION + toValidations(lists)),
    );
  return zipSync(parts, { level: 6, mtime: MTIME });
}

/** Columns and rows may be resized, nothing else. */
const PROTECTION = '<sheetProtection sheet="1" objects="1" scenarios="1" formatColumns="0" formatRows="0"/>';

/** Formats with the fill of that colour give up their lock: a format belongs to many cells, a colour to all open ones. */
function withOpenCells(styles: string, open: string): string {
  const fills = [...styles.matchAll(/<fill>.*?<\/fill>/gs)].map(([fill]) => fill);
  const fill = fills.findIndex((one) => one.includes(`rgb="FF${open}"`));
  if (fill < 0) throw new Error("no cell of the workbook has the colour of open cells");
  const formats = new RegExp(`<xf ([^>]*fillId="${fill}"[^>]*)>(.*?)</xf>`, "gs");
  return styles.replace(
    formats,
    (_, attributes: string, within: string) =>
      `<xf ${attributes} applyProtection="1">${within}<protection locked="0"/></xf>`,
  );
}

function toValidations(lists: ReadonlyArray<ListRule>): string {
  if (lists.length === 0) return "";
  const rules = lists.map(({ range, values }) => {
    const list = values.join(",");
    if (list.length > LONGEST_LIST || values.some((value) => /[,"<&]/.test(value)))
      throw new RangeError(`a list of ${range} cannot be offered`);
    return `<dataValidation type="list" allowBlank="1" showErrorMessage="1" sqref="${range}"><formula1>"${list}"</formula1></dataValidation>`;
  });
  return `<dataValidations count="${rules.length}">${rules.join("")}</dataValidations>`;
}

function insertBefore(text: string, place: string, what: string): string {
  const at = text.indexOf(place);
  if (at < 0) throw new Error(`${place} is missing in the workbook`);
  return text.slice(0, at) + what + text.slice(at);
}
