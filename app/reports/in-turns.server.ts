/** So long others wait at most for one slice of the work, beyond its longest part. */
const SLICE_MS = 10;

/**
 * Drives work in parts to its end and lets the server answer others between them. Throws the reason of `signal` where
 * nobody waits for it any more.
 */
export async function inTurns<T>(parts: Generator<void, T>, signal?: AbortSignal): Promise<T> {
  let since = performance.now();
  for (;;) {
    const part = parts.next();
    if (part.done) return part.value;
    if (performance.now() - since < SLICE_MS) continue;
    await new Promise((resolve) => setImmediate(resolve));
    signal?.throwIfAborted();
    since = performance.now();
  }
}
