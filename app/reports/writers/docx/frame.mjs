// @ts-check
import { inflateRawSync } from "node:zlib";
import {
  AlignmentType,
  Document,
  Footer,
  Header,
  HeadingLevel,
  ImageRun,
  PageNumber,
  Paragraph,
  TextRun,
} from "docx";
import { legal, MUTED } from "./body.mjs";

/** @import { Block, ReportDocument } from "../../document" */

/** One transparent pixel: for readers of DOCX that do not know SVG. */
const PIXEL = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
  "base64",
);
const INK = "152023";
/** Half points. */
const TEXT = 19;
const CELL = 17;

/** @param {string} id @param {Record<string, unknown>} run @param {{ before?: number, after?: number }} spacing */
const styleOf = (id, run, spacing) => ({
  ...{ id, name: id.replace("Cordon", "Cordon "), basedOn: "Normal", quickFormat: true },
  run,
  paragraph: { spacing: { before: 0, after: 0, ...spacing } },
});

/**
 * The package of a report: styles, header, footer, drawings and their places. Blocks are put in afterwards, in the
 * place of paragraphs that hold `places`.
 * @param {ReportDocument} report
 * @param {ReadonlyArray<string | Extract<Block, { kind: "drawing" }>>} places
 */
export function frameOf({ title, language, mark, footer, pageOf }, places) {
  const [before = "", between = "", after = ""] = pageOf.split(/\{pages?\}/);
  const small = { color: MUTED, size: 15 };
  return new Document({
    title: legal(title),
    creator: "Cordon",
    styles: {
      default: {
        document: {
          run: { font: "Calibri", size: TEXT, color: INK, language: { value: language } },
        },
        title: {
          run: { size: 52, bold: true, color: INK },
          paragraph: { spacing: { before: 2_400, after: 120 } },
        },
        heading1: headingStyle(30, 440, 140),
        heading2: headingStyle(23, 280, 80),
        heading3: headingStyle(20, 200, 60),
      },
      paragraphStyles: [
        styleOf("CordonSubtitle", { color: MUTED, size: 26 }, { after: 400 }),
        styleOf("CordonText", {}, { after: 120 }),
        styleOf("CordonMuted", { color: MUTED }, { after: 120 }),
        styleOf("CordonWarning", { bold: true }, { after: 120 }),
        styleOf("CordonCell", { size: CELL }, {}),
        styleOf("CordonLabel", { size: CELL, color: MUTED }, {}),
        styleOf("CordonHead", { size: CELL, bold: true }, {}),
        styleOf("CordonGap", { size: 8 }, {}),
      ],
    },
    sections: [
      {
        properties: {
          page: { size: { width: 11_906, height: 16_838 }, margin: { left: 1_134, right: 1_134 } },
        },
        ...(mark && {
          headers: {
            default: new Header({
              children: [
                new Paragraph({
                  alignment: AlignmentType.RIGHT,
                  children: [new TextRun({ text: legal(mark), bold: true, color: "A01B1F" })],
                }),
              ],
            }),
          },
        }),
        footers: {
          default: new Footer({
            children: [
              new Paragraph({
                children: [
                  new TextRun({ text: legal(`${footer}    ${before}`), ...small }),
                  new TextRun({ children: [PageNumber.CURRENT, between], ...small }),
                  new TextRun({ children: [PageNumber.TOTAL_PAGES, after], ...small }),
                ],
              }),
            ],
          }),
        },
        children: [
          new Paragraph({ heading: HeadingLevel.TITLE, children: [new TextRun(legal(title))] }),
          ...places.map((place) => (typeof place === "string" ? new Paragraph(place) : drawing(place))),
        ],
      },
    ],
  });
}

function headingStyle(/** @type {number} */ size, /** @type {number} */ before, /** @type {number} */ after) {
  return {
    run: { size, bold: true, color: INK },
    paragraph: { keepNext: true, keepLines: true, spacing: { before, after } },
  };
}

/** @param {Extract<Block, { kind: "drawing" }>} block */
function drawing({ svg, width, height, alt }) {
  // Pixels at 96 to the inch: 640 × 860 fill the page between its margins.
  const scale = Math.min(640 / width, 860 / height);
  return new Paragraph({
    alignment: AlignmentType.CENTER,
    children: [
      new ImageRun({
        type: "svg",
        data: Buffer.from(svg, "utf8"),
        transformation: { width: Math.round(width * scale), height: Math.round(height * scale) },
        altText: { name: legal(alt), title: legal(alt), description: legal(alt) },
        fallback: { type: "png", data: PIXEL },
      }),
    ],
  });
}

/**
 * The text of one part of a package just written, by the central directory of the zip.
 * @param {Buffer} zip
 * @param {string} name
 */
export function partOf(zip, name) {
  const end = zip.lastIndexOf(Buffer.from("PK\u0005\u0006", "latin1"));
  let at = zip.readUInt32LE(end + 16);
  for (let left = zip.readUInt16LE(end + 10); left > 0; left -= 1) {
    const [nameLength = 0, extra = 0, comment = 0] = [28, 30, 32].map((offset) =>
      zip.readUInt16LE(at + offset),
    );
    if (zip.toString("utf8", at + 46, at + 46 + nameLength) === name) {
      const header = zip.readUInt32LE(at + 42);
      const start = header + 30 + zip.readUInt16LE(header + 26) + zip.readUInt16LE(header + 28);
      const packed = zip.subarray(start, start + zip.readUInt32LE(at + 20));
      return (zip.readUInt16LE(at + 10) === 8 ? inflateRawSync(packed) : packed).toString("utf8");
    }
    at += 46 + nameLength + extra + comment;
  }
  throw new Error(`the package has no part ${name}`);
}
