// `npm run mutation`: installs Stryker beside this file, then runs it on the project. Arguments go to Stryker, e.g.
// `--mutate app/domain/assessment/capability.ts`.
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";

const here = path.dirname(fileURLToPath(import.meta.url));
const root = path.resolve(here, "../..");
const run = (command, args, cwd) => spawnSync(command, args, { cwd, stdio: "inherit" }).status ?? 1;

if (!existsSync(path.join(here, "node_modules/@stryker-mutator/core"))) {
  const status = run("npm", ["ci", "--no-audit", "--no-fund"], here);
  if (status !== 0) process.exit(status);
}
const stryker = path.join(here, "node_modules/@stryker-mutator/core/bin/stryker.js");
process.exit(
  run(
    process.execPath,
    [stryker, "run", "tests/mutation/stryker.config.mjs", ...process.argv.slice(2)],
    root,
  ),
);
