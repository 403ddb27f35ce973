// The portal as it runs in production, filled with the models of the diagram bench through its own pages and routes.
import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { ensureBuilt } from "../../scripts/lib/build.mjs";
import { findFreePort } from "../../scripts/lib/ports.mjs";
import { fromRoot } from "../../scripts/lib/root.mjs";

/** @typedef {import("@playwright/test").Page} Page */

const START_LIMIT_MS = 120_000;
const EMAIL = "engineer@demo-hospital.example";
const PASSWORD = "cordon-demo-2026";

/**
 * Builds where a source has changed, and starts a portal of its own with the demo. Ends with `stop`, and leaves nothing
 * but in a folder that is to be `kept`.
 * @param {{ kept?: string, more?: Readonly<Record<string, string>> }} [options] `more` of its environment
 */
export async function startPortal({ kept, more = {} } = {}) {
  if (!(await ensureBuilt())) throw new Error("the portal does not build");
  const folder = kept ?? mkdtempSync(join(tmpdir(), "cordon-bench-"));
  const port = await findFreePort(43_300);
  const origin = `http://localhost:${port}`;
  const env = {
    ...process.env,
    NODE_ENV: "production",
    PORT: String(port),
    DATA_DIR: folder,
    DEMO: "yes",
    ...more,
  };
  const server = spawn(process.execPath, [fromRoot("app", "server", "main.mjs")], {
    ...{ cwd: fromRoot(), env },
    stdio: ["ignore", "ignore", "inherit"],
  });
  const stop = () => {
    server.kill("SIGKILL");
    if (!kept) rmSync(folder, { recursive: true, force: true });
  };
  process.once("exit", stop);
  for (const since = Date.now(); !(await isReady(origin)); await pause(200))
    if (Date.now() - since > START_LIMIT_MS || server.exitCode !== null)
      throw new Error("the portal does not start");
  return { origin, folder, stop, pid: server.pid ?? 0 };
}

async function isReady(/** @type {string} */ origin) {
  const answer = await fetch(`${origin}/readyz`).catch(() => undefined);
  return answer?.ok ?? false;
}

export async function signIn(/** @type {Page} */ page) {
  await page.goto("/sign-in");
  await page.locator("input[name=email]").fill(EMAIL);
  await page.locator("input[name=password]").fill(PASSWORD);
  await page.locator("main form button[type=submit]").click();
  await page.waitForURL((url) => url.pathname !== "/sign-in");
}

/**
 * A model with that content, made and filled as a person would: the form for a new one, then an import.
 * @param {Page} page of somebody who may draw @param {string} name @param {unknown[]} commands
 * @returns {Promise<string>} its id
 */
export async function seedModel(page, name, commands) {
  await page.goto("/hospital/models/new");
  await page.locator("input[name=name]").fill(name);
  const sites = page.locator("select[name=siteId]");
  if (await sites.count()) await sites.selectOption("");
  await page.locator("input[name=siteName]").fill("Bench");
  await page.locator("main form button[type=submit]").click();
  await page.waitForURL((url) => /\/hospital\/models\/(?!new$)[^/]+$/.test(url.pathname));
  const id = new URL(page.url()).pathname.split("/").at(-1) ?? "";
  if (commands.length === 0) return id;
  const answer = await page.evaluate(
    async ({ path, body }) => {
      const headers = { "Content-Type": "application/json", "X-Requested-With": "cordon" };
      const response = await fetch(path, { method: "POST", headers, body });
      return { ok: response.ok, text: await response.text() };
    },
    {
      path: `/hospital/models/${id}/imports`,
      body: JSON.stringify({ version: 0, source: "zone-model-json", commands }),
    },
  );
  if (!answer.ok) throw new Error(`the import was refused: ${answer.text.slice(0, 300)}`);
  return id;
}
