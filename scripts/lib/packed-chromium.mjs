// The headless Chromium inside @sparticuz/chromium: for a machine with Node and npm only. Linux on x64.
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { fromCache, fromRoot, readJson } from "./root.mjs";

const PACKAGE = fromRoot("node_modules", "@sparticuz", "chromium");
/** Chromium itself, fonts, software drawing, and the NSS, NSPR and expat that a bare system lacks. */
const PARTS = ["chromium.br", "fonts.tar.br", "swiftshader.tar.br", "al2023.tar.br"];

/** The package's own helper writes to the system's temporary folder; here that is a folder of ours. */
async function unpackParts() {
  const { inflate } = await import(pathToFileURL(join(PACKAGE, "build", "esm", "lambdafs.js")).href);
  for (const part of PARTS) await inflate(join(PACKAGE, "bin", part));
}

function unpackInto(folder) {
  const draft = `${folder}.${process.pid}`;
  mkdirSync(draft, { recursive: true });
  const env = { ...process.env, TMPDIR: draft };
  const { status, stderr } = spawnSync(process.execPath, [fileURLToPath(import.meta.url)], {
    env,
    encoding: "utf8",
  });
  if (status === 0 && !existsSync(folder)) renameSync(draft, folder);
  rmSync(draft, { recursive: true, force: true });
  return status === 0 ? undefined : `@sparticuz/chromium could not be unpacked: ${stderr.trim()}`;
}

/** The libraries come second, so that a system's own, patched ones are used where they are there. */
function listEnvs(folder) {
  const fonts = existsSync("/etc/fonts/fonts.conf") ? {} : { FONTCONFIG_PATH: join(folder, "fonts") };
  const libraries = [join(folder, "al2023", "lib"), process.env.LD_LIBRARY_PATH].filter(Boolean).join(":");
  return [fonts, { ...fonts, LD_LIBRARY_PATH: libraries }];
}

/** Where the executable is and the environments to try it with, or the reason why there is none. */
export function unpackChromium() {
  if (process.platform !== "linux" || process.arch !== "x64") {
    return { reason: `@sparticuz/chromium: made for linux-x64, this is ${process.platform}-${process.arch}` };
  }
  if (!existsSync(PACKAGE)) return { reason: "@sparticuz/chromium: not in node_modules, run npm ci" };
  const folder = fromCache("chromium", readJson(join(PACKAGE, "package.json")).version);
  const reason = existsSync(folder) ? undefined : unpackInto(folder);
  return reason ? { reason } : { executablePath: join(folder, "chromium"), envs: listEnvs(folder) };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await unpackParts();
