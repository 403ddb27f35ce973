import { strToU8, Zip, ZipDeflate } from "fflate";
import type { PieceWriter } from "../delimited/write";
import { escaped } from "../xml/entities";
import { LONGEST_CELL, WIDEST, type WorkbookCell, withoutForbidden } from "./write-workbook";

type Rows = ReadonlyArray<ReadonlyArray<WorkbookCell>>;

const DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships";
const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const CONTENT = "application/vnd.openxmlformats-officedocument.spreadsheetml";

/**
 * One sheet as an XLSX file (ECMA-376), in pieces while its rows come: no more of it is held than the rows that came
 * last. The first row is the head, bold and in view; widths are those of the rows that come first. Texts stay texts, so
 * that none becomes a formula.
 */
export function openWorkbook(name: string): PieceWriter<Rows> {
  const pieces: Array<Uint8Array> = [];
  const archive = new Zip((error, piece) => {
    if (error) throw error;
    pieces.push(piece);
  });
  for (const [path, text] of fixedParts(name)) addPart(archive, path).push(strToU8(text), true);
  const sheet = addPart(archive, "xl/worksheets/sheet1.xml");
  let written = 0;
  return {
    more(rows) {
      const head = written === 0 ? sheetHead(rows) : "";
      sheet.push(strToU8(head + rows.map((row, place) => toRow(row, written + place)).join("")));
      written += rows.length;
      return pieces.splice(0);
    },
    end() {
      sheet.push(strToU8(`${written === 0 ? sheetHead([]) : ""}</sheetData></worksheet>`), true);
      archive.end();
      return pieces.splice(0);
    },
  };
}

function addPart(archive: Zip, path: string): ZipDeflate {
  const part = new ZipDeflate(path, { level: 6 });
  archive.add(part);
  return part;
}

function fixedParts(name: string): ReadonlyArray<readonly [path: string, text: string]> {
  const related = (id: string, type: string, target: string) =>
    `<Relationship Id="${id}" Type="${OFFICE}/${type}" Target="${target}"/>`;
  const override = (part: string, type: string) =>
    `<Override PartName="${part}" ContentType="${CONTENT}.${type}+xml"/>`;
  const parts = [
    [
      "[Content_Types].xml",
      `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${override("/xl/workbook.xml", "sheet.main")}${override("/xl/worksheets/sheet1.xml", "worksheet")}${override("/xl/styles.xml", "styles")}</Types>`,
    ],
    [
      "_rels/.rels",
      `<Relationships xmlns="${RELATIONS}">${related("rId1", "officeDocument", "xl/workbook.xml")}</Relationships>`,
    ],
    [
      "xl/workbook.xml",
      `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets><sheet name="${escaped(sheetName(name))}" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    ],
    [
      "xl/_rels/workbook.xml.rels",
      `<Relationships xmlns="${RELATIONS}">${related("rId1", "worksheet", "worksheets/sheet1.xml")}${related("rId2", "styles", "styles.xml")}</Relationships>`,
    ],
    [
      "xl/styles.xml",
      `<styleSheet xmlns="${MAIN}"><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="2"><xf xfId="0"/><xf xfId="0" fontId="1" applyFont="1"/></cellXfs></styleSheet>`,
    ],
  ] as const;
  return parts.map(([path, text]) => [path, DECLARATION + text]);
}

/** What Excel refuses in the name of a sheet. */
function sheetName(name: string): string {
  return withoutForbidden(name)
    .replace(/[[\]:*?/\\]/g, " ")
    .slice(0, 31);
}

function sheetHead(rows: Rows): string {
  const columns = (rows[0] ?? []).map((_, index) => {
    const widths = rows.slice(0, 200).map((row) => String(row[index] ?? "").length);
    const width = Math.min(WIDEST, Math.max(...widths) + 2);
    return `<col min="${index + 1}" max="${index + 1}" width="${width}" customWidth="1"/>`;
  });
  const cols = columns.length === 0 ? "" : `<cols>${columns.join("")}</cols>`;
  return `${DECLARATION}<worksheet xmlns="${MAIN}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>${cols}<sheetData>`;
}

function toRow(row: ReadonlyArray<WorkbookCell>, place: number): string {
  const cells = row.map((value, column) =>
    toCell(value, `${columnLetters(column)}${place + 1}`, place === 0),
  );
  return `<row r="${place + 1}">${cells.join("")}</row>`;
}

function toCell(value: WorkbookCell, reference: string, isHead: boolean): string {
  if (value === "") return "";
  const style = isHead ? ' s="1"' : "";
  if (typeof value === "number") return `<c r="${reference}"${style}><v>${value}</v></c>`;
  const text = escaped(withoutForbidden(value).slice(0, LONGEST_CELL));
  return `<c r="${reference}"${style} t="inlineStr"><is><t xml:space="preserve">${text}</t></is></c>`;
}

/** A, B … Z, AA, AB … */
function columnLetters(column: number): string {
  const rest = Math.floor(column / 26) - 1;
  return `${rest < 0 ? "" : columnLetters(rest)}${String.fromCharCode(65 + (column % 26))}`;
}
