// @ts-check
import { createRequire } from "node:module";
import { openFaces } from "./faces.mjs";

/** @import { Unprintable } from "../../document" */
/** @import { Face } from "./faces.mjs" */
/** @typedef {{ title: string, language: string, mark: string | null, unprintable: Unprintable }} Labels */
/** @typedef {[width: number, height: number]} Size */
/** @typedef {{ face: Face, size: number, color: string }} Ink */

/** @type {any} Its types are not installed. */
const PDFDocument = createRequire(import.meta.url)("pdfkit");

export const INK = "#152023";
export const MUTED = "#4b5b5f";
export const RULE = "#d5dcdc";
const MARK = "#a01b1f";
/** Points. */
export const A4 = /** @type {Size} */ ([595.28, 841.89]);
/** A line of a size takes so much. */
export const LEADING = 1.32;

/**
 * A tagged PDF that grows page by page: where on the paper we are, and what is said to those who listen to it.
 * What is no part of the text (rules, the mark, feet) is an artifact; all else belongs to an element of the structure.
 * @param {Labels} labels
 */
export function openPaper({ title, language, mark, unprintable }) {
  const pdf = new PDFDocument({
    ...{ autoFirstPage: false, bufferPages: true, font: null, margin: 0, pdfVersion: "1.7" },
    ...{ tagged: true, displayTitle: true, lang: language },
    info: { Title: title, Creator: "Cordon", Producer: "Cordon" },
  });
  /** @type {Array<Buffer>} */
  const chunks = [];
  pdf.on("data", (/** @type {Buffer} */ chunk) => chunks.push(chunk));
  const faces = openFaces(pdf, unprintable);
  const root = pdf.struct("Document");
  pdf.addStructure(root);
  const marked = mark === null ? null : faces.printable(mark);

  const paper = {
    ...{ pdf, faces, root },
    /** From the upper edge of the page. */
    y: 0,
    bottom: 0,
    left: 0,
    width: 0,

    /**
     * @param {Size} size
     * @param {{ top: number, bottom: number, side: number }} margins
     * @param {{ isCovered?: boolean }} [page] a page whose mark what is drawn would cover: `stamp` it afterwards
     */
    addPage([width, height], margins, { isCovered = false } = {}) {
      pdf.addPage({ size: [width, height], margin: 0 });
      paper.y = margins.top;
      paper.bottom = height - margins.bottom;
      paper.left = margins.side;
      paper.width = width - 2 * margins.side;
      if (!isCovered) paper.stamp();
    },

    /** The mark across the page, where the document has one. */
    stamp() {
      const { width, height } = pdf.page;
      if (marked) paper.artifact(() => stamp(marked, width, height));
    },

    /** Draws what has no meaning of its own. */
    artifact(/** @type {() => void} */ draw) {
      pdf.markContent("Artifact");
      draw();
      pdf.endMarkedContent();
    },

    /**
     * Draws a part of an element on this page.
     * @param {any} element of the structure
     * @param {string} tag
     * @param {() => void} draw
     */
    part(element, tag, draw) {
      const content = pdf.markStructureContent(tag);
      draw();
      pdf.endMarkedContent();
      element.add(content);
    },

    /** One line whose upper edge is at `y`. */
    line(
      /** @type {string} */ text,
      /** @type {number} */ x,
      /** @type {number} */ y,
      /** @type {Ink} */ ink,
    ) {
      paper.show(text, x, y + ink.size * 0.95, ink);
    },

    /** One line by where its letters stand. */
    show(
      /** @type {string} */ text,
      /** @type {number} */ x,
      /** @type {number} */ y,
      /** @type {Ink} */ ink,
    ) {
      if (text === "") return;
      const { face, size, color } = ink;
      const shown = faces.shownBy(text, face);
      if (shown === null) {
        pdf.font(face).fontSize(size).fillColor(color);
        pdf.text(text, x, y, { lineBreak: false, baseline: "alphabetic" });
        return;
      }
      const font = faces.fontOf(face);
      pdf.page.fonts[font.id] ??= font.ref();
      // Pages count from their upper edge: letters are turned over to stand upright.
      pdf.addContent(
        `${rgb(color)} rg BT /${font.id} ${size} Tf 1 0 0 -1 ${cents(x)} ${cents(y)} Tm ${shown} TJ ET`,
      );
    },

    rule(/** @type {number} */ y, /** @type {number} */ x, /** @type {number} */ width) {
      const ends = `${cents(x)} ${cents(y)} m ${cents(x + width)} ${cents(y)} l`;
      pdf.addContent(`/Artifact BMC ${rgb(RULE)} RG 0.5 w ${ends} S EMC`);
    },

    /** Writes the foot of every page, closes the document and gives its bytes. */
    async close(/** @type {((page: number, pages: number, size: Size) => void) | null} */ foot) {
      const { count } = pdf.bufferedPageRange();
      for (let page = 0; page < count; page += 1) {
        pdf.switchToPage(page);
        if (foot) paper.artifact(() => foot(page + 1, count, [pdf.page.width, pdf.page.height]));
      }
      root.end();
      const ended = new Promise((resolve, reject) => pdf.once("end", resolve).once("error", reject));
      pdf.end();
      await ended;
      return Buffer.concat(chunks);
    },
  };

  function stamp(/** @type {string} */ text, /** @type {number} */ width, /** @type {number} */ height) {
    const size = Math.min(width, height) / 5;
    const wide = faces.widthOf(text, { face: "bold", size });
    pdf.save();
    pdf.rotate(-45, { origin: [width / 2, height / 2] }).fillOpacity(0.07);
    paper.line(text, (width - wide) / 2, (height - size) / 2, { face: "bold", size, color: MARK });
    pdf.restore();
  }
  return paper;
}

/** @type {Map<string, string>} */
const colors = new Map();

/** `#rrggbb` as three parts of one. */
function rgb(/** @type {string} */ color) {
  const known = colors.get(color);
  if (known !== undefined) return known;
  const parts = [1, 3, 5].map((at) => cents(Number.parseInt(color.slice(at, at + 2), 16) / 255)).join(" ");
  colors.set(color, parts);
  return parts;
}

function cents(/** @type {number} */ value) {
  return Math.round(value * 100) / 100;
}

/** @typedef {ReturnType<typeof openPaper>} Paper */
