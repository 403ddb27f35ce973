// @ts-check
import { INK, LEADING, MUTED } from "./paper.mjs";

/** @import { Block } from "../../document" */
/** @import { Ink, Paper } from "./paper.mjs" */
/** @typedef {{ lines: ReadonlyArray<string>, ink: Ink, x: number, width: number }} Cell */

export const TEXT_SIZE = 8.5;
const HEAD_SIZE = 7.5;
const LABEL_WIDTH = 130;
const GRID_WIDTH = 52;
const PADDING = { right: 8, y: 2.5 };
/** Rows of a long table by which its columns are measured. */
const SAMPLE = 200;

/**
 * Labels and values: each pair is read as one paragraph, so that nobody has to listen to a table for it.
 * @param {Paper} paper
 * @param {any} parent
 * @param {Extract<Block, { kind: "facts" }>} block
 * @param {() => void} turn
 */
export function writeFacts(paper, parent, { rows }, turn) {
  const { pdf, faces, left, width } = paper;
  const value = { x: left + LABEL_WIDTH, width: width - LABEL_WIDTH };
  for (const row of rows) {
    const cells = [
      cellOf(faces, row.label, { x: left, width: LABEL_WIDTH }, { face: "regular", color: MUTED }),
      cellOf(faces, row.value, value, { face: "regular", color: INK }),
    ];
    const element = pdf.struct("P");
    parent.add(element);
    writeRow(
      paper,
      cells,
      cells.map(() => ({ element, tag: "P" })),
      turn,
    );
    element.end();
  }
  paper.y += 7;
}

/**
 * A table whose head stands on every page that it reaches, and whose rows stay whole where a page can hold them.
 * @param {Paper} paper
 * @param {any} parent
 * @param {Extract<Block, { kind: "table" }>} block
 * @param {() => void} turn
 */
export function writeTable(paper, parent, { head, rows, layout }, turn) {
  const { pdf, faces } = paper;
  const columns = layout === "grid" ? gridOf(paper, head.length) : columnsOf(paper, head, rows);
  const heads = head.map((text, at) =>
    cellOf(faces, text, columns[at] ?? columns[0], { face: "bold", color: INK, size: HEAD_SIZE }),
  );
  const table = pdf.struct("Table");
  parent.add(table);
  const headRow = pdf.struct("TR");
  table.add(headRow);
  const headHeight = heightOf(heads);
  // The head alone at the foot of a page is of no use.
  if (paper.y + headHeight + 2 * TEXT_SIZE * LEADING > paper.bottom) turn();
  writeRow(
    paper,
    heads,
    heads.map(() => ({ element: added(headRow, pdf.struct("TH", { scope: "Column" })), tag: "TH" })),
    turn,
  );
  headRow.end();
  const again = () => {
    turn();
    paper.artifact(() => printLines(paper, heads, paper.y + PADDING.y, 0, Number.POSITIVE_INFINITY));
    paper.y += headHeight;
    paper.rule(paper.y, paper.left, paper.width);
  };
  for (const row of rows) {
    const cells = head.map((_, at) =>
      cellOf(faces, row[at] ?? "", columns[at] ?? columns[0], { face: "regular", color: INK }),
    );
    const element = added(table, pdf.struct("TR"));
    writeRow(
      paper,
      cells,
      cells.map((_, at) => partOf(pdf, element, layout === "grid" && at === 0)),
      again,
    );
    element.end();
  }
  table.end();
  paper.y += 9;
}

function partOf(/** @type {any} */ pdf, /** @type {any} */ row, /** @type {boolean} */ isHead) {
  const tag = isHead ? "TH" : "TD";
  return { element: added(row, pdf.struct(tag, isHead ? { scope: "Row" } : {})), tag };
}

function added(/** @type {any} */ parent, /** @type {any} */ child) {
  parent.add(child);
  return child;
}

/**
 * One row, on the next page where this one has no room; over pages where no page has.
 * @param {Paper} paper
 * @param {ReadonlyArray<Cell>} cells
 * @param {ReadonlyArray<{ element: any, tag: string }>} parts
 * @param {() => void} turn
 */
function writeRow(paper, cells, parts, turn) {
  const most = Math.max(...cells.map(({ lines }) => lines.length), 1);
  const step = TEXT_SIZE * LEADING;
  const room = () => Math.floor((paper.bottom - paper.y - 2 * PADDING.y) / step);
  if (room() < Math.min(most, MOST_KEPT)) turn();
  for (let from = 0; from < most; ) {
    const until = Math.min(most, from + Math.max(room(), 1));
    const top = paper.y + PADDING.y;
    cells.forEach((cell, at) => {
      const part = parts[at];
      if (part && cell.lines.slice(from, until).some((line) => line !== ""))
        paper.part(part.element, part.tag, () => printLines(paper, [cell], top, from, until));
    });
    paper.y = top + (until - from) * step + PADDING.y;
    paper.rule(paper.y, paper.left, paper.width);
    from = until;
    if (from < most) turn();
  }
}
/** Rows of more lines may be broken; a dozen lines at the foot of a page are worth keeping together. */
const MOST_KEPT = 12;

/**
 * @param {Paper} paper
 * @param {ReadonlyArray<Cell>} cells
 * @param {number} top
 * @param {number} from
 * @param {number} until
 */
function printLines(paper, cells, top, from, until) {
  for (const { lines, ink, x } of cells)
    lines.slice(from, until).forEach((line, at) => {
      paper.line(line, x, top + at * TEXT_SIZE * LEADING, ink);
    });
}

function heightOf(/** @type {ReadonlyArray<Cell>} */ cells) {
  return Math.max(...cells.map(({ lines }) => lines.length), 1) * TEXT_SIZE * LEADING + 2 * PADDING.y;
}

/**
 * @param {Paper["faces"]} faces
 * @param {string} text
 * @param {{ x: number, width: number } | undefined} column
 * @param {Omit<Ink, "size"> & { size?: number }} looks
 * @returns {Cell}
 */
function cellOf(faces, text, column, { size = TEXT_SIZE, ...looks }) {
  const { x = 0, width = 0 } = column ?? {};
  const ink = { size, ...looks };
  const lines = faces.linesOf(faces.printable(text), ink, width - PADDING.right);
  return { lines, ink, x, width };
}

/** Equal narrow columns after the first. */
function gridOf(/** @type {Paper} */ { left, width }, /** @type {number} */ count) {
  const narrow = Math.min(GRID_WIDTH, width / Math.max(count, 1));
  const first = width - narrow * (count - 1);
  return Array.from({ length: count }, (_, at) => ({
    x: at === 0 ? left : left + first + narrow * (at - 1),
    width: at === 0 ? first : narrow,
  }));
}

/**
 * Columns as wide as what stands in them, as far as there is room: narrow ones get what they need, wide ones share
 * the rest.
 * @param {Paper} paper
 * @param {ReadonlyArray<string>} head
 * @param {ReadonlyArray<ReadonlyArray<string>>} rows
 */
function columnsOf({ faces, left, width }, head, rows) {
  const wanted = head.map((title, at) => {
    const texts = rows.slice(0, SAMPLE).flatMap((row) => faces.printable(row[at] ?? "").split("\n"));
    const text = Math.max(
      0,
      ...texts.map((line) => faces.widthOf(line, { face: "regular", size: TEXT_SIZE })),
    );
    const titled = faces.widthOf(faces.printable(title), { face: "bold", size: HEAD_SIZE });
    return Math.max(text, titled) + PADDING.right + 1;
  });
  const widths = shared(wanted, width);
  return widths.map((own, at) => ({
    x: left + widths.slice(0, at).reduce((sum, one) => sum + one, 0),
    width: own,
  }));
}

/** Each gets what it wants, or an equal share of what is left where that is less; what is over goes to all alike. */
export function shared(/** @type {ReadonlyArray<number>} */ wanted, /** @type {number} */ width) {
  const widths = wanted.map(() => 0);
  let left = width;
  let open = wanted.map((_, at) => at);
  while (open.length > 0) {
    const share = left / open.length;
    const modest = open.filter((at) => (wanted[at] ?? 0) <= share);
    if (modest.length === 0) {
      for (const at of open) widths[at] = share;
      return widths;
    }
    for (const at of modest) {
      widths[at] = wanted[at] ?? 0;
      left -= wanted[at] ?? 0;
    }
    open = open.filter((at) => !modest.includes(at));
  }
  return widths.map((own) => own + left / widths.length);
}
