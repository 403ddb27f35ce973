import { createHash } from "node:crypto";
import { mkdirSync, readdirSync, readFileSync, renameSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fromRoot } from "./root.mjs";

const IGNORED = new Set([".DS_Store", "node_modules"]);

function listFiles(path) {
  const stat = statSync(path, { throwIfNoEntry: false });
  if (!stat) return [];
  if (!stat.isDirectory()) return [{ path, stat }];
  const names = readdirSync(path).filter((name) => !IGNORED.has(name));
  return names.sort().flatMap((name) => listFiles(join(path, name)));
}

function fingerprint(paths, describe) {
  const hash = createHash("sha256");
  for (const file of paths.flatMap((path) => listFiles(fromRoot(path)))) {
    hash.update(`${file.path.slice(fromRoot().length)}\0`);
    hash.update(describe(file));
    hash.update("\0");
  }
  return hash.digest("hex");
}

/** Survives a fresh checkout or a touch: only a real change counts. About 0.1 s for a thousand files. */
export function fingerprintContent(paths) {
  return fingerprint(paths, ({ path }) => readFileSync(path));
}

/** A few milliseconds for a thousand files, for what must start at once; a touch counts as a change. */
export function fingerprintTimes(paths) {
  return fingerprint(paths, ({ stat }) => `${stat.mtimeMs} ${stat.size}`);
}

export function readStamp(file) {
  try {
    return readFileSync(file, "utf8").trim();
  } catch {
    return undefined;
  }
}

/** Written under another name first, so that a crash never leaves half a stamp. */
export function writeStamp(file, stamp) {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(`${file}.${process.pid}`, `${stamp}\n`);
  renameSync(`${file}.${process.pid}`, file);
}
