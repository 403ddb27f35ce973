// What `npm test` runs. Each check resolves to counts; a check without tests counts nothing when it is green.
import { mkdirSync, rmSync } from "node:fs";
import { ensureBuilt } from "./build.mjs";
import { interruptedCode, runTestRunner } from "./children.mjs";
import { ensureCli } from "./cli.mjs";
import { findFreePort } from "./ports.mjs";
import { say, secondsSince } from "./progress.mjs";
import { addCounts, countPlaywright, countRun, countVitest, NOTHING, ONE_FAILED } from "./results.mjs";
import { commandOf, fromCache, fromRoot } from "./root.mjs";
import { runStep } from "./steps.mjs";

const JOURNEYS_PORT = 43117;
const LINTERS = [
  ["Biome", "biome", () => [commandOf("@biomejs/biome", "biome"), "check", "."]],
  ["ESLint", "eslint", () => [commandOf("eslint"), "."]],
  ["Lockfile", "lockcheck", () => [fromRoot("scripts", "lockcheck.mjs")]],
];

/** The tests choose their own databases; an operator's may never be touched by them. */
function testEnv(mode) {
  const { DATABASE_URL: _database, DATA_DIR: _folder, ...env } = process.env;
  return { ...env, NODE_ENV: mode };
}

let building;

/** The journeys need the build too; a broken one is tried and shown once. */
function buildOnce() {
  building ??= ensureBuilt();
  return building;
}

function toCounts(isDone) {
  return isDone ? NOTHING : ONE_FAILED;
}

function runTool(title, log, args) {
  return runStep({ title, log, command: process.execPath, args, lines: 80 });
}

export async function checkLint() {
  let counts = NOTHING;
  for (const [title, log, args] of LINTERS)
    counts = addCounts(counts, toCounts(await runTool(title, log, args())));
  return counts;
}

export async function checkTypes() {
  return toCounts(await runTool("Types", "types", [commandOf("typescript", "tsc"), "--noEmit"]));
}

export async function checkBuild() {
  return toCounts((await buildOnce()) && (await ensureCli()));
}

async function runTests({ title, args, env, reportFile, count }) {
  const start = performance.now();
  mkdirSync(fromCache("results"), { recursive: true });
  rmSync(reportFile, { force: true });
  say(`\n── ${title}`);
  const { code, error } = await runTestRunner(process.execPath, args, {
    cwd: fromRoot(),
    env,
    stdio: "inherit",
  });
  if (error) say(error.message);
  say(`${code === 0 ? "✓" : "✗"} ${title} (${secondsSince(start)})`);
  return countRun({ isDone: code === 0, reportFile, count });
}

function runVitest(title, name, args) {
  const reportFile = fromCache("results", `${name}.json`);
  const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${reportFile}`];
  return runTests({
    title,
    args: [commandOf("vitest"), "run", ...reporters, ...args],
    env: testEnv("test"),
    reportFile,
    count: countVitest,
  });
}

/**
 * A branch of the check engine that no test of the core takes counts as one failure (thresholds in vitest.config.ts); that a
 * page or a use case happens to take it is no proof.
 */
export async function checkVitest() {
  const core = await runVitest("Tests of the core", "core", ["--project=core", "--coverage.enabled"]);
  if (interruptedCode()) return core;
  return addCounts(core, await runVitest("Tests of the rest", "rest", ["--project=!core"]));
}

export async function checkJourneys() {
  if (!(await buildOnce())) {
    say("✗ Journeys: not run, because the portal could not be built");
    return ONE_FAILED;
  }
  const reportFile = fromCache("results", "journeys.json");
  return runTests({
    title: "Journeys in a browser",
    args: [commandOf("@playwright/test", "playwright"), "test"],
    env: {
      ...testEnv("production"),
      CORDON_JOURNEYS_PORT: String(await findFreePort(JOURNEYS_PORT)),
      CORDON_JOURNEYS_REPORT: reportFile,
    },
    reportFile,
    count: countPlaywright,
  });
}
