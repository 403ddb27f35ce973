import type { Answers, Asked, Said, Stage } from "./reading";

type Reading = { signal: AbortSignal; onStage(stage: Stage): void };

/**
 * Reads in a worker, so that the page stays usable and `signal` ends it at once, whatever it is doing. Undefined where it
 * was ended. Rejects where the browser cannot run it or the file cannot be read.
 */
export function readBeside<What extends Asked["what"]>(
  asked: Extract<Asked, { what: What }>,
  { signal, onStage }: Reading,
): Promise<Answers[What] | undefined> {
  if (signal.aborted) return Promise.resolve(undefined);
  const worker = new Worker(new URL("./reading-worker.ts", import.meta.url), { type: "module" });
  const answer = new Promise<Answers[What] | undefined>((resolve, reject) => {
    const fail = () => reject(new Error("the file could not be read beside the page"));
    worker.addEventListener("message", ({ data }: MessageEvent<Said>) => {
      if ("stage" in data) onStage(data.stage);
      else if ("failed" in data) fail();
      // The worker answers what it was asked.
      else resolve(data.answer as Answers[What]);
    });
    worker.addEventListener("error", fail);
    worker.addEventListener("messageerror", fail);
    signal.addEventListener("abort", () => resolve(undefined), { once: true });
  });
  worker.postMessage(asked);
  return answer.finally(() => worker.terminate());
}
