import ELK from "elkjs/lib/elk-api.js";
import workerUrl from "elkjs/lib/elk-worker.min.js?url";
import type { ElkGraph, ElkZone } from "./elk-graph";
import { layOutInParts } from "./in-parts";

/**
 * Lets elk work in a worker of its own, which ends with it: its code is as large as the rest of the portal, and it
 * keeps no memory between two runs. `onDone` hears how many zones are done. Throws what elk throws, and an AbortError
 * after `signal`.
 */
export async function runElk(
  graph: ElkGraph,
  signal: AbortSignal,
  onDone: (zones: number) => void,
): Promise<Pick<ElkZone, "children">> {
  signal.throwIfAborted();
  const elk = new ELK({ workerFactory: () => new Worker(workerUrl) });
  const stop = new Promise<never>((_, refuse) => {
    signal.addEventListener("abort", () => refuse(signal.reason), { once: true });
  });
  // It may come between two parts, when nobody waits for it; the next part asks again.
  stop.catch(() => {});
  try {
    return await layOutInParts(graph, (part) => Promise.race([elk.layout(part), stop]), onDone);
  } finally {
    elk.terminateWorker();
  }
}
