// Keystrokes where they are typed: the same modules in Chromium, timed by the page's own clock.
import { readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { chromium } from "@playwright/test";
import { build } from "vite";
import { findChromium } from "../../scripts/lib/browser.mjs";
import { fromCache, fromRoot } from "../../scripts/lib/root.mjs";

/** One classic script with everything in it, as `window.keystroke`. */
async function bundleForPage() {
  const outDir = fromCache("bench", `${process.pid}-page`);
  await build({
    configFile: false,
    root: fromRoot(),
    logLevel: "error",
    resolve: { alias: { "~": fromRoot("app"), "~db": fromRoot("db") } },
    build: {
      lib: {
        entry: fromRoot("tests", "bench", "check-keystroke.ts"),
        name: "keystroke",
        formats: ["iife"],
        fileName: () => "page.js",
      },
      outDir,
      copyPublicDir: false,
    },
  });
  const script = readFileSync(join(outDir, "page.js"), "utf8");
  rmSync(outDir, { recursive: true, force: true });
  return script;
}

/**
 * Milliseconds of each keystroke, both ways in turn.
 * @param {{ declarations: unknown[], asOf: string, strokes: number, warmup: number }} given
 * @returns {Promise<{ engine: number[], editor: number[] }>}
 */
export async function typeInBrowser(given) {
  const script = await bundleForPage();
  const { executablePath, args, env } = await findChromium();
  const browser = await chromium.launch({ executablePath, args, env: { ...process.env, ...env } });
  try {
    const page = await browser.newPage();
    await page.addScriptTag({ content: script });
    return await page.evaluate(({ declarations, asOf, strokes, warmup }) => {
      // The script above has put it there.
      const hospital = /** @type {any} */ (window).keystroke.aHospital(declarations, asOf);
      /** @type {{ engine: number[], editor: number[] }} */
      const times = { engine: [], editor: [] };
      const time = (
        /** @type {number[]} */ into,
        /** @type {() => unknown} */ type,
        /** @type {number} */ stroke,
      ) => {
        const start = performance.now();
        type();
        if (stroke >= warmup) into.push(performance.now() - start);
      };
      for (let stroke = 0; stroke < warmup + strokes; stroke += 1) {
        time(times.engine, () => hospital.typeThroughEngine(2 * stroke), stroke);
        time(times.editor, () => hospital.typeInEditor(2 * stroke + 1), stroke);
      }
      return times;
    }, given);
  } finally {
    await browser.close();
  }
}
