// Real gestures through the debug protocol, and what they cost by the browser's own count. Runs against any drawing: the
// portal's page and those of the peers give the same hold (`Surface`).

/** @typedef {import("@playwright/test").Page} Page */
/** @typedef {import("@playwright/test").CDPSession} CDPSession */
/** @typedef {{ x: number, y: number }} Point On the screen. */
/** @typedef {{ task: number, fps: number, longest: number, gap: number }} Cost Milliseconds of the main thread per step; frames per second; the longest task above 50 ms, else 0; the longest time between two frames. */
/**
 * @typedef {object} Surface
 * @property {Page} page
 * @property {CDPSession} cdp
 * @property {() => Promise<void>} fit everything in view
 * @property {(id: string) => Promise<void>} comeClose to a zone, at 100 %
 * @property {() => Promise<{ x: number, y: number, zoom: number }>} view
 * @property {(id: string) => Promise<Point>} handleOf where a zone is taken hold of
 * @property {() => Promise<Point>} emptySpot nothing but background
 * @property {() => Promise<Point>} middle
 */

const MOVES = 40;
const TURNS = 15;
const SETTLE_MS = 250;

/** In every page, before anything else: frames and long tasks are written down while `bench.watch()` says so. */
export function watchFrames() {
  /** @type {number[]} */
  let frames = [];
  /** @type {number[]} */
  let tasks = [];
  let isOn = false;
  new PerformanceObserver((list) => tasks.push(...list.getEntries().map(({ duration }) => duration))).observe(
    {
      type: "longtask",
    },
  );
  const frame = (/** @type {number} */ at) => {
    if (!isOn) return;
    frames.push(at);
    requestAnimationFrame(frame);
  };
  /** @type {any} */ (window).bench = {
    watch() {
      frames = [];
      tasks = [];
      isOn = true;
      requestAnimationFrame(frame);
    },
    result() {
      isOn = false;
      const gaps = frames.slice(1).map((at, place) => at - frames[place]);
      const time = (frames.at(-1) ?? 0) - (frames[0] ?? 0);
      return {
        fps: (gaps.length / time) * 1_000,
        longest: Math.max(0, ...tasks),
        gap: Math.max(0, ...gaps),
      };
    },
    twoFrames: () =>
      new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => resolve(undefined)))),
  };
}

/** By the browser's own count. */
async function countersOf(/** @type {CDPSession} */ cdp) {
  const { metrics } = await cdp.send("Performance.getMetrics");
  return Object.fromEntries(metrics.map(({ name, value }) => [name, value]));
}

/** Bytes in use after everything unused has been cleared away. */
export async function heapOf(/** @type {CDPSession} */ cdp) {
  for (let time = 0; time < 2; time += 1) await cdp.send("HeapProfiler.collectGarbage");
  return (await countersOf(cdp)).JSHeapUsedSize;
}

/**
 * The cost of a gesture of `steps` inputs, until it has settled.
 * @param {Surface} surface @param {number} steps @param {() => Promise<void>} gesture
 * @returns {Promise<Cost>}
 */
async function costOf({ page, cdp }, steps, gesture) {
  const before = await countersOf(cdp);
  await page.evaluate(() => /** @type {any} */ (window).bench.watch());
  await gesture();
  const frames = await page.evaluate(() => /** @type {any} */ (window).bench.result());
  await page.evaluate(() => /** @type {any} */ (window).bench.twoFrames());
  const after = await countersOf(cdp);
  return { ...frames, task: ((after.TaskDuration - before.TaskDuration) * 1_000) / steps };
}

/** Moves the pressed mouse away and back again, so that everything stays in view. */
async function dragThereAndBack(/** @type {Page} */ page, /** @type {Point} */ from, away = { x: 6, y: 4 }) {
  for (let move = 1; move <= MOVES; move += 1) {
    const reach = move <= MOVES / 2 ? move : MOVES - move;
    await page.mouse.move(from.x + away.x * reach, from.y + away.y * reach);
  }
}

/** @param {Surface} surface */
export async function pan(surface) {
  const { page } = surface;
  const from = await surface.emptySpot();
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  // What pressing sets off (focus, deselecting) belongs to the gesture, once.
  const before = await surface.view();
  const cost = await costOf(surface, MOVES, async () => {
    await dragThereAndBack(page, from);
    await page.mouse.move(from.x + 30, from.y + 20);
  });
  await page.mouse.up();
  const after = await surface.view();
  if (Math.abs(after.x - before.x) < 10) throw new Error("panning moved nothing");
  return cost;
}

/** @param {Surface} surface */
export async function zoom(surface) {
  const { page } = surface;
  const { x, y } = await surface.middle();
  await page.mouse.move(x, y);
  const before = await surface.view();
  let nearest = before.zoom;
  const cost = await costOf(surface, 2 * TURNS, async () => {
    for (let turn = 0; turn < 2 * TURNS; turn += 1) {
      await page.mouse.wheel(0, turn < TURNS ? -100 : 100);
      // A wheel that is turned: one step per frame at most, and none before the last one has been drawn.
      await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(resolve)));
      if (turn === TURNS - 1) nearest = (await surface.view()).zoom;
    }
  });
  if (nearest < Math.min(4 * before.zoom, 1.5))
    throw new Error(`zooming led from ${before.zoom} to ${nearest} only`);
  return cost;
}

/** @param {Surface} surface @param {string} zoneId */
export async function drag(surface, zoneId) {
  const { page } = surface;
  const from = await surface.handleOf(zoneId);
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  const cost = await costOf(surface, MOVES, async () => {
    await dragThereAndBack(page, from, { x: 4, y: 3 });
    await page.mouse.move(from.x + 40, from.y + 30);
  });
  await page.mouse.up();
  // maxGraph moves a zone when it is let go; until then only its outline.
  const now = await surface.handleOf(zoneId);
  if (Math.hypot(now.x - from.x, now.y - from.y) < 20) throw new Error("dragging moved nothing");
  return cost;
}

/**
 * All gestures, in the order of `performance.md` §2.1.
 * @param {Surface} surface @param {string} zoneId the zone to be dragged
 */
export async function gesturesOn(surface, zoneId) {
  const settle = () => surface.page.waitForTimeout(SETTLE_MS);
  await surface.fit();
  await settle();
  const panAtFit = await pan(surface);
  await surface.fit();
  await settle();
  const zooming = await zoom(surface);
  await surface.comeClose(zoneId);
  await settle();
  const panNear = await pan(surface);
  await surface.comeClose(zoneId);
  await settle();
  const dragging = await drag(surface, zoneId);
  return { panAtFit, zooming, panNear, dragging };
}
