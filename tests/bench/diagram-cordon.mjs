// The portal's own diagram as a surface for the gestures.
import { fromRoot, readJson } from "../../scripts/lib/root.mjs";
import { watchFrames } from "./diagram-gestures.mjs";

/** @typedef {import("./diagram-gestures.mjs").Surface} Surface */
/** @typedef {import("@playwright/test").Page} Page */

const CANVAS = ".editor-canvas";
const DRAW_LIMIT_MS = 60_000;
const ANIMATION_MS = 300;
const words = readJson(fromRoot("app", "messages", "en", "diagram.json"));

/** Presses a button of the toolbar, without moving the mouse there. */
export async function pressTool(/** @type {Page} */ page, /** @type {string} */ name) {
  await page.evaluate((wanted) => {
    const buttons = [...document.querySelectorAll(".editor-toolbar button")];
    const found = buttons.find(
      (button) => button.getAttribute("aria-label") === wanted || button.textContent?.trim() === wanted,
    );
    if (!found) throw new Error(`no button ${wanted}`);
    /** @type {HTMLElement} */ (found).click();
  }, name);
}

/** A page of somebody who is signed in, with the frame watch. */
export async function openPage(/** @type {import("@playwright/test").BrowserContext} */ context) {
  const page = await context.newPage();
  await page.addInitScript(watchFrames);
  const cdp = await context.newCDPSession(page);
  await cdp.send("Performance.enable");
  return { page, cdp };
}

/** Runs in the page: settles two frames after so many zones are drawn; gives back when, by the page's clock. */
async function untilDrawn(/** @type {number} */ zones) {
  const nodes = document.getElementsByClassName("react-flow__node");
  const lines = document.getElementsByClassName("conduit-line");
  while (nodes.length < zones || (zones > 0 && lines.length === 0))
    await new Promise((resolve) => requestAnimationFrame(resolve));
  await /** @type {any} */ (window).bench.twoFrames();
  return performance.now();
}

/**
 * Opens the diagram from the list of models, when the code of the page is there already: milliseconds from the last byte
 * of its data until two frames after everything is drawn, which is what a call of the peers does.
 * @param {Page} page @param {{ id: string, name: string }} model @param {number} zones
 */
export async function openFromList(page, { id, name }, zones) {
  const path = `/hospital/models/${id}`;
  await page.locator(`main a[href="${path}"]`).first().waitFor({ state: "attached" });
  await page.evaluate(() => performance.clearResourceTimings());
  await follow(page, path);
  await page.waitForURL((url) => url.pathname === path);
  const drawn = await page.evaluate(untilDrawn, zones);
  const read = await page.evaluate((to) => {
    const entries = performance.getEntriesByType("resource").filter(({ name: from }) => {
      const { pathname, searchParams } = new URL(from);
      return pathname === `${to}.data` || (pathname === to && searchParams.has("_data"));
    });
    return Math.max(...entries.map((entry) => /** @type {any} */ (entry).responseEnd));
  }, path);
  if (!Number.isFinite(read)) throw new Error(`the data of ${name} was not read on the way`);
  return drawn - read;
}

/** Follows a link of the page, whether it is in view or not. */
async function follow(/** @type {Page} */ page, /** @type {string} */ path) {
  await page.evaluate((to) => {
    const link = [...document.querySelectorAll("a")].find((one) => one.getAttribute("href") === to);
    /** @type {HTMLElement} */ (link).click();
  }, path);
}

/** Opens the list of models without loading the page anew. */
export async function goToList(/** @type {Page} */ page) {
  await follow(page, "/hospital/models");
  await page.waitForURL((url) => url.pathname === "/hospital/models");
}

/** Milliseconds from the address to two frames after everything is drawn: server, scripts and all. */
export async function openByAddress(/** @type {Page} */ page, /** @type {string} */ id, zones = 0) {
  page.setDefaultTimeout(DRAW_LIMIT_MS);
  await page.goto(`/hospital/models/${id}`, { waitUntil: "commit" });
  return page.evaluate(untilDrawn, zones);
}

/** @returns {Surface & { size: () => Promise<{ width: number, height: number }> }} */
export function cordonSurface(
  /** @type {Page} */ page,
  /** @type {import("@playwright/test").CDPSession} */ cdp,
) {
  const press = async (/** @type {string} */ name) => {
    await pressTool(page, name);
    await page.waitForTimeout(ANIMATION_MS);
  };
  const rect = () =>
    page.evaluate((selector) => {
      const { x, y, width, height } = /** @type {Element} */ (
        document.querySelector(selector)
      ).getBoundingClientRect();
      return { x, y, width, height };
    }, CANVAS);
  return {
    ...{ page, cdp },
    fit: () => press(words.toolbar.fit),
    async comeClose(id) {
      await page.evaluate((zone) => {
        const title = document.querySelector(`[data-zone-id="${zone}"] .zone-title`);
        const said = title?.getAttribute("aria-label") ?? "";
        const rows = [...document.querySelectorAll(".outline-pick")];
        const row = rows.find(({ firstChild }) => said.startsWith(`${firstChild?.textContent}, `));
        /** @type {any} */ (row).click();
      }, id);
      await page.waitForTimeout(ANIMATION_MS);
      await press(words.action.actualSize);
    },
    view: () =>
      page.evaluate(() => {
        const viewport = /** @type {HTMLElement} */ (document.querySelector(".react-flow__viewport"));
        const { e: x, f: y, a: zoom } = new DOMMatrix(getComputedStyle(viewport).transform);
        return { x, y, zoom };
      }),
    handleOf: (id) =>
      page.evaluate((zone) => {
        const title = /** @type {Element} */ (document.querySelector(`[data-zone-id="${zone}"] .zone-words`));
        const { x, y, height } = title.getBoundingClientRect();
        return { x: x + 4, y: y + height / 2 };
      }, id),
    emptySpot: () =>
      page.evaluate((selector) => {
        const { x, y, width, height } = /** @type {Element} */ (
          document.querySelector(selector)
        ).getBoundingClientRect();
        for (let spot = 1; spot < 400; spot += 1) {
          const at = {
            x: x + ((spot * 37) % 100) * (width / 110),
            y: y + ((spot * 61) % 100) * (height / 110),
          };
          if (document.elementFromPoint(at.x, at.y)?.classList.contains("react-flow__pane")) return at;
        }
        throw new Error("no background in view");
      }, CANVAS),
    async middle() {
      const { x, y, width, height } = await rect();
      return { x: x + width / 2, y: y + height / 2 };
    },
    async size() {
      const { width, height } = await rect();
      return { width: Math.round(width), height: Math.round(height) };
    },
  };
}
