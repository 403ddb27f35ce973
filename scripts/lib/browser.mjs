// Finds a Chromium for the journeys. Never a download and never a silent skip: a journey that did not run proves nothing.
import { existsSync, readdirSync } from "node:fs";
import { homedir } from "node:os";
import { delimiter, join } from "node:path";
import { unpackChromium } from "./packed-chromium.mjs";

/** @typedef {{ executablePath: string, args: string[], env: Record<string, string> }} Browser */

const COMMANDS = [
  "chromium",
  "chromium-browser",
  "google-chrome",
  "google-chrome-stable",
  "microsoft-edge",
  "microsoft-edge-stable",
];
const MAC_PLACES = [
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
];
const WINDOWS_PLACES = [
  ["Google", "Chrome", "Application", "chrome.exe"],
  ["Chromium", "Application", "chrome.exe"],
  ["Microsoft", "Edge", "Application", "msedge.exe"],
];
/** Where the executable lies inside a folder of Playwright's own cache, by platform and age of the layout. */
const PLAYWRIGHT_PLACES = [
  "chrome-linux64/chrome",
  "chrome-linux/chrome",
  "chrome-headless-shell-linux64/chrome-headless-shell",
  "chrome-linux/headless_shell",
  "chrome-mac/Chromium.app/Contents/MacOS/Chromium",
  "chrome-mac-arm64/Google Chrome for Testing.app/Contents/MacOS/Google Chrome for Testing",
  "chrome-mac-x64/Google Chrome for Testing.app/Contents/MacOS/Google Chrome for Testing",
  "chrome-win/chrome.exe",
  "chrome-win64/chrome.exe",
];
const ARGS = [
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];
const START_LIMIT_MS = 30_000;

function listOnPath() {
  const folders = (process.env.PATH ?? "").split(delimiter).filter(Boolean);
  return COMMANDS.flatMap((command) => folders.map((folder) => join(folder, command)));
}

function listInstalled() {
  if (process.platform === "darwin") return MAC_PLACES.flatMap((place) => [place, join(homedir(), place)]);
  if (process.platform !== "win32") return listOnPath();
  const roots = [process.env.PROGRAMFILES, process.env["PROGRAMFILES(X86)"], process.env.LOCALAPPDATA];
  return roots.filter(Boolean).flatMap((root) => WINDOWS_PLACES.map((place) => join(root, ...place)));
}

function playwrightCache() {
  if (process.env.PLAYWRIGHT_BROWSERS_PATH) return process.env.PLAYWRIGHT_BROWSERS_PATH;
  if (process.platform === "darwin") return join(homedir(), "Library", "Caches", "ms-playwright");
  if (process.platform === "win32") return join(process.env.LOCALAPPDATA ?? homedir(), "ms-playwright");
  return join(process.env.XDG_CACHE_HOME || join(homedir(), ".cache"), "ms-playwright");
}

function listInPlaywrightCache() {
  const cache = playwrightCache();
  if (!existsSync(cache)) return [];
  const folders = readdirSync(cache).filter((name) => name.startsWith("chromium"));
  return folders
    .sort()
    .reverse()
    .flatMap((folder) => PLAYWRIGHT_PLACES.map((place) => join(cache, folder, place)));
}

/** The sandbox refuses to run as root and seldom works in a container of a build machine. */
function isWithoutSandbox() {
  return process.getuid?.() === 0 || Boolean(process.env.CI);
}

/** @returns {Browser} */
function describeBrowser(executablePath, env = {}, withoutSandbox = isWithoutSandbox()) {
  return { executablePath, args: withoutSandbox ? ["--no-sandbox", ...ARGS] : ARGS, env };
}

/** The telling lines of Playwright's long message: its first, and what the browser itself said last. */
function toReason(error) {
  const lines = error.message
    .split("\n")
    .map((line) => line.replace(/^\s*-?\s*(\[pid=\d+\]\[err\])?\s*/, ""));
  const said = lines.filter((line) =>
    /error while loading|cannot open|ERROR:|FATAL:|No usable sandbox/.test(line),
  );
  return [lines[0], said.at(-1)].filter(Boolean).join(" – ");
}

/** Renders a page as the journeys will: `--version` alone succeeds where a sandbox or a library is missing. */
async function whyNotStarting({ executablePath, args, env }) {
  const { chromium } = await import("@playwright/test");
  let browser;
  try {
    browser = await chromium.launch({
      executablePath,
      args,
      env: { ...process.env, ...env },
      timeout: START_LIMIT_MS,
    });
    const page = await browser.newPage();
    await page.goto("data:text/html,<p>cordon</p>");
    return undefined;
  } catch (error) {
    return toReason(error);
  } finally {
    await browser?.close();
  }
}

async function pickStarting(browsers, refused) {
  for (const browser of browsers) {
    const reason = await whyNotStarting(browser);
    if (reason === undefined) return browser;
    refused.push(`${browser.executablePath}: ${reason}`);
  }
  return undefined;
}

function pickInstalled(refused) {
  const places = [...listInstalled(), ...listInPlaywrightCache()].filter((place) => existsSync(place));
  return pickStarting(
    places.map((place) => describeBrowser(place)),
    refused,
  );
}

async function pickPacked(refused) {
  const { executablePath, envs, reason } = unpackChromium();
  if (reason) return void refused.push(reason);
  // It visits our own server only, so a machine without user namespaces may run it without a sandbox too.
  const sandboxes = isWithoutSandbox() ? [true] : [false, true];
  const browsers = sandboxes.flatMap((without) =>
    envs.map((env) => describeBrowser(executablePath, env, without)),
  );
  return pickStarting(browsers, refused);
}

async function search(wish, refused) {
  if (wish === "package") return pickPacked(refused);
  if (wish) return pickStarting([describeBrowser(wish)], refused);
  return (await pickInstalled(refused)) ?? pickPacked(refused);
}

/**
 * A browser that has been seen to render a page: `CORDON_CHROMIUM` (a path, or `package` for the one in node_modules),
 * else an installed one, else the packed one. Throws with every reason where none can be had.
 * @returns {Promise<Browser>}
 */
export async function findChromium() {
  const refused = [];
  const found = await search(process.env.CORDON_CHROMIUM, refused);
  if (found) return found;
  const reasons = refused.map((reason) => `\n  - ${reason}`).join("");
  throw new Error(
    `No Chromium for the journeys.${reasons}\nInstall one (Debian: apt-get install -y chromium) or name one: CORDON_CHROMIUM=/path/to/chrome npm test`,
  );
}
