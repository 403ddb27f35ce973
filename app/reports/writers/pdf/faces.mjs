// @ts-check
import { createRequire } from "node:module";
import { SUBSTITUTES, scriptOf } from "./scripts.mjs";

/** @import { Unprintable } from "../../document" */
/** @typedef {"regular" | "bold"} Face */
/** @typedef {{ face: Face, size: number }} Type */
/** @typedef {{ xAdvance: number, advanceWidth: number, xOffset: number, yOffset: number }} Position */

const require = createRequire(import.meta.url);
/** @type {{ Roboto: { normal: string, bold: string } }} */
const { Roboto } = require(String("pdfmake/fonts/Roboto.js"));
const FILES = { regular: Roboto.normal, bold: Roboto.bold };

/**
 * The two faces of one PDF: what they can print, how wide it is, and in which lines it fits. Nothing but these two
 * files is ever read, whatever people write.
 * @param {any} pdf a document of pdfkit
 * @param {Unprintable} unprintable
 */
export function openFaces(pdf, unprintable) {
  for (const [face, file] of Object.entries(FILES)) pdf.registerFont(face, file);
  const fonts = {
    regular: pdf.font("regular")._font,
    bold: pdf.font("bold")._font,
  };
  /** @type {Record<Face, Map<string, { width: number, shown: string, isFlat: boolean }>>} */
  const words = { regular: new Map(), bold: new Map() };
  const glyphs = fonts.regular.font;
  /** @type {Map<string, boolean>} */
  const known = new Map();
  const hasGlyph = (/** @type {string} */ sign) => {
    const answer = known.get(sign) ?? glyphs.hasGlyphForCodePoint(sign.codePointAt(0));
    known.set(sign, answer);
    return answer;
  };

  /** What can be printed of a text: letters without a glyph stand as the name of their script and their numbers. */
  function printable(/** @type {string} */ text) {
    const plain = text.replace(/\r\n?/g, "\n").replace(/\t/g, " ").replace(CONTROL, "");
    if (/^[\n\u0020-\u007e]*$/.test(plain)) return plain;
    let printed = "";
    let lost = "";
    const tell = () => {
      if (lost !== "") printed += told(lost);
      lost = "";
    };
    for (const sign of plain.normalize("NFC")) {
      if (sign === "\n" || hasGlyph(sign)) {
        tell();
        printed += sign;
      } else if (SUBSTITUTES.has(sign)) {
        tell();
        printed += SUBSTITUTES.get(sign);
      } else lost += sign;
    }
    tell();
    return printed;
  }

  function told(/** @type {string} */ lost) {
    const script = scriptOf(lost);
    const name = unprintable.scripts[script] ?? unprintable.scripts.other;
    const numbers = [...lost].map((sign) => (sign.codePointAt(0) ?? 0).toString(16).toUpperCase());
    return `[${name} ${numbers.join(" ")}]`;
  }

  /** The scripts of a text that cannot be printed. */
  function unprintableIn(/** @type {string} */ text) {
    const scripts = new Set();
    if (/^[\n\u0020-\u007e]*$/.test(text)) return scripts;
    for (const sign of text.normalize("NFC"))
      if (sign > " " && !CONTROL_SIGN.test(sign) && !hasGlyph(sign) && !SUBSTITUTES.has(sign))
        scripts.add(scriptOf(sign));
    return scripts;
  }

  /** A word laid out once for all sizes, as the operand of an operator that shows text. */
  function laidOut(/** @type {string} */ word, /** @type {Face} */ face) {
    const seen = words[face].get(word);
    if (seen) return seen;
    const font = fonts[face];
    /** @type {[ReadonlyArray<string>, ReadonlyArray<Position>]} */
    const [codes, positions] = font.encode(word);
    let shown = "";
    let run = "";
    let width = 0;
    positions.forEach(({ xAdvance, advanceWidth }, at) => {
      run += codes[at];
      width += xAdvance;
      const kerning = xAdvance - advanceWidth;
      if (kerning === 0) return;
      shown += `<${run}> ${-Math.round(kerning)} `;
      run = "";
    });
    if (run !== "") shown += `<${run}>`;
    const isFlat = positions.every(({ xOffset, yOffset }) => xOffset === 0 && yOffset === 0);
    const laid = { width: width / 1000, shown, isFlat };
    words[face].set(word, laid);
    return laid;
  }

  /** Points that a printable text is wide in a size. */
  function widthOf(/** @type {string} */ text, /** @type {Type} */ { face, size }) {
    if (!text.includes(" ")) return laidOut(text, face).width * size;
    const parts = text.split(" ");
    const space = laidOut(" ", face).width * (parts.length - 1);
    return parts.reduce((sum, word) => sum + laidOut(word, face).width, space) * size;
  }

  /**
   * The operand that shows a line; null for one with signs above or below others, which have to be placed one by one.
   * @param {string} text printable
   * @param {Face} face
   */
  function shownBy(text, face) {
    const parts = text.split(" ").map((word) => laidOut(word, face));
    if (!parts.every(({ isFlat }) => isFlat)) return null;
    return `[${parts.map(({ shown }) => shown).join(laidOut(" ", face).shown)}]`;
  }

  /** The font as the page knows it, under its name. */
  function fontOf(/** @type {Face} */ face) {
    return fonts[face];
  }

  /**
   * The lines in which a text fits: broken at spaces, and within words only where one is wider than the line.
   * @param {string} text printable
   * @param {Type} type
   * @param {number} width in points
   * @returns {ReadonlyArray<string>}
   */
  function linesOf(text, type, width) {
    return text.split("\n").flatMap((paragraph) => {
      /** @type {Array<string>} */
      const lines = [];
      let line = "";
      let used = 0;
      const space = widthOf(" ", type);
      const add = (/** @type {string} */ word, /** @type {number} */ wide) => {
        const isOver = used + space + wide > width;
        if (line !== "" && isOver) lines.push(line);
        [line, used] = line === "" || isOver ? [word, wide] : [`${line} ${word}`, used + space + wide];
      };
      for (const word of paragraph.split(" ")) {
        const wide = laidOut(word, type.face).width * type.size;
        if (wide <= width) add(word, wide);
        else for (const piece of piecesOf(word, type, width)) add(piece, widthOf(piece, type));
      }
      return [...lines, line];
    });
  }

  /** A word that no line is wide enough for, in pieces. */
  function piecesOf(/** @type {string} */ word, /** @type {Type} */ type, /** @type {number} */ width) {
    /** @type {Array<string>} */
    const pieces = [];
    let piece = "";
    let used = 0;
    for (const sign of word) {
      const wide = widthOf(sign, type);
      if (piece !== "" && used + wide > width) {
        pieces.push(piece);
        [piece, used] = [sign, wide];
      } else [piece, used] = [piece + sign, used + wide];
    }
    return [...pieces, piece];
  }

  return { printable, unprintableIn, widthOf, linesOf, shownBy, fontOf };
}

/** @typedef {ReturnType<typeof openFaces>} Faces */

// What steers and is not seen: control signs, marks of direction, joiners, variants.
const CONTROL = /(?!\n)[\p{Cc}\p{Cf}\p{VS}]/gu;
const CONTROL_SIGN = /[\p{Cc}\p{Cf}\p{VS}]/u;
