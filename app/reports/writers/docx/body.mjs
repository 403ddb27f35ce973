// @ts-check
// WordprocessingML (ISO/IEC 29500-1) of what reports are made of. Written as text: a library that builds an object for
// each element and property takes ten times as long for the same bytes.

/** @import { Block } from "../../document" */

export const MUTED = "4B5B5F";
const RULE = "D5DCDC";
/** Twips between the margins of A4. */
const WIDTH = 9_638;
const LABEL_WIDTH = 2_600;
const GRID_WIDTH = 950;
/** Columns of a table are as wide as what stands in these many rows makes them. */
const SAMPLE = 200;
const NARROWEST = 900;

const BORDER = (/** @type {string} */ edge) =>
  `<w:${edge} w:val="single" w:sz="4" w:space="0" w:color="${RULE}"/>`;
const TABLE_PROPERTIES = `<w:tblPr><w:tblW w:w="${WIDTH}" w:type="dxa"/><w:tblBorders>${[
  "top",
  "bottom",
  "insideH",
]
  .map(BORDER)
  .join(
    "",
  )}</w:tblBorders><w:tblLayout w:type="fixed"/><w:tblCellMar><w:top w:w="30" w:type="dxa"/><w:left w:w="60" w:type="dxa"/><w:bottom w:w="30" w:type="dxa"/><w:right w:w="60" w:type="dxa"/></w:tblCellMar>`;

/**
 * One block as elements of a body; a drawing is none of them, because it needs a part of the package.
 * @param {Exclude<Block, { kind: "drawing" }>} block
 */
export function bodyOf(block) {
  switch (block.kind) {
    case "heading":
      return paragraph(`Heading${block.level}`, block.text);
    case "paragraph":
      return paragraph(
        { plain: "CordonText", muted: "CordonMuted", warning: "CordonWarning" }[block.tone],
        block.text,
      );
    case "facts":
      return factsOf(block);
    case "table":
      return tableOf(block);
  }
}

/** A paragraph in a style of ours; line breaks in the text stay line breaks. */
export function paragraph(/** @type {string} */ style, /** @type {string} */ text) {
  return `<w:p><w:pPr><w:pStyle w:val="${style}"/></w:pPr>${run(text)}</w:p>`;
}

function factsOf(/** @type {Extract<Block, { kind: "facts" }>} */ { rows }) {
  if (rows.length === 0) return "";
  const widths = [LABEL_WIDTH, WIDTH - LABEL_WIDTH];
  // The first column names what stands beside it.
  return framed(
    widths,
    '<w:tblLook w:val="0080" w:firstRow="0" w:lastRow="0" w:firstColumn="1" w:lastColumn="0" w:noHBand="1" w:noVBand="1"/>',
    rows.map(({ label, value }) =>
      row([cell(widths[0], "CordonLabel", label), cell(widths[1], "CordonCell", value)], value),
    ),
  );
}

function tableOf(/** @type {Extract<Block, { kind: "table" }>} */ { head, rows, layout }) {
  if (head.length === 0) return "";
  const widths = layout === "grid" ? gridOf(head.length) : columnsOf(head, rows);
  return framed(
    widths,
    '<w:tblLook w:val="0020" w:firstRow="1" w:lastRow="0" w:firstColumn="0" w:lastColumn="0" w:noHBand="1" w:noVBand="1"/>',
    [
      `<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>${head.map((text, at) => cell(widths[at], "CordonHead", text)).join("")}</w:tr>`,
      ...rows.map((texts) =>
        row(
          head.map((_, at) => cell(widths[at], "CordonCell", texts[at] ?? "")),
          texts.join(""),
        ),
      ),
    ],
  );
}

/**
 * A table, and the paragraph without which the next table would grow together with it.
 * @param {ReadonlyArray<number>} widths
 * @param {string} look
 * @param {ReadonlyArray<string>} rows
 */
function framed(widths, look, rows) {
  const grid = widths.map((width) => `<w:gridCol w:w="${width}"/>`).join("");
  return `<w:tbl>${TABLE_PROPERTIES}${look}</w:tblPr><w:tblGrid>${grid}</w:tblGrid>${rows.join("")}</w:tbl><w:p><w:pPr><w:pStyle w:val="CordonGap"/></w:pPr></w:p>`;
}

/** Letters that no page holds: such a row may be broken, all others stay whole. */
const LONG = 2_000;

function row(/** @type {ReadonlyArray<string>} */ cells, /** @type {string} */ text) {
  return `<w:tr>${text.length > LONG ? "" : "<w:trPr><w:cantSplit/></w:trPr>"}${cells.join("")}</w:tr>`;
}

function cell(
  /** @type {number | undefined} */ width,
  /** @type {string} */ style,
  /** @type {string} */ text,
) {
  return `<w:tc><w:tcPr><w:tcW w:w="${width ?? 0}" w:type="dxa"/></w:tcPr>${paragraph(style, text)}</w:tc>`;
}

function run(/** @type {string} */ text) {
  if (text === "") return "";
  const lines = text.split("\n").map((line) => `<w:t xml:space="preserve">${escaped(line)}</w:t>`);
  return `<w:r>${lines.join("<w:br/>")}</w:r>`;
}

/** Equal narrow columns after the first. */
function gridOf(/** @type {number} */ count) {
  const narrow = Math.min(GRID_WIDTH, Math.floor(WIDTH / count));
  return Array.from({ length: count }, (_, at) => (at === 0 ? WIDTH - narrow * (count - 1) : narrow));
}

/**
 * By the length of what stands in them: few long texts do not push all others aside.
 * @param {ReadonlyArray<string>} head
 * @param {ReadonlyArray<ReadonlyArray<string>>} rows
 */
function columnsOf(head, rows) {
  const lengths = head.map((title, at) => {
    const lines = rows.slice(0, SAMPLE).flatMap((texts) => (texts[at] ?? "").split("\n"));
    return Math.sqrt(Math.max(title.length, ...lines.map((line) => line.length), 1));
  });
  const sum = lengths.reduce((all, one) => all + one, 0);
  const free = WIDTH - NARROWEST * head.length;
  return lengths.map((length) => Math.floor(NARROWEST + (free * length) / sum));
}

const ENTITIES = /** @type {Readonly<Record<string, string>>} */ ({ "&": "&amp;", "<": "&lt;", ">": "&gt;" });

/** Text of an element, without what XML 1.0 does not allow at all: one such sign and Word does not open the file. */
export function escaped(/** @type {string} */ text) {
  return legal(text).replace(/[&<>]/g, (sign) => ENTITIES[sign] ?? "");
}

/** Without what XML 1.0 does not allow. */
export function legal(/** @type {string} */ text) {
  return text.replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, "");
}
