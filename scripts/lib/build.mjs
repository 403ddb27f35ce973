import { existsSync, rmSync } from "node:fs";
import { fingerprintContent, readStamp, writeStamp } from "./freshness.mjs";
import { npmCommand } from "./npm.mjs";
import { fromRoot } from "./root.mjs";
import { runStep } from "./steps.mjs";

const STAMP = fromRoot("build", ".sources");
const OUTPUTS = [fromRoot("build", "server", "index.js"), fromRoot("build", "client")];
const SOURCES = [
  "app",
  "db",
  "public",
  "package-lock.json",
  "vite.config.ts",
  "remix.config.js",
  "tsconfig.json",
];

function isBuilt(sources) {
  return readStamp(STAMP) === sources && OUTPUTS.every((output) => existsSync(output));
}

/** Resolves to whether build/ holds what the sources say; builds only when a source has changed. */
export async function ensureBuilt() {
  // Taken before the build: what changes meanwhile makes the next start build again.
  const sources = fingerprintContent(SOURCES);
  if (isBuilt(sources)) return true;
  rmSync(STAMP, { force: true });
  const isDone = await runStep({
    title: "Building the portal",
    log: "build",
    ...npmCommand(["run", "build"]),
    env: { NODE_ENV: "production" },
    lines: 40,
  });
  if (isDone) writeStamp(STAMP, sources);
  return isDone;
}
