import { mkdirSync, mkdtempSync, readdirSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import { defineConfig } from "@playwright/test";
import { findChromium } from "./scripts/lib/browser.mjs";

const cache = join(import.meta.dirname, ".cache");
const port = process.env.CORDON_JOURNEYS_PORT ?? "43117";
const report = process.env.CORDON_JOURNEYS_REPORT ?? join(cache, "results", "journeys.json");

const folders = join(cache, "journeys");
const DAY_MS = 24 * 60 * 60 * 1000;

/** What a killed run has left; a younger folder may belong to a run beside this one. */
function removeOldDataFolders(): void {
  for (const name of readdirSync(folders)) {
    const folder = join(folders, name);
    const isOld = Date.now() - statSync(folder).mtimeMs > DAY_MS;
    if (name.startsWith("data-") && isOld) rmSync(folder, { recursive: true, force: true });
  }
}

/** Each run starts from an empty portal with its demo; the folder goes with the run. */
function createDataFolder(): string {
  mkdirSync(folders, { recursive: true });
  removeOldDataFolders();
  const folder = mkdtempSync(join(folders, "data-"));
  process.once("exit", () => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

// Playwright reads this file again in every worker: what is found once is handed on by the environment.
delete process.env.DATABASE_URL;
process.env.CORDON_JOURNEYS_DATA ??= createDataFolder();
process.env.CORDON_JOURNEYS_BROWSER ??= JSON.stringify(await findChromium());
const { executablePath, args, env }: Awaited<ReturnType<typeof findChromium>> = JSON.parse(
  process.env.CORDON_JOURNEYS_BROWSER,
);

export default defineConfig({
  testDir: "tests/journeys",
  // Pictures are taken when somebody asks for them, and then nothing else runs.
  ...(process.env.CORDON_SCREENSHOTS === "yes"
    ? { testMatch: "screenshots.spec.ts" }
    : { testIgnore: "screenshots.spec.ts" }),
  outputDir: ".cache/journeys/output",
  // Journeys change only what they have created, so that two may run side by side.
  workers: 2,
  // On a machine of its own a journey that fails once fails. Where others share it, it may try again, and is named.
  retries: process.env.CI ? 1 : 0,
  // What hangs ends; how long a page takes is no question here.
  timeout: 300_000,
  expect: { timeout: 60_000 },
  forbidOnly: Boolean(process.env.CI),
  reporter: [["list"], ["json", { outputFile: report }]],
  use: {
    baseURL: `http://localhost:${port}`,
    // A trace of pages this large takes longer than the journey: `--trace on` where the picture is not enough.
    trace: "off",
    screenshot: "only-on-failure",
    // What moves is neither looked at nor waited for.
    contextOptions: { reducedMotion: "reduce" },
    actionTimeout: 60_000,
    navigationTimeout: 90_000,
    launchOptions: { executablePath, args, env: { ...process.env, ...env } as Record<string, string> },
  },
  webServer: {
    command: "node app/server/main.mjs",
    url: `http://localhost:${port}/readyz`,
    timeout: 120_000,
    reuseExistingServer: false,
    stdout: "ignore",
    stderr: "pipe",
    gracefulShutdown: { signal: "SIGTERM", timeout: 10_000 },
    env: {
      NODE_ENV: "production",
      PORT: port,
      DATA_DIR: process.env.CORDON_JOURNEYS_DATA,
      DEMO: "yes",
    },
  },
});
