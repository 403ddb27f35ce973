import { existsSync, readFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";

const NPM_SCRIPT = join("npm", "bin", "npm-cli.js");

function npmScriptCandidates() {
  const folder = dirname(process.execPath);
  const started = process.env.npm_execpath;
  return [
    // Another package manager may have started us; it names itself in the same variable.
    ...(started && basename(started) === "npm-cli.js" ? [started] : []),
    join(folder, "node_modules", NPM_SCRIPT),
    join(dirname(folder), "lib", "node_modules", NPM_SCRIPT),
  ];
}

/** How to start npm without a shell; only an unusual place of npm on Windows needs one. */
export function npmCommand(args) {
  const script = npmScriptCandidates().find((candidate) => existsSync(candidate));
  if (script) return { command: process.execPath, args: [script, ...args] };
  if (process.platform === "win32") return { command: "cmd.exe", args: ["/d", "/s", "/c", "npm", ...args] };
  return { command: "npm", args };
}

function headersVersion(file) {
  const text = readFileSync(file, "utf8");
  return ["MAJOR", "MINOR", "PATCH"]
    .map((part) => new RegExp(`#define NODE_${part}_VERSION (\\d+)`).exec(text)?.[1])
    .join(".");
}

/** Lets native modules compile against the headers beside this node, where nothing can be downloaded. */
export function nodeHeadersEnv() {
  const isSet = Object.keys(process.env).some((name) => name.toLowerCase() === "npm_config_nodedir");
  const prefix = dirname(dirname(process.execPath));
  const file = join(prefix, "include", "node", "node_version.h");
  if (isSet || !existsSync(file) || headersVersion(file) !== process.versions.node) return {};
  return { npm_config_nodedir: prefix };
}
