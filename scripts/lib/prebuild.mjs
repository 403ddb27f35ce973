// better-sqlite3 compiles for minutes; its binary is kept per machine, so that the next clone installs in seconds.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";
import { fromRoot, readJson } from "./root.mjs";

const PACKAGE = "better-sqlite3";
const BINARY = "build/Release/better_sqlite3.node";

function isMusl() {
  if (process.platform !== "linux") return false;
  process.report.excludeNetwork = true;
  return !process.report.getReport().header.glibcVersionRuntime;
}

/** The name prebuild-install looks for: `{name}-v{version}-node-v{abi}-{platform}{libc}-{arch}.tar.gz`. */
function archiveName() {
  const { version } = readJson(fromRoot("package-lock.json")).packages[`node_modules/${PACKAGE}`];
  const platform = `${process.platform}${isMusl() ? "musl" : ""}`;
  return `${PACKAGE}-v${version}-node-v${process.versions.modules}-${platform}-${process.arch}.tar.gz`;
}

function prebuildFolder() {
  return join(process.env.XDG_CACHE_HOME || join(homedir(), ".cache"), "cordon", "prebuilds");
}

function digestOf(file) {
  return createHash("sha256").update(readFileSync(file)).digest("hex");
}

function isIntact(archive) {
  return (
    existsSync(`${archive}.sha256`) && readFileSync(`${archive}.sha256`, "utf8").trim() === digestOf(archive)
  );
}

/** The cache may never break an install: whatever goes wrong here means "compile as usual". */
function orElse(fallback, work) {
  try {
    return work();
  } catch {
    return fallback;
  }
}

/** What npm must know to take the kept binary; nothing when there is none or it is damaged (then it is dropped). */
export function prebuildEnv() {
  return orElse({}, () => {
    const archive = join(prebuildFolder(), archiveName());
    if (!existsSync(archive)) return {};
    if (isIntact(archive)) return { npm_config_better_sqlite3_local_prebuilds: prebuildFolder() };
    rmSync(archive, { force: true });
    rmSync(`${archive}.sha256`, { force: true });
    return {};
  });
}

/** Keeps the binary of an install that has been seen to work. */
export function keepPrebuild() {
  orElse(undefined, () => {
    const archive = join(prebuildFolder(), archiveName());
    if (existsSync(archive)) return;
    mkdirSync(prebuildFolder(), { recursive: true, mode: 0o700 });
    const draft = `${archive}.${process.pid}`;
    const packed = spawnSync("tar", ["-czf", draft, "-C", fromRoot("node_modules", PACKAGE), BINARY]);
    if (packed.status !== 0) return rmSync(draft, { force: true });
    writeFileSync(`${archive}.sha256`, `${digestOf(draft)}\n`);
    renameSync(draft, archive);
  });
}
