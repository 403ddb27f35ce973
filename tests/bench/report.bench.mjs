// What the zone and conduit report of the largest model costs: the longest time for which its preparation keeps the
// server from answering others, and its writers against the PDF library putting the same texts below one another.

import { createRequire } from "node:module";
import { setTimeout as pause } from "node:timers/promises";
import { reportToDocx } from "../../app/reports/writers/to-docx.mjs";
import { reportToPdf } from "../../app/reports/writers/to-pdf.mjs";
import { compare, importSource, median, report } from "./harness.mjs";

const source = await importSource("tests/bench/report-source.ts");
const { aLargeZoneModel, fingerprintInParts, inTurns, plainDrawing } = source;
const { reportFacts, reportWords, zoneReportInParts } = source;

/** Packed by the layout of the canvas: the builder's own places stand in one line. */
const model = { ...aLargeZoneModel(), layout: {} };
const facts = reportFacts(model);
const words = reportWords("en");

/** The longest time between two turns of others, in milliseconds, while `work` is done. */
async function longestWait(/** @type {() => Promise<unknown>} */ work) {
  let longest = 0;
  let last = performance.now();
  let isOver = false;
  const look = () => {
    const now = performance.now();
    longest = Math.max(longest, now - last);
    last = now;
    if (!isOver) setImmediate(look);
  };
  setImmediate(look);
  await pause(1);
  await work();
  await pause(1);
  isOver = true;
  return longest;
}

const drawing = plainDrawing(facts, words);
const build = () => inTurns(zoneReportInParts(facts, words, drawing));
const document = await build();
const texts = document.sections.flatMap(({ blocks }) => blocks.flatMap(textsOf));
const waits = { build: [], fingerprint: [], drawing: [], whole: [] };
for (let round = 0; round < 7; round += 1) {
  waits.build.push(await longestWait(build));
  waits.fingerprint.push(await longestWait(() => inTurns(fingerprintInParts(model))));
  waits.drawing.push(await longestWait(async () => plainDrawing(facts, words)));
  waits.whole.push(
    await longestWait(async () => {
      for (const part = zoneReportInParts(facts, words, drawing); !part.next().done; );
    }),
  );
}

function textsOf(/** @type {import("../../app/reports/document").Block} */ block) {
  switch (block.kind) {
    case "facts":
      return block.rows.flatMap(({ label, value }) => [label, value]);
    case "table":
      return [block.head, ...block.rows].flat();
    case "drawing":
      return [];
    default:
      return [block.text];
  }
}

const require = createRequire(import.meta.url);
const PDFDocument = require("pdfkit");
const FONT = require("pdfmake/fonts/Roboto.js").Roboto.normal;

/** No tables, no tags, no drawing: what the library takes for the words alone. */
async function plainTexts() {
  const pdf = new PDFDocument({ size: "A4", font: FONT });
  pdf.resume();
  pdf.fontSize(8.5);
  for (const text of texts) pdf.text(text);
  const ended = new Promise((resolve) => pdf.once("end", resolve));
  pdf.end();
  await ended;
}

const { medians, ratio } = await compare(
  {
    plain: plainTexts,
    pdf: () => reportToPdf(document),
    docx: () => reportToDocx(document),
  },
  { rounds: 5, warmup: 1 },
);

const size = `${model.zones.length} zones, ${model.assets.length} assets, ${model.conduits.length} conduits`;
console.error(
  `${size}: ${texts.length} texts; CPU ms: texts alone ${medians.plain.cpu.toFixed(0)}, PDF ${medians.pdf.cpu.toFixed(0)}, DOCX ${medians.docx.cpu.toFixed(0)}; ` +
    `longest wait of others, ms: drawing ${median(waits.drawing).toFixed(0)}, fingerprint ${median(waits.fingerprint).toFixed(0)}, report ${median(waits.build).toFixed(0)} (at once ${median(waits.whole).toFixed(0)})`,
);
const [pdf, docx] = [ratio("pdf", "plain").cpu, ratio("docx", "plain").cpu];
const inSlices = median(waits.build) / median(waits.whole);
const hashed = median(waits.fingerprint) / median(waits.whole);
report([
  { name: `PDF of ${size}`, value: pdf, unit: "× its texts alone (CPU)", goal: "≤ 2", holds: pdf <= 2 },
  {
    name: "the same as DOCX",
    value: docx,
    unit: "× its texts alone (CPU)",
    goal: "≤ 0.5",
    holds: docx <= 0.5,
  },
  {
    name: "longest wait while the report is prepared",
    value: inSlices,
    unit: "× preparing it at once",
    goal: "≤ 0.25",
    holds: inSlices <= 0.25,
  },
  {
    name: "longest wait while its fingerprint is reckoned",
    value: hashed,
    unit: "× preparing it at once",
    goal: "≤ 0.25",
    holds: hashed <= 0.25,
  },
]);
