// The same graph in other people's libraries, each bundled into a page of its own and taken hold of like the portal's.
import { readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { build } from "vite";
import { fromCache, fromRoot } from "../../scripts/lib/root.mjs";
import { openPage } from "./diagram-cordon.mjs";

/** @typedef {import("./diagram-gestures.mjs").Surface} Surface */
/** @typedef {import("./diagram-graph.mjs").Graph} Graph */

export const PEERS = ["x6", "joint", "maxgraph"];

/** One classic script with the library and what draws with it, as `window.peer`. */
export async function bundlePeer(/** @type {string} */ name) {
  const outDir = fromCache("bench", `${process.pid}-${name}`);
  await build({
    configFile: false,
    root: fromRoot("tests", "bench"),
    logLevel: "error",
    build: {
      lib: {
        entry: fromRoot("tests", "bench", `diagram-peer-${name}.mjs`),
        name: "peer",
        formats: ["iife"],
        fileName: () => "page.js",
      },
      outDir,
      copyPublicDir: false,
    },
    define: { "process.env.NODE_ENV": '"production"' },
  });
  const script = readFileSync(join(outDir, "page.js"), "utf8");
  rmSync(outDir, { recursive: true, force: true });
  return script;
}

const PAGE =
  "<!doctype html><style>body{margin:0;font:14px sans-serif}#canvas{position:relative;overflow:hidden}</style><div id=canvas></div>";

/**
 * An empty page with the library, on a canvas as large as the portal's.
 * @param {import("@playwright/test").BrowserContext} context @param {string} origin any that answers, for a secure page
 * @param {string} script @param {{ width: number, height: number }} size
 */
export async function openPeer(context, origin, script, size) {
  const { page, cdp } = await openPage(context);
  await page.route("**/*", (route) => route.fulfill({ contentType: "text/html", body: PAGE }));
  await page.goto(origin);
  await page.addScriptTag({ content: script });
  await page.evaluate(({ width, height }) => {
    const canvas = /** @type {HTMLElement} */ (document.getElementById("canvas"));
    canvas.style.width = `${width}px`;
    canvas.style.height = `${height}px`;
    /** @type {any} */ (window).peer.prepare(canvas);
  }, size);
  return { page, cdp };
}

/**
 * Milliseconds from the call until two frames after everything is in the document.
 * @param {import("@playwright/test").Page} page @param {Graph} graph
 */
export async function drawIn(page, graph) {
  await page.evaluate((given) => {
    /** @type {any} */ (window).graph = given;
  }, graph);
  return page.evaluate(async () => {
    const { peer, bench, graph: given } = /** @type {any} */ (window);
    const start = performance.now();
    peer.draw(given);
    while (!peer.isDrawn()) await new Promise((resolve) => requestAnimationFrame(resolve));
    await bench.twoFrames();
    return performance.now() - start;
  });
}

/** @returns {Surface} */
export function peerSurface(
  /** @type {import("@playwright/test").Page} */ page,
  /** @type {import("@playwright/test").CDPSession} */ cdp,
  /** @type {{ width: number, height: number }} */ { width, height },
) {
  /** Where a zone is taken hold of, from its corner. */
  let grip = { x: 0, y: 0 };
  const cornerOf = (/** @type {string} */ id) =>
    page.evaluate((zone) => {
      const { x, y } = /** @type {any} */ (window).peer.cornerOf(zone);
      return { x, y };
    }, id);
  return {
    ...{ page, cdp },
    fit: () => page.evaluate(() => /** @type {any} */ (window).peer.fit()),
    async comeClose(id) {
      grip = await page.evaluate((zone) => {
        const { peer } = /** @type {any} */ (window);
        peer.comeClose(zone);
        const { x, y } = peer.cornerOf(zone);
        // Conduits may lie across it.
        for (let spot = 0; spot < 400; spot += 1) {
          const offset = { x: 8 + (spot % 80) * 3, y: 6 + Math.floor(spot / 80) * 4 };
          if (peer.cellAt({ x: x + offset.x, y: y + offset.y }) === zone) return offset;
        }
        throw new Error("nowhere to take hold of the zone");
      }, id);
    },
    view: () => page.evaluate(() => /** @type {any} */ (window).peer.view()),
    async handleOf(id) {
      const { x, y } = await cornerOf(id);
      return { x: x + grip.x, y: y + grip.y };
    },
    emptySpot: () =>
      page.evaluate(
        (size) => {
          const { peer } = /** @type {any} */ (window);
          for (let spot = 1; spot < 400; spot += 1) {
            const at = {
              x: ((spot * 37) % 100) * (size.width / 110),
              y: ((spot * 61) % 100) * (size.height / 110),
            };
            if (peer.cellAt(at) === null) return at;
          }
          throw new Error("no background in view");
        },
        { width, height },
      ),
    middle: async () => ({ x: width / 2, y: height / 2 }),
  };
}
