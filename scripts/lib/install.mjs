import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { readStamp, writeStamp } from "./freshness.mjs";
import { nodeHeadersEnv, npmCommand } from "./npm.mjs";
import { keepPrebuild, prebuildEnv } from "./prebuild.mjs";
import { fromRoot, readJson } from "./root.mjs";
import { runStep } from "./steps.mjs";

const STAMP = fromRoot("node_modules", ".cordon-lock");
const LOCK = fromRoot("package-lock.json");
const INSTALLED = fromRoot("node_modules", ".package-lock.json");

const ADVICE = [
  [
    /gyp ERR! .*(ENOTFOUND|EAI_AGAIN|ECONN|ETIMEDOUT|headers)/,
    "better-sqlite3 is compiled here and Node's headers could not be downloaded. Where they are installed, name their prefix: npm_config_nodedir=/usr npm start",
  ],
  [
    /gyp ERR!|not found: make|Could not find any Python/,
    "better-sqlite3 needs python3, make and g++: on Debian or Ubuntu `apt-get install -y python3 make g++`, on macOS `xcode-select --install`, on Windows the Visual Studio Build Tools.",
  ],
  [/ENOSPC/, "The disk is full: dependencies take about 700 MB."],
  [/EACCES|EPERM/, "No permission to write: check who owns this folder and npm's cache."],
  [
    /in sync|EUSAGE/,
    "package.json and package-lock.json disagree: run `npm install` and commit the lockfile.",
  ],
  [
    /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ERR_SOCKET|E40[135]|E50\d|network/,
    "No access to the npm registry: check the connection, HTTPS_PROXY and `npm config get registry`.",
  ],
];

function explainInstall(output) {
  const advice = ADVICE.find(([cause]) => cause.test(output))?.[1];
  // npm hides these few lines above a page of usage.
  const disagreements = output.match(/(Missing|Invalid): .*/g) ?? [];
  return advice && [advice, ...disagreements.slice(0, 10)].join("\n  ");
}

function installStamp() {
  const hash = createHash("sha256").update(readFileSync(LOCK)).digest("hex");
  return `${hash} ${process.versions.modules} ${process.platform}-${process.arch}`;
}

function hasEveryLockedPackage() {
  const installed = readJson(INSTALLED).packages;
  const locked = Object.entries(readJson(LOCK).packages).filter(([path]) => path !== "");
  return locked.every(([path, { version, optional }]) => {
    const found = installed[path];
    return found ? found.version === version : optional === true;
  });
}

function loadsDatabaseDriver() {
  const code = 'new (require("better-sqlite3"))(":memory:").close()';
  return spawnSync(process.execPath, ["-e", code], { cwd: fromRoot(), stdio: "ignore" }).status === 0;
}

/** Somebody ran npm themselves: nothing to repeat, if it is this lockfile and compiled for this Node. */
function isInstalledByHand() {
  return existsSync(INSTALLED) && hasEveryLockedPackage() && loadsDatabaseDriver();
}

function rememberInstall() {
  try {
    writeStamp(STAMP, installStamp());
  } catch {
    // A read-only image: the next start looks again, which is slower but right.
  }
}

function isInstalled() {
  if (readStamp(STAMP) === installStamp()) return true;
  if (!isInstalledByHand()) return false;
  rememberInstall();
  return true;
}

async function install() {
  const ci = npmCommand(["ci", "--include=dev", "--no-audit", "--no-fund", "--no-progress"]);
  const env = { ...nodeHeadersEnv(), ...prebuildEnv() };
  const title = "Installing dependencies (the first time takes a few minutes)";
  if (!(await runStep({ title, log: "install", ...ci, env, explain: explainInstall }))) return false;
  return runStep({
    title: "Checking the database driver",
    log: "install-check",
    command: process.execPath,
    args: ["-e", 'new (require("better-sqlite3"))(":memory:").close()'],
    explain: () =>
      "better-sqlite3 was installed without its binary: allow its install script (npm config ignore-scripts must be false) and run `npm rebuild better-sqlite3`.",
  });
}

/** Resolves to whether node_modules is what package-lock.json says, for this Node on this platform. */
export async function ensureInstalled() {
  if (isInstalled()) return true;
  if (!(await install())) return false;
  keepPrebuild();
  rememberInstall();
  return true;
}
