import { existsSync } from "node:fs";
import { Worker } from "node:worker_threads";
import type { ReportDocument, SheetDocument } from "./document";

export type WritingOrder =
  | { as: "report-pdf" | "report-docx"; document: ReportDocument }
  | { as: "sheet-pdf"; document: SheetDocument };

/** What the worker says: how many blocks are written, and at the end the bytes. */
export type WorkerMessage = { done: number; of: number } | { bytes: Uint8Array };

type Writing = { signal?: AbortSignal; tell?: (done: number, of: number) => void };

const WORKER = "app/reports/writers/worker.mjs";
/** The largest model takes a twentieth of it on a machine of its own; what takes longer has lost its way. */
const TIME_LIMIT_MS = 120_000;
const MEMORY_LIMIT_MB = 1_024;

/**
 * The bytes of a document, written in a worker: the server answers others meanwhile. `signal` ends the worker and
 * rejects with its reason.
 */
export function writeDocument(
  order: WritingOrder,
  { signal, tell = () => undefined }: Writing = {},
): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    signal?.throwIfAborted();
    const worker = new Worker(workerUrl(), {
      workerData: order,
      resourceLimits: { maxOldGenerationSizeMb: MEMORY_LIMIT_MB },
    });
    const giveUp = () => {
      // Whatever reason an abort has, it is what `throwIfAborted` would throw.
      reject(signal?.reason as Error);
      void worker.terminate();
    };
    signal?.addEventListener("abort", giveUp, { once: true });
    const limit = setTimeout(() => {
      reject(new Error("writing the document took too long"));
      void worker.terminate();
    }, TIME_LIMIT_MS);
    worker.on("message", (message: WorkerMessage) => {
      if ("bytes" in message) resolve(message.bytes);
      else tell(message.done, message.of);
    });
    worker.once("error", reject);
    worker.once("exit", (code) => {
      clearTimeout(limit);
      signal?.removeEventListener("abort", giveUp);
      // After the bytes this changes nothing: the promise is settled.
      reject(new Error(`the writer of documents ended with ${code}`));
    });
  });
}

/** From `app/reports` and from `build/server` two folders up, from the parts of a build three. */
function workerUrl(): URL {
  const here = ["../../", "../../../"].map((up) => new URL(up + WORKER, import.meta.url));
  const found = here.find((url) => existsSync(url));
  if (!found) throw new Error(`${WORKER} is missing beside the build`);
  return found;
}
