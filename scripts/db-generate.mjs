// One schema, two folders of migrations: both are generated together, so that neither is ever forgotten.
import { interruptedCode, runChild } from "./lib/children.mjs";
import { ensureInstalled } from "./lib/install.mjs";
import { requireSupportedNode } from "./lib/node-version.mjs";
import { say } from "./lib/progress.mjs";
import { commandOf, fromRoot } from "./lib/root.mjs";
import { stopUnless } from "./lib/steps.mjs";

/** Only the scheme matters: generating compares the schema with the last snapshot and connects to nothing. */
const DIALECTS = [
  ["SQLite", "file:./data/cordon.db"],
  ["PostgreSQL", "postgres://postgres@127.0.0.1/cordon"],
];

async function generate([name, url]) {
  say(`── ${name}`);
  const args = [
    commandOf("drizzle-kit"),
    "generate",
    "--config",
    "drizzle.config.ts",
    ...process.argv.slice(2),
  ];
  const env = { ...process.env, DATABASE_URL: url };
  const { code } = await runChild(process.execPath, args, { cwd: fromRoot(), env, stdio: "inherit" });
  return code;
}

requireSupportedNode();
stopUnless(await ensureInstalled());
let firstFailure = 0;
for (const dialect of DIALECTS) {
  const code = await generate(dialect);
  firstFailure ||= code;
  if (interruptedCode()) break;
}
process.exit(firstFailure);
