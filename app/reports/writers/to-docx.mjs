// @ts-check
// Not compiled: runs in a worker of its own (see ../write-document.server.ts), which loads files and not bundles.
import { randomUUID } from "node:crypto";
import { Packer } from "docx";
import { bodyOf, paragraph } from "./docx/body.mjs";
import { frameOf, partOf } from "./docx/frame.mjs";

/** @import { Block, ReportDocument } from "../document" */
/** @typedef {(done: number, of: number) => void} Progress */

const BODY = "word/document.xml";

/**
 * A report as a Word document with its own headings, so that it can be navigated and edited. The library writes the
 * package around it, with a place for every run of blocks; the blocks are written by us and put there.
 * @param {ReportDocument} report
 * @param {Progress} [progress]
 * @returns {Promise<Buffer>}
 */
export async function reportToDocx(report, progress = () => undefined) {
  const { subtitle, cover, sections } = report;
  const of = cover.length + sections.reduce((sum, { blocks }) => sum + blocks.length, 0);
  let done = 0;
  /** @type {Array<string | Extract<Block, { kind: "drawing" }>>} */
  const places = [];
  /** @type {Map<string, string>} */
  const bodies = new Map();
  let written = paragraph("CordonSubtitle", subtitle);
  const settle = () => {
    // Nobody can have written this as a name.
    const place = randomUUID();
    places.push(place);
    bodies.set(place, written);
    written = "";
  };
  const write = (/** @type {Block} */ block) => {
    if (block.kind === "drawing") {
      settle();
      places.push(block);
    } else written += bodyOf(block);
    done += 1;
    progress(done, of);
  };
  cover.forEach(write);
  for (const { title, blocks } of sections) {
    written += paragraph("Heading1", title);
    blocks.forEach(write);
  }
  settle();
  const frame = partOf(await Packer.toBuffer(frameOf(report, places)), BODY);
  const data = frame.replace(
    /<w:p>(?:(?!<\/w:p>).)*?([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})<\/w:t><\/w:r><\/w:p>/gs,
    (place, id) => bodies.get(id) ?? place,
  );
  return Packer.toBuffer(frameOf(report, places), undefined, [{ path: BODY, data }]);
}
