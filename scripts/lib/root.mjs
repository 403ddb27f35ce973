import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const ROOT = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

export function fromRoot(...parts) {
  return join(ROOT, ...parts);
}

/** Everything the scripts write beside build/ and node_modules/: logs, results, temporary folders. */
export function fromCache(...parts) {
  return fromRoot(".cache", ...parts);
}

export function readJson(file) {
  return JSON.parse(readFileSync(file, "utf8"));
}

/** The script behind a package's command; started with node itself, because a `.bin` shim needs a shell on Windows. */
export function commandOf(packageName, command = packageName) {
  const folder = fromRoot("node_modules", packageName);
  const { bin } = readJson(join(folder, "package.json"));
  return join(folder, typeof bin === "string" ? bin : bin[command]);
}
