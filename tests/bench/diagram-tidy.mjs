// Putting 300 zones in order in the portal's own page: the time until they stand, and what the frames do meanwhile.

import { fromRoot, readJson } from "../../scripts/lib/root.mjs";
import { openByAddress, openPage, pressTool } from "./diagram-cordon.mjs";
import { median } from "./harness.mjs";

const LIMIT_MS = 60_000;
const words = readJson(fromRoot("app", "messages", "en", "overlay.json")).tidy;
const { toolbar } = readJson(fromRoot("app", "messages", "en", "diagram.json"));
/** What the canvas does after the boxes have got their places: animation of the view, saving. */
const AFTERWARDS_MS = 600;

/**
 * Milliseconds from the button until all boxes have their places, and the longest time between two frames from the button
 * until a moment after. Each round is taken back, so that all start alike.
 * @param {import("@playwright/test").BrowserContext} context @param {string} id @param {number} rounds
 */
export async function measureTidy(context, id, rounds) {
  const { page } = await openPage(context);
  await openByAddress(page, id, 300);
  await page.waitForTimeout(2_000);
  /** @type {{ total: number, gap: number }[]} */
  const all = [];
  // The first one reads elk from the server, which is another matter.
  for (let round = -1; round < rounds; round += 1) {
    await page.evaluate(() => /** @type {any} */ (window).bench.watch());
    const start = await page.evaluate(() => performance.now());
    await pressTool(page, words.all);
    const end = await page.evaluate(
      async ({ tidied, limit }) => {
        const since = performance.now();
        const said = () => document.querySelector(".tidy-state")?.textContent ?? "";
        while (!new RegExp(tidied).test(said())) {
          if (performance.now() - since > limit) throw new Error(`tidying says: ${said()}`);
          await new Promise((resolve) => requestAnimationFrame(resolve));
        }
        return performance.now();
      },
      { tidied: words.done_other.replace("{{count}}", "\\d+"), limit: LIMIT_MS },
    );
    await page.waitForTimeout(AFTERWARDS_MS);
    const { gap } = await page.evaluate(() => /** @type {any} */ (window).bench.result());
    console.error(`tidy: ${(end - start).toFixed(0)} ms, longest gap ${gap.toFixed(0)} ms`);
    if (round >= 0) all.push({ total: end - start, gap });
    await pressTool(page, toolbar.undo);
    await page.waitForTimeout(2_000);
  }
  await page.close();
  return { total: median(all.map(({ total }) => total)), gap: median(all.map(({ gap }) => gap)) };
}
