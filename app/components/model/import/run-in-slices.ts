/** Less than a frame: the page still draws and answers in between. */
const SLICE_MS = 10;

type Slices = { signal: AbortSignal; onProgress(share: number): void };

/**
 * Runs what yields how far it is, in slices of a few milliseconds, and tells how far after each of them but the last.
 * Undefined where it was stopped.
 */
export async function runInSlices<Value>(
  steps: Generator<number, Value, undefined>,
  { signal, onProgress }: Slices,
): Promise<Value | undefined> {
  while (!signal.aborted) {
    const end = performance.now() + SLICE_MS;
    for (;;) {
      const step = steps.next();
      if (step.done) return step.value;
      if (performance.now() < end) continue;
      onProgress(step.value);
      break;
    }
    await nextTask();
  }
  return undefined;
}

/** After what waits in the page: events, drawing. Unlike a timer it is not held back in a hidden tab. */
function nextTask(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
}
