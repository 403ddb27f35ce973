// What somebody feels who scrolls 500 products × 100 zones in Chromium: frames per second on the way down and across, how
// many elements the grid has on the way, and how long after a jump the last cell in sight is filled.
// `--folder <path>` keeps what is filled in, or measures with what an earlier run has filled in there.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { chromium } from "@playwright/test";
import { findChromium } from "../../scripts/lib/browser.mjs";
import { startPortal } from "./diagram-portal.mjs";
import { importSource, median, report } from "./harness.mjs";

/** @typedef {import("@playwright/test").Page} Page */

const SIZE = { models: 5, zonesOfModel: 20, suppliers: 25, productsOfSupplier: 20, approvals: 100 };
const FRAMES = 600;
const JUMPS = 12;
const GOALS = { frames: 50, nodes: 3_000, filledMs: 300 };

const { values } = parseArgs({
  options: {
    only: { type: "string", multiple: true, default: [] },
    folder: { type: "string" },
    json: { type: "boolean" },
  },
});
const { addPortfolio, addReaders } = await importSource("tests/bench/portfolio-source.ts");
if (values.folder) mkdirSync(values.folder, { recursive: true });
const portal = await startPortal({ kept: values.folder });
const url = `file:${join(portal.folder, "cordon.sqlite")}`;
const note = join(portal.folder, "portfolio.json");
if (!existsSync(note)) {
  const filled = await addPortfolio(url, SIZE, (/** @type {string} */ line) => console.error(line));
  writeFileSync(note, JSON.stringify(filled));
}
console.error(`filled in: ${readFileSync(note, "utf8")}`);
const [cookie = ""] = await addReaders(url, 1);
const [name = "", value = ""] = cookie.split("=");
const { executablePath, args, env } = await findChromium();
const browser = await chromium.launch({ executablePath, args, env: { ...process.env, ...env } });
const context = await browser.newContext({ viewport: { width: 1400, height: 900 } });
await context.addCookies([{ name, value, url: portal.origin }]);
const page = await context.newPage();
await page.goto(`${portal.origin}/hospital/matrix`);
await page.waitForSelector("[data-live-matrix]");

/** How long each frame took and how many elements the grid then had, while it scrolls all the time. */
async function scrolling() {
  const seen = await page.evaluate(async (frames) => {
    const region = document.querySelector(".matrix-region");
    const grid = document.querySelector("table.matrix");
    if (!region || !grid) throw new Error("there is no grid");
    const nextFrame = () => new Promise((resolve) => requestAnimationFrame(resolve));
    const took = [];
    let nodes = 0;
    await nextFrame();
    for (let frame = 0, before = performance.now(); frame < frames; frame += 1) {
      region.scrollTop += 36;
      if (frame % 3 === 0) region.scrollLeft += 24;
      await nextFrame();
      const now = performance.now();
      took.push(now - before);
      before = now;
      nodes = Math.max(nodes, grid.querySelectorAll("*").length);
    }
    return { took, nodes };
  }, FRAMES);
  const frames = seen.took.map((/** @type {number} */ ms) => 1000 / ms).sort((a, b) => a - b);
  const slow = frames[Math.floor(frames.length * 0.05)] ?? Number.NaN;
  const middle = median(frames);
  return [
    ...[
      {
        name: "frames while scrolling, median",
        value: middle,
        unit: "per second",
        goal: `≥ ${GOALS.frames}`,
        holds: middle >= GOALS.frames,
      },
    ],
    { name: "frames while scrolling, worst 5 %", value: slow, unit: "per second", goal: "told", holds: true },
    {
      ...{ name: "elements in the grid, most", value: seen.nodes, unit: "elements" },
      ...{ goal: `< ${GOALS.nodes}`, holds: seen.nodes < GOALS.nodes },
    },
  ];
}

/** From the stop of a jump far away until no row in sight is waited for. */
async function filling() {
  /** @type {number[]} */
  const times = [];
  for (let jump = 0; jump < JUMPS; jump += 1) {
    // Nothing of an earlier jump is kept: the page is another one.
    await page.reload();
    await page.waitForSelector("[data-live-matrix]");
    await page.waitForTimeout(500);
    const took = await page.evaluate(
      async (share) => {
        const region = document.querySelector(".matrix-region");
        if (!region) throw new Error("there is no grid");
        region.scrollTop = region.scrollHeight * share;
        const stopped = performance.now();
        // The rows of that place are drawn with the next frames, empty at first.
        await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
        while (region.querySelector("[aria-busy]")) await new Promise((resolve) => setTimeout(resolve, 5));
        return performance.now() - stopped;
      },
      0.15 + (0.8 * jump) / JUMPS,
    );
    times.push(took);
  }
  console.error(`filled after ${times.map((ms) => ms.toFixed(0)).join(", ")} ms`);
  const middle = median(times);
  return [
    {
      ...{ name: "last cell filled after a jump, median", value: middle, unit: "ms" },
      ...{ goal: `< ${GOALS.filledMs}`, holds: middle < GOALS.filledMs },
    },
  ];
}

const SECTIONS = { scrolling, filling };
const unknown = values.only.filter((one) => !(one in SECTIONS));
if (unknown.length > 0)
  throw new Error(`no section ${unknown.join(", ")}: ${Object.keys(SECTIONS).join(", ")}`);
const findings = [];
for (const [one, section] of Object.entries(SECTIONS))
  if (values.only.length === 0 || values.only.includes(one)) findings.push(...(await section()));
await browser.close();
portal.stop();
report(findings);
