import { expect, test, vi } from "vitest";
import { runInSlices } from "~/components/model/import/run-in-slices";

/** Work of `count` steps of a millisecond each. */
function* work(count: number, done: { steps: number }): Generator<number, string, undefined> {
  for (let step = 1; step <= count; step += 1) {
    const end = performance.now() + 1;
    while (performance.now() < end);
    done.steps = step;
    yield step / count;
  }
  return "done";
}

test("long work lets others in between, and tells how far it is", async () => {
  const shares: Array<number> = [];
  let turns = 0;
  const timer = setInterval(() => {
    turns += 1;
  }, 1);
  const result = await runInSlices(work(100, { steps: 0 }), {
    signal: new AbortController().signal,
    onProgress: (share) => shares.push(share),
  });
  clearInterval(timer);
  expect(result).toBe("done");
  expect(turns).toBeGreaterThan(3);
  expect(shares.length).toBeGreaterThan(3);
  expect(shares.toSorted((a, b) => a - b)).toEqual(shares);
});

test("short work is done at once, and nobody is told of progress", async () => {
  const onProgress = vi.fn();
  function* steps(): Generator<number, string, undefined> {
    yield 1;
    return "done";
  }
  const { signal } = new AbortController();
  expect(await runInSlices(steps(), { signal, onProgress })).toBe("done");
  expect(onProgress).not.toHaveBeenCalled();
});

test("work that is stopped ends after the slice it is in", async () => {
  const stop = new AbortController();
  const done = { steps: 0 };
  const result = await runInSlices(work(100, done), {
    signal: stop.signal,
    onProgress: () => stop.abort(),
  });
  expect(result).toBeUndefined();
  expect(done.steps).toBeGreaterThan(0);
  expect(done.steps).toBeLessThan(60);
});
