#!/usr/bin/env node
// The command line. It owns stdout, stdin and the exit code alone, so this file writes to stderr only.
import { existsSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { CLI_BUNDLE, ensureCli } from "./lib/cli.mjs";
import { requireSupportedNode } from "./lib/node-version.mjs";
import { fromRoot } from "./lib/root.mjs";
import { stopUnless } from "./lib/steps.mjs";

/** The command line's codes up to 3 are verdicts on a product; that it could not start is none (EX_SOFTWARE). */
const EXIT_NOT_RUN = 70;

async function installIfMissing() {
  if (existsSync(fromRoot("node_modules"))) return true;
  const { ensureInstalled } = await import("./lib/install.mjs");
  return ensureInstalled();
}

/** `npm run cordon -- check file.json` starts us in the project; the file is named from where the caller stands. */
function returnToCaller() {
  const { npm_lifecycle_event: script, INIT_CWD: caller } = process.env;
  if (script === "cordon" && caller && existsSync(caller)) process.chdir(caller);
}

requireSupportedNode(EXIT_NOT_RUN);
stopUnless(await ensureCli(installIfMissing), EXIT_NOT_RUN);
returnToCaller();
await import(pathToFileURL(CLI_BUNDLE).href);
