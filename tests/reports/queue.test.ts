import { expect, test } from "vitest";
import type { AppError } from "~/domain/shared/app-error";
import { inTurns } from "~/reports/in-turns.server";
import { inQueue } from "~/reports/queue.server";

/** Work that ends when it is told to. */
function aWork() {
  let end: () => void = () => undefined;
  let hasStarted = false;
  const ended = new Promise<void>((resolve) => {
    end = resolve;
  });
  const run = async () => {
    hasStarted = true;
    await ended;
    return "done";
  };
  return { run, end: () => end(), hasStarted: () => hasStarted };
}

const patience = (owner: string, tell?: (before: number) => void) => {
  const given = new AbortController();
  return { owner, tell, signal: given.signal, giveUp: () => given.abort(new Error("nobody waits")) };
};
const settled = () => new Promise((resolve) => setTimeout(resolve, 5));

test("one document is written at a time, in the order in which they were asked for, and each hears how many come first", async () => {
  const works = [aWork(), aWork(), aWork()];
  const heard: Array<Array<number>> = [[], [], []];
  const runs = works.map(({ run }, at) =>
    inQueue(
      patience(`person ${at}`, (before) => heard[at]?.push(before)),
      run,
    ),
  );
  await settled();
  expect(works.map(({ hasStarted }) => hasStarted())).toEqual([true, false, false]);
  works[0]?.end();
  expect(await runs[0]).toBe("done");
  await settled();
  expect(works.map(({ hasStarted }) => hasStarted())).toEqual([true, true, false]);
  works[1]?.end();
  works[2]?.end();
  expect(await Promise.all(runs)).toEqual(["done", "done", "done"]);
  expect(heard[0]).toEqual([]);
  expect(heard[1]?.at(-1)).toBe(1);
  expect([heard[2]?.[0], heard[2]?.at(-1)]).toEqual([2, 1]);
});

test("what fails makes room for the next one", async () => {
  await expect(inQueue(patience("a"), () => Promise.reject(new Error("broken")))).rejects.toThrow("broken");
  expect(await inQueue(patience("a"), () => Promise.resolve("next"))).toBe("next");
});

test("nobody has three at once, and what would wait too long is refused; both can be asked for again", async () => {
  const work = aWork();
  const first = inQueue(patience("greedy"), work.run);
  const second = inQueue(patience("greedy"), work.run);
  await expect(inQueue(patience("greedy"), work.run)).rejects.toMatchObject({
    code: "too-many-requests",
  } satisfies Partial<AppError>);
  const others = Array.from({ length: 7 }, (_, at) => inQueue(patience(`other ${at}`), work.run));
  await expect(inQueue(patience("late"), work.run)).rejects.toMatchObject({ code: "unavailable" });
  work.end();
  await Promise.all([first, second, ...others]);
  expect(await inQueue(patience("greedy"), work.run)).toBe("done");
});

test("who gives up while waiting leaves the queue, and the others move up", async () => {
  const work = aWork();
  const heard: Array<number> = [];
  const running = inQueue(patience("a"), work.run);
  const leaver = patience("b");
  const left = inQueue(leaver, work.run);
  const last = inQueue(
    patience("c", (before) => heard.push(before)),
    work.run,
  );
  expect(heard).toEqual([2]);
  leaver.giveUp();
  await expect(left).rejects.toThrow("nobody waits");
  expect(heard).toEqual([2, 1]);
  work.end();
  expect(await Promise.all([running, last])).toEqual(["done", "done"]);
  await expect(inQueue(leaver, work.run)).rejects.toThrow("nobody waits");
});

function* counting(to: number, each: () => void): Generator<void, number> {
  for (let at = 0; at < to; at += 1) {
    each();
    yield;
  }
  return to;
}

function busyFor(milliseconds: number): void {
  const until = performance.now() + milliseconds;
  while (performance.now() < until);
}

test("work in parts lets others have their turn, and comes to the same", async () => {
  let turns = 0;
  let isOver = false;
  const other = () => {
    turns += 1;
    if (!isOver) setImmediate(other);
  };
  setImmediate(other);
  expect(await inTurns(counting(20, () => busyFor(6)))).toBe(20);
  isOver = true;
  // Two parts fill a slice.
  expect(turns).toBeGreaterThanOrEqual(8);
  expect(await inTurns(counting(0, () => undefined))).toBe(0);
});

test("work in parts that nobody waits for ends, and fails where a part fails", async () => {
  const given = new AbortController();
  let done = 0;
  const parts = counting(1_000, () => {
    done += 1;
    busyFor(3);
    if (done === 20) given.abort(new Error("nobody waits"));
  });
  await expect(inTurns(parts, given.signal)).rejects.toThrow("nobody waits");
  expect(done).toBeLessThan(40);
  const broken = counting(3, () => {
    throw new Error("broken");
  });
  await expect(inTurns(broken)).rejects.toThrow("broken");
});
