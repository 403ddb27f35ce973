// @ts-check
// Entry of the worker: one document in, how far it is while it is written, its bytes out.
import { parentPort, workerData } from "node:worker_threads";

/** @import { WorkerMessage, WritingOrder } from "../write-document.server" */

/** @type {WritingOrder} */
const order = workerData;
const TELL_EVERY_MS = 100;
let told = performance.now();

function post(/** @type {WorkerMessage} */ message) {
  parentPort?.postMessage(message);
}

function progress(/** @type {number} */ done, /** @type {number} */ of) {
  if (performance.now() - told < TELL_EVERY_MS) return;
  told = performance.now();
  post({ done, of });
}

async function written() {
  switch (order.as) {
    case "report-pdf":
      return (await import("./to-pdf.mjs")).reportToPdf(order.document, progress);
    case "sheet-pdf":
      return (await import("./to-pdf.mjs")).sheetToPdf(order.document);
    case "report-docx":
      return (await import("./to-docx.mjs")).reportToDocx(order.document, progress);
  }
}

post({ bytes: new Uint8Array(await written()) });
