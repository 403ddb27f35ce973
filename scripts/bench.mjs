// `npm run bench [-- <name> …] [--only <section>] [--json] [--list]`: each bench in a process of its own, so that none warms up another.
import { spawn } from "node:child_process";
import { readdirSync } from "node:fs";
import { text } from "node:stream/consumers";
import { parseArgs } from "node:util";
import { ensureInstalled } from "./lib/install.mjs";
import { requireSupportedNode } from "./lib/node-version.mjs";
import { say } from "./lib/progress.mjs";
import { fromRoot } from "./lib/root.mjs";
import { stopUnless } from "./lib/steps.mjs";

const SUFFIX = ".bench.mjs";
const FOLDER = fromRoot("tests", "bench");

function listBenches() {
  const files = readdirSync(FOLDER).filter((file) => file.endsWith(SUFFIX));
  return files.map((file) => file.slice(0, -SUFFIX.length)).sort();
}

function choose(known, wanted) {
  const names = wanted.map((name) => name.replace(/^.*[/\\]/, "").replace(SUFFIX, ""));
  const unknown = names.filter((name) => !known.includes(name));
  if (unknown.length === 0) return names.length > 0 ? names : known;
  say(`No bench named ${unknown.join(", ")}; there are: ${known.join(", ") || "none yet"}`);
  process.exit(2);
}

/** Resolves to the exit code and, with --json, the findings. */
async function runBench(name, { json: isJson, only }) {
  say(`\n── ${name}`);
  const args = ["--expose-gc", `${FOLDER}/${name}${SUFFIX}`, ...(isJson ? ["--json"] : [])];
  for (const section of only) args.push("--only", section);
  const child = spawn(process.execPath, args, {
    cwd: fromRoot(),
    stdio: ["ignore", isJson ? "pipe" : "inherit", "inherit"],
  });
  const ended = new Promise((resolve) => child.once("close", (code) => resolve(code ?? 1)));
  const output = isJson ? await text(child.stdout) : "[]";
  return { code: await ended, findings: readFindings(name, output) };
}

function readFindings(name, output) {
  try {
    return JSON.parse(output);
  } catch {
    say(`${name} ended without a report.`);
    return undefined;
  }
}

requireSupportedNode();
const { values, positionals } = parseArgs({
  options: {
    json: { type: "boolean", default: false },
    list: { type: "boolean", default: false },
    only: { type: "string", multiple: true, default: [] },
  },
  allowPositionals: true,
});
const known = listBenches();
if (values.list) {
  for (const name of known) console.log(name);
  process.exit(0);
}
const names = choose(known, positionals);
stopUnless(await ensureInstalled());
const outcomes = [];
for (const name of names) outcomes.push(await runBench(name, values));
if (values.json)
  console.log(
    JSON.stringify(
      outcomes.flatMap(({ findings }) => findings ?? []),
      null,
      2,
    ),
  );
process.exitCode = outcomes.every(({ code, findings }) => code === 0 && findings) ? 0 : 1;
