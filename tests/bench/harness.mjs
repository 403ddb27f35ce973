// The one bench harness: candidates take turns in one process, so that whatever slows the machine slows all of them.
import { createHash } from "node:crypto";
import { existsSync, rmSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { pathToFileURL } from "node:url";
import { bundleForNode } from "../../scripts/lib/bundle.mjs";
import { readStamp, writeStamp } from "../../scripts/lib/freshness.mjs";
import { npmCommand } from "../../scripts/lib/npm.mjs";
import { fromCache, fromRoot, readJson } from "../../scripts/lib/root.mjs";
import { runStep } from "../../scripts/lib/steps.mjs";

/** @typedef {{ cpu: number, wall: number }} Cost Milliseconds. */
/** @typedef {Record<string, Cost>} Round */
/** @typedef {{ name: string, value: number, unit: string, goal: string, holds: boolean }} Finding */

const PEERS = fromRoot("tests", "bench");
const isJson = process.argv.includes("--json");
const writeToStdout = process.stdout.write.bind(process.stdout);

// A measured library may print; with --json stdout belongs to the report alone.
if (isJson) process.stdout.write = /** @type {any} */ (process.stderr.write.bind(process.stderr));

/** The middle value; the mean of the two middle ones when their number is even. Throws on an empty list. */
export function median(/** @type {number[]} */ values) {
  if (values.length === 0) throw new RangeError("median of nothing");
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

/** Milliseconds in which the collector's threads sweep what it has marked. */
const SWEEPING = 50;

/** Garbage of the candidate before, and the work of clearing it away, is not this candidate's. */
async function tidyMemory() {
  if (!globalThis.gc) return;
  globalThis.gc();
  await pause(SWEEPING);
}

/** @returns {Promise<Cost>} */
async function measure(/** @type {() => unknown} */ candidate) {
  await tidyMemory();
  const cpuBefore = process.cpuUsage();
  const wallBefore = performance.now();
  await candidate();
  const wall = performance.now() - wallBefore;
  const { user, system } = process.cpuUsage(cpuBefore);
  return { cpu: (user + system) / 1000, wall };
}

/** @returns {Promise<Round>} */
async function runRound(/** @type {[string, () => unknown][]} */ candidates) {
  /** @type {Round} */
  const round = {};
  for (const [name, candidate] of candidates) round[name] = await measure(candidate);
  return round;
}

/** @returns {Cost} */
function summarise(/** @type {Cost[]} */ costs) {
  return { cpu: median(costs.map(({ cpu }) => cpu)), wall: median(costs.map(({ wall }) => wall)) };
}

/** The cost of one candidate in units of another's, formed within each round and only then condensed. */
export function ratioOf(
  /** @type {Round[]} */ rounds,
  /** @type {string} */ name,
  /** @type {string} */ base,
) {
  return summarise(
    rounds.map((round) => ({
      cpu: round[name].cpu / round[base].cpu,
      wall: round[name].wall / round[base].wall,
    })),
  );
}

/**
 * Runs the candidates A B C A B C … for `rounds` rounds after `warmup` unmeasured ones. Each call must do enough work
 * to be timed (some milliseconds); with `node --expose-gc` memory is tidied before each.
 * @param {Record<string, () => unknown>} candidates
 * @param {{ rounds?: number, warmup?: number }} [options]
 */
export async function compare(candidates, { rounds: count = 15, warmup = 3 } = {}) {
  const entries = Object.entries(candidates);
  /** @type {Round[]} */
  const rounds = [];
  for (let index = -warmup; index < count; index += 1) {
    const round = await runRound(entries);
    if (index >= 0) rounds.push(round);
  }
  return {
    rounds,
    medians: Object.fromEntries(
      entries.map(([name]) => [name, summarise(rounds.map((round) => round[name]))]),
    ),
    ratio: (/** @type {string} */ name, /** @type {string} */ base) => ratioOf(rounds, name, base),
  };
}

/** A table for people: names to the left, numbers to the right. */
export function formatFindings(/** @type {Finding[]} */ findings) {
  const rows = [
    ["", "value", "unit", "goal", ""],
    ...findings.map(({ name, value, unit, goal, holds }) => [
      name,
      value.toPrecision(4).replace(/e\+?/, "e"),
      unit,
      goal,
      holds ? "holds" : "MISSED",
    ]),
  ];
  const widths = rows[0].map((_, column) => Math.max(...rows.map((row) => row[column].length)));
  const pad = (/** @type {string} */ cell, /** @type {number} */ column) =>
    column === 1 ? cell.padStart(widths[column]) : cell.padEnd(widths[column]);
  return rows.map((row) => row.map(pad).join("  ").trimEnd()).join("\n");
}

/** Prints the findings (with --json as an array, alone on stdout); a goal that does not hold makes the exit code 1. */
export function report(/** @type {Finding[]} */ findings) {
  const plain = findings.map(({ name, value, unit, goal, holds }) => ({ name, value, unit, goal, holds }));
  writeToStdout(`${isJson ? JSON.stringify(plain, null, 2) : formatFindings(plain)}\n`);
  if (plain.some(({ holds }) => !holds)) process.exitCode = 1;
}

/**
 * A module of the portal as it runs in production: bundled, not transformed for a dev server, which would cost time.
 * @param {string} path from the project's root, e.g. "app/domain/assessment/index.ts"
 */
export async function importSource(path) {
  const folder = fromCache("bench", String(process.pid));
  process.once("exit", () => rmSync(folder, { recursive: true, force: true }));
  const outFile = join(folder, path.replace(/\W+/g, "-"), "module.mjs");
  await bundleForNode({ entry: fromRoot(path), outFile });
  return import(pathToFileURL(outFile).href);
}

/** Installs the peers of tests/bench/package.json, which nothing but a bench needs. Throws when they cannot be had. */
export async function ensurePeers() {
  const { dependencies = {} } = readJson(join(PEERS, "package.json"));
  if (Object.keys(dependencies).length === 0) return;
  const lock = join(PEERS, "package-lock.json");
  if (!existsSync(lock))
    throw new Error("tests/bench names peers but has no lockfile: run npm install there");
  const stamp = createHash("sha256")
    .update(JSON.stringify(readJson(lock)))
    .digest("hex");
  const stampFile = join(PEERS, "node_modules", ".cordon-lock");
  if (readStamp(stampFile) === stamp) return;
  const step = { title: "Installing the benches' peers", log: "install-peers", cwd: PEERS };
  if (!(await runStep({ ...step, ...npmCommand(["ci", "--no-audit", "--no-fund"]) }))) {
    throw new Error("the benches' peers could not be installed");
  }
  writeStamp(stampFile, stamp);
}
