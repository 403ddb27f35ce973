// What readers of a large portfolio wait for, through the portal as it runs in production: 200 zones, 5,000 declarations and
// 20,000 approvals; 50 people who are signed in, each asking for a page of their work every two seconds. And the file of
// all 20,000 rows: when its first byte comes, and what it costs the server in memory.
// `--only <section>`, as often as wanted, leaves the rest out; `--seconds <n>` for another time than 30; `--folder <path>`
// keeps what is filled in, or measures with what an earlier run has filled in there.
import { once } from "node:events";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { Agent, get } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { parseArgs } from "node:util";
import { fromRoot } from "../../scripts/lib/root.mjs";
import { startPortal } from "./diagram-portal.mjs";
import { importSource, report } from "./harness.mjs";

const SIZE = { models: 10, zonesOfModel: 20, suppliers: 250, productsOfSupplier: 20, approvals: 20_000 };
const READERS = 50;
const ASK_EVERY_MS = 2_000;
/** Both processes come up cold, one after the other, and readers spread over them: told, and not among the findings. */
const WARM_UP_MS = 30_000;
const GOAL_MS = 300;
/** A file that is made before it is sent comes at the end of the time. */
const FIRST_BYTE_GOAL = 0.2;
const MEMORY_GOAL_MB = 150;
const LOOK_EVERY_MS = 1_000;

const { values } = parseArgs({
  options: {
    only: { type: "string", multiple: true, default: [] },
    seconds: { type: "string", default: "30" },
    folder: { type: "string" },
    json: { type: "boolean" },
  },
});
const { addPortfolio, addReaders } = await importSource("tests/bench/portfolio-source.ts");
if (values.folder) mkdirSync(values.folder, { recursive: true });
const told = mkdtempSync(join(tmpdir(), "cordon-memory-"));
process.once("exit", () => rmSync(told, { recursive: true, force: true }));
const watcher = fromRoot("tests", "bench", "memory-in-use.cjs");
const portal = await startPortal({
  kept: values.folder,
  more: { NODE_OPTIONS: `--require "${watcher}"`, BENCH_MEMORY: told },
});
const url = `file:${join(portal.folder, "cordon.sqlite")}`;
const portfolio = await portfolioOf(portal.folder);
const cookies = await addReaders(url, READERS);
/** Each reader has a connection of their own, as browsers have. */
const readers = cookies.map((cookie) => ({ cookie, agent: new Agent({ keepAlive: true, maxSockets: 1 }) }));

/** @returns {Promise<{ modelId: string, supplierId: string }>} */
async function portfolioOf(/** @type {string} */ folder) {
  const note = join(folder, "portfolio.json");
  if (existsSync(note)) return JSON.parse(readFileSync(note, "utf8"));
  const began = performance.now();
  const filled = await addPortfolio(url, SIZE, (/** @type {string} */ line) => console.error(line));
  console.error(
    `filled in within ${((performance.now() - began) / 1000).toFixed(0)} s: ${JSON.stringify(filled.counts)}`,
  );
  writeFileSync(note, JSON.stringify(filled));
  return filled;
}

/** @param {string} path @param {string | undefined} cookie */
function ask(path, cookie = cookies[0]) {
  return fetch(`${portal.origin}${path}`, { headers: { Cookie: cookie ?? "" }, redirect: "manual" });
}

/** The address of the page after, as the page itself says it. */
async function pageAfter(/** @type {string} */ path) {
  const html = await (await ask(path)).text();
  const next = /href="([^"]*[?&](?:amp;)?(?:page|before)=[^"]+)"/.exec(html)?.[1];
  if (!next) throw new Error(`${path} has no further page`);
  return new URL(next.replaceAll("&amp;", "&"), `${portal.origin}${path}`).pathname.concat(
    new URL(next.replaceAll("&amp;", "&"), `${portal.origin}${path}`).search,
  );
}

async function pagesToRead() {
  const { modelId, supplierId } = portfolio;
  const [later, approved] = ["/hospital/decisions", "/hospital/decisions?kind=approve"];
  return [
    ["decisions", later],
    ["decisions, a later page", await pageAfter(await pageAfter(later))],
    ["decisions, filtered", approved],
    ["decisions that need review", `${later}?review=needed`],
    ["matrix", "/hospital/matrix"],
    ["matrix, next page", await pageAfter("/hospital/matrix")],
    ["matrix of a model", `/hospital/matrix?model=${modelId}`],
    ["matrix by verdict", "/hospital/matrix?verdict=does-not-conform"],
    ["matrix by supplier", `/hospital/matrix?supplier=${supplierId}`],
    ["register", "/hospital/register"],
    ["register, next page", await pageAfter("/hospital/register")],
    ["register, found by text", "/hospital/register?find=product+12"],
    ["requests", "/hospital/requests"],
    ["requests, next page", await pageAfter("/hospital/requests")],
    ["calendar", "/hospital/calendar"],
    ["overview", "/hospital"],
  ];
}

function percentile(/** @type {number[]} */ times, /** @type {number} */ share) {
  const sorted = [...times].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

function tell(/** @type {string} */ what, /** @type {number[]} */ times) {
  const at = (/** @type {number} */ share) => `${percentile(times, share).toFixed(0)} ms`;
  console.error(`${what}: ${times.length} times, p50 ${at(0.5)}, p99 ${at(0.99)}, slowest ${at(1)}`);
}

async function pages() {
  const known = await pagesToRead();
  for (const [name, path] of known) {
    const times = [];
    for (let turn = 0; turn < 3; turn += 1) times.push(await timeOf(path, readers[0]));
    tell(`${name}, nobody else there`, times);
  }
  /** @type {Map<string, number[]>} */
  const times = new Map(known.map(([name]) => [name, []]));
  /** @type {number[]} */
  const cold = [];
  const began = performance.now();
  const until = began + WARM_UP_MS + Number(values.seconds) * 1000;
  const read = async (/** @type {Reader} */ reader, /** @type {number} */ place) => {
    // People do not click in step. Nor do they fall into step where many have waited for the same moment: each has
    // moments and pages of their own, and leaves out those for which the answer before came too late.
    const first = began + (place * ASK_EVERY_MS) / READERS;
    const nextTurn = () => Math.max(0, Math.ceil((performance.now() - first) / ASK_EVERY_MS));
    for (let turn = nextTurn(); first + turn * ASK_EVERY_MS < until; turn = nextTurn()) {
      await pause(Math.max(0, first + turn * ASK_EVERY_MS - performance.now()));
      const asked = performance.now();
      const [name = "", path = ""] = known[(place + turn) % known.length] ?? [];
      const took = await timeOf(path, reader);
      if (asked - began > WARM_UP_MS) times.get(name)?.push(took);
      else cold.push(took);
    }
  };
  await Promise.all(readers.map(read));
  tell(`all pages in the first ${WARM_UP_MS / 1000} seconds, not counted`, cold);
  for (const [name, ofPage] of times) tell(name, ofPage);
  const findings = [...times, ["all pages", [...times.values()].flat()]].map(([name, ofPage]) => {
    const value = percentile(/** @type {number[]} */ (ofPage), 0.99);
    return { name: `p99, ${name}`, value, unit: "ms", goal: `< ${GOAL_MS}`, holds: value < GOAL_MS };
  });
  return findings;
}

/** @typedef {(typeof readers)[number]} Reader */

async function timeOf(/** @type {string} */ path, /** @type {Reader | undefined} */ reader) {
  const began = performance.now();
  const headers = { Cookie: reader?.cookie ?? "", "Accept-Encoding": "gzip, deflate, br" };
  const asked = get(`${portal.origin}${path}`, { agent: reader?.agent, headers });
  const [answer] = /** @type {[import("node:http").IncomingMessage]} */ (await once(asked, "response"));
  answer.resume();
  await once(answer, "end");
  if (answer.statusCode !== 200) throw new Error(`${path} answered ${answer.statusCode}`);
  return performance.now() - began;
}

/**
 * Megabytes that the portal's processes have in use, after a collection: what they hold from the system besides is for
 * V8 to give back when it likes.
 */
async function memoryInUse() {
  const { pid } = portal;
  const children = readFileSync(`/proc/${pid}/task/${pid}/children`, "utf8").split(" ").filter(Boolean);
  let bytes = 0;
  for (const one of [pid, ...children.map(Number)]) {
    const answer = join(told, String(one));
    rmSync(answer, { force: true });
    process.kill(one, "SIGUSR2");
    while (!existsSync(answer) || readFileSync(answer, "utf8") === "") await pause(20);
    bytes += Number(readFileSync(answer, "utf8"));
  }
  return bytes / 1024 / 1024;
}

async function file() {
  await (await ask("/hospital/register")).text();
  const before = await memoryInUse();
  let most = before;
  let isOver = false;
  const watch = (async () => {
    for (; !isOver; await pause(LOOK_EVERY_MS)) most = Math.max(most, await memoryInUse());
  })();
  const began = performance.now();
  const answer = await ask("/hospital/register/export/register.xlsx");
  if (!answer.ok || !answer.body) throw new Error(`the file was answered with ${answer.status}`);
  let [first, bytes] = [0, 0];
  for await (const part of answer.body) {
    if (first === 0) first = performance.now() - began;
    bytes += part.length;
  }
  const took = performance.now() - began;
  isOver = true;
  await watch;
  console.error(
    `register.xlsx: ${bytes} bytes, first after ${first.toFixed(0)} ms, last after ${took.toFixed(0)} ms`,
  );
  const [share, grown] = [first / took, most - before];
  return [
    {
      ...{ name: "register.xlsx, first byte", value: share, unit: "of the time until the last" },
      ...{ goal: `< ${FIRST_BYTE_GOAL}`, holds: share < FIRST_BYTE_GOAL },
    },
    {
      ...{ name: "register.xlsx, memory in use", value: grown, unit: "MB more" },
      ...{ goal: `< ${MEMORY_GOAL_MB}`, holds: grown < MEMORY_GOAL_MB },
    },
  ];
}

const SECTIONS = { pages, file };

const unknown = values.only.filter((name) => !(name in SECTIONS));
if (unknown.length > 0)
  throw new Error(`no section ${unknown.join(", ")}: ${Object.keys(SECTIONS).join(", ")}`);
const findings = [];
for (const [name, section] of Object.entries(SECTIONS))
  if (values.only.length === 0 || values.only.includes(name)) findings.push(...(await section()));
portal.stop();
report(findings);
