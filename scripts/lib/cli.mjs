import { existsSync } from "node:fs";
import { fingerprintTimes, readStamp, writeStamp } from "./freshness.mjs";
import { fromRoot } from "./root.mjs";
import { runStep } from "./steps.mjs";

export const CLI_ENTRY = fromRoot("app", "cli", "cordon.ts");
export const CLI_BUNDLE = fromRoot("build", "cli", "cordon.js");
const STAMP = fromRoot("build", "cli", ".sources");
const SOURCES = ["app", "db", "package-lock.json", "scripts/lib/bundle.mjs"];

/** Whether the bundle is what the sources say; an image that ships only the bundle has nothing to compare. */
function isBundled(sources) {
  return existsSync(CLI_BUNDLE) && (!existsSync(CLI_ENTRY) || readStamp(STAMP) === sources);
}

/** Resolves to whether build/cli/cordon.js is ready. `beforeBuild` runs only when there is something to build. */
export async function ensureCli(beforeBuild = async () => true) {
  const sources = fingerprintTimes(SOURCES);
  if (isBundled(sources)) return true;
  if (!(await beforeBuild())) return false;
  const isDone = await runStep({
    title: "Building the command line",
    log: "build-cli",
    command: process.execPath,
    args: [fromRoot("scripts", "lib", "build-cli.mjs")],
    env: { NODE_ENV: "production" },
  });
  if (isDone) writeStamp(STAMP, sources);
  return isDone;
}
