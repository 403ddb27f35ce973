// @ts-check
// Not compiled: runs in a worker of its own (see ../write-document.server.ts), which loads files and not bundles.
import { paintSvg } from "./pdf/drawing.mjs";
import { A4, INK, LEADING, MUTED, openPaper } from "./pdf/paper.mjs";
import { TEXT_SIZE, writeFacts, writeTable } from "./pdf/tables.mjs";

/** @import { Block, ReportDocument, SheetDocument } from "../document" */
/** @import { Paper, Size } from "./pdf/paper.mjs" */
/** @typedef {(done: number, of: number) => void} Progress */

const MARGINS = { top: 56, bottom: 56, side: 48 };
const FOOT_SIZE = 7;
/** By level: size, room above and below, and how much of what follows must fit under a heading. */
const HEADINGS = {
  1: { size: 15, above: 22, below: 8 },
  2: { size: 11.5, above: 14, below: 4 },
  3: { size: 9.5, above: 9, below: 3 },
};
const KEPT_BELOW = 48;

/**
 * A report on A4 upright, tagged, with an outline; a drawing too large for it stands on a sheet of its own.
 * @param {ReportDocument} report
 * @param {Progress} [progress]
 * @returns {Promise<Buffer>}
 */
export async function reportToPdf(report, progress = () => undefined) {
  const { title, subtitle, footer, pageOf, mark, cover, sections } = report;
  const paper = openPaper(report);
  const { pdf, faces, root } = paper;
  const turn = () => paper.addPage(A4, MARGINS);
  const of = cover.length + sections.reduce((sum, { blocks }) => sum + blocks.length, 0);
  let done = 0;

  turn();
  paper.y += 120;
  writeText(paper, root, "H1", title, { face: "bold", size: 26, color: INK }, turn);
  paper.y += 8;
  writeText(paper, root, "P", subtitle, { face: "regular", size: 13, color: MUTED }, turn);
  paper.y += 24;
  const scripts = unprintableScripts(paper, report);
  if (scripts.length > 0)
    writeBlock(paper, root, { kind: "paragraph", tone: "warning", text: noteOn(report, scripts) }, turn);
  for (const block of cover) {
    if (block.kind === "heading") writeHeading(paper, root, block.level, block.text, pdf.outline, turn);
    else writeBlock(paper, root, block, turn);
    done += 1;
    progress(done, of);
  }

  turn();
  for (const { title: heading, blocks } of sections) {
    const section = pdf.struct("Sect");
    root.add(section);
    const marks = [pdf.outline, writeHeading(paper, section, 1, heading, pdf.outline, turn)];
    for (const block of blocks) {
      if (block.kind === "heading") {
        const above = marks.slice(0, block.level).at(-1);
        marks[block.level] = writeHeading(paper, section, block.level, block.text, above, turn);
        marks.length = block.level + 1;
      } else writeBlock(paper, section, block, turn);
      done += 1;
      progress(done, of);
    }
    section.end();
  }

  const foot = faces.printable(mark ? `${mark} · ${footer}` : footer);
  return paper.close((page, pages, [width, height]) => {
    const said = faces.printable(pageOf.replace("{page}", String(page)).replace("{pages}", String(pages)));
    const wide = faces.widthOf(said, { face: "regular", size: FOOT_SIZE });
    const ink = /** @type {const} */ ({ face: "regular", size: FOOT_SIZE, color: MUTED });
    const [line = ""] = faces.linesOf(foot, ink, width - 2 * MARGINS.side - wide - 12);
    paper.line(line, MARGINS.side, height - 36, ink);
    paper.line(said, width - MARGINS.side - wide, height - 36, ink);
  });
}

/**
 * @param {Paper} paper
 * @param {any} parent
 * @param {1 | 2 | 3} level
 * @param {string} text
 * @param {any} above what it stands under in the outline
 * @param {() => void} turn
 */
function writeHeading(paper, parent, level, text, above, turn) {
  const { size, above: room, below } = HEADINGS[level];
  const isFirst = paper.y <= MARGINS.top;
  if (!isFirst) paper.y += room;
  if (paper.y + size * LEADING + below + KEPT_BELOW > paper.bottom) turn();
  const { width } = paper.pdf.page;
  const mark = above.addItem(text, { fit: false, left: width, top: paper.y, expanded: level === 1 });
  writeText(paper, parent, `H${level}`, text, { face: "bold", size, color: INK }, turn);
  paper.y += below;
  return mark;
}

/**
 * @param {Paper} paper
 * @param {any} parent
 * @param {Exclude<Block, { kind: "heading" }>} block
 * @param {() => void} turn
 */
function writeBlock(paper, parent, block, turn) {
  switch (block.kind) {
    case "paragraph": {
      const ink = /** @type {const} */ ({
        face: block.tone === "warning" ? "bold" : "regular",
        size: TEXT_SIZE,
        color: block.tone === "muted" ? MUTED : INK,
      });
      writeText(paper, parent, "P", block.text, ink, turn);
      paper.y += 5;
      return;
    }
    case "facts":
      return writeFacts(paper, parent, block, turn);
    case "table":
      return writeTable(paper, parent, block, turn);
    case "drawing":
      return writeDrawing(paper, parent, block, turn);
  }
}

/**
 * @param {Paper} paper
 * @param {any} parent
 * @param {string} tag
 * @param {string} text
 * @param {import("./pdf/paper.mjs").Ink} ink
 * @param {() => void} turn
 */
function writeText(paper, parent, tag, text, ink, turn) {
  const element = paper.pdf.struct(tag);
  parent.add(element);
  for (const line of paper.faces.linesOf(paper.faces.printable(text), ink, paper.width)) {
    if (paper.y + ink.size * LEADING > paper.bottom) turn();
    paper.part(element, tag, () => paper.line(line, paper.left, paper.y, ink));
    paper.y += ink.size * LEADING;
  }
  element.end();
}

/**
 * Where it can be read on the page, there; else on a sheet of its own, after which the text goes on on A4.
 * @param {Paper} paper
 * @param {any} parent
 * @param {Extract<Block, { kind: "drawing" }>} block
 * @param {() => void} turn
 */
function writeDrawing(paper, parent, { svg, width, height, alt }, turn) {
  const figure = paper.pdf.struct("Figure", { alt, placement: "Block" });
  parent.add(figure);
  const most = A4[1] - MARGINS.top - MARGINS.bottom;
  const small = Math.min(paper.width / width, most / height, 1);
  const isReadable = small >= READABLE;
  if (!isReadable)
    paper.addPage(sheetSize(width, height), { top: MARGIN, bottom: 56, side: MARGIN }, { isCovered: true });
  else if (paper.y + height * small > paper.bottom) turn();
  const scale = isReadable ? small : Math.min(paper.width / width, (paper.bottom - paper.y) / height);
  const x = paper.left + (paper.width - width * scale) / 2;
  paper.part(figure, "Figure", () => paintSvg(paper, svg, { x, y: paper.y, scale }));
  figure.end();
  if (!isReadable) paper.stamp();
  paper.y += height * scale + 8;
  if (!isReadable) turn();
}

/** The scripts whose letters this document has and the faces have not. */
function unprintableScripts(/** @type {Paper} */ { faces }, /** @type {ReportDocument} */ report) {
  const scripts = new Set();
  const look = (/** @type {string} */ text) => {
    for (const script of faces.unprintableIn(text)) scripts.add(script);
  };
  [report.title, report.subtitle].forEach(look);
  for (const block of [report.cover, ...report.sections.map(({ blocks }) => blocks)].flat())
    textsOf(block).forEach(look);
  return [...scripts];
}

/** @param {Block} block @returns {ReadonlyArray<string>} */
function textsOf(block) {
  switch (block.kind) {
    case "heading":
    case "paragraph":
      return [block.text];
    case "facts":
      return block.rows.flatMap(({ label, value }) => [label, value]);
    case "table":
      return [block.head, ...block.rows].flat();
    case "drawing":
      return [block.svg];
  }
}

/**
 * @param {{ unprintable: import("../document").Unprintable }} document
 * @param {ReadonlyArray<string>} scripts
 */
function noteOn({ unprintable: { note, scripts: names } }, scripts) {
  return note.replace("{scripts}", scripts.map((script) => names[script] ?? names.other).join(", "));
}

/**
 * A drawing on the smallest landscape sheet, A4 to A0, on which its smallest letters can be read.
 * @param {SheetDocument} sheet
 * @returns {Promise<Buffer>}
 */
export async function sheetToPdf(sheet) {
  const { svg, width, height, title } = sheet;
  const paper = openPaper(sheet);
  const [sheetWidth, sheetHeight] = sheetSize(width, height);
  paper.addPage(
    [sheetWidth, sheetHeight],
    { top: MARGIN, bottom: MARGIN, side: MARGIN },
    { isCovered: true },
  );
  const scripts = [...paper.faces.unprintableIn(svg)];
  if (scripts.length > 0) {
    const note = { face: /** @type {const} */ ("regular"), size: 7, color: MUTED };
    writeText(paper, paper.root, "P", noteOn(sheet, scripts), note, () => undefined);
  }
  const room = sheetHeight - MARGIN - paper.y;
  const scale = Math.min(paper.width / width, room / height);
  const figure = paper.pdf.struct("Figure", { alt: title, placement: "Block" });
  paper.root.add(figure);
  const place = { x: MARGIN + (paper.width - width * scale) / 2, y: paper.y, scale };
  paper.part(figure, "Figure", () => paintSvg(paper, svg, place));
  figure.end();
  paper.stamp();
  return paper.close(null);
}

const MARGIN = 24;
/** A4 to A0 in points, landscape. */
const SHEETS = [
  [841.89, 595.28],
  [1190.55, 841.89],
  [1683.78, 1190.55],
  [2383.94, 1683.78],
  [3370.39, 2383.94],
];
/** Points per pixel at which letters of 11 pixels are 5 points high. */
const READABLE = 5 / 11;

/**
 * @param {number} width
 * @param {number} height
 * @returns {Size}
 */
export function sheetSize(width, height) {
  const fits = SHEETS.find(
    ([w = 0, h = 0]) => Math.min((w - 2 * MARGIN) / width, (h - 2 * MARGIN) / height) >= READABLE,
  );
  const [w = 0, h = 0] = fits ?? SHEETS.at(-1) ?? [];
  return [w, h];
}
