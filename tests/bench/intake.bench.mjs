// How long a supplier waits for what a list of components would fill in, through the portal as it runs in production: from
// asking for it to the page that shows it. What everybody else notices of it: the 99th percentile of a page meanwhile,
// against the same page when nothing is read. And how long an answer takes to be stored while 200 suppliers save theirs.
// `--only <section>`, as often as wanted, leaves the rest out; `--rounds <n>` for more than three.
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { parseArgs } from "node:util";
import { startPortal } from "./diagram-portal.mjs";
import { importSource, median, report } from "./harness.mjs";
import { aDraft, ask, send, signInAsSupplier } from "./intake-portal.mjs";
import { timesOfSaving } from "./intake-saving.mjs";

/** A person who reads and clicks asks no oftener; the page of the products reads the database and is drawn. */
const READERS = 4;
const PAGE = "/supplier/products";
const LOOK_EVERY_MS = 100;
/** What takes longer has lost its way: reading has a limit of its own of three minutes. */
const PREVIEW_LIMIT_MS = 200_000;
const SUPPLIERS = 200;
const SAVE_EVERY_MS = 5_000;

const { values } = parseArgs({
  options: {
    only: { type: "string", multiple: true, default: [] },
    rounds: { type: "string", default: "3" },
    json: { type: "boolean" },
  },
});
const rounds = Number(values.rounds);
const { anSbom, addSuppliers } = await importSource("tests/bench/intake-source.ts");
const portal = await startPortal();
const session = await signInAsSupplier(portal.origin);
const declarationId = await aDraft(session, `Bench ${Date.now()}`);
/** @type {Map<number, Promise<string>>} */
const sent = new Map();

/** A list of so many components in the supplier's store, sent once. */
function listOf(/** @type {number} */ count) {
  const known = sent.get(count) ?? send(session, declarationId, `${count}.json`, anSbom(count));
  sent.set(count, known);
  return known;
}

/** Milliseconds from asking until the page with everything that was found has come. */
async function preview(/** @type {string} */ sha256) {
  const began = performance.now();
  const answer = await ask(session, `/supplier/declarations/${declarationId}/import`, {
    ...{ method: "POST", body: new URLSearchParams({ sha256 }) },
  });
  const path = answer.headers.get("Location");
  if (!path) throw new Error(`reading was refused with ${answer.status}`);
  while (performance.now() - began < PREVIEW_LIMIT_MS) {
    const page = await (await ask(session, path)).text();
    if (page.includes('name="taken"')) return performance.now() - began;
    if (!page.includes('value="cancel"')) throw new Error("the list was not read");
    await pause(LOOK_EVERY_MS);
  }
  throw new Error("reading came to no end");
}

/** Times of a page, asked for by several readers one after the other, while `work` goes on. */
async function timesDuring(/** @type {Promise<unknown>} */ work) {
  /** @type {number[]} */
  const times = [];
  let isOver = false;
  const read = async () => {
    while (!isOver) {
      const began = performance.now();
      const answer = await ask(session, PAGE);
      await answer.text();
      if (!answer.ok) throw new Error(`${PAGE} answered ${answer.status}`);
      times.push(performance.now() - began);
      await pause(50);
    }
  };
  const readers = Array.from({ length: READERS }, read);
  await work.finally(() => {
    isOver = true;
  });
  await Promise.all(readers);
  return times;
}

function percentile(/** @type {number[]} */ times, /** @type {number} */ share) {
  const sorted = [...times].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

function tell(/** @type {string} */ what, /** @type {number[]} */ times) {
  const at = (/** @type {number} */ share) => `${percentile(times, share).toFixed(0)} ms`;
  console.error(`${what}: ${times.length} times, p50 ${at(0.5)}, p99 ${at(0.99)}, slowest ${at(1)}`);
}

/** @param {number} count @param {number} goal seconds */
async function previews(count, goal) {
  const list = await listOf(count);
  /** @type {number[]} */
  const took = [];
  for (let round = 0; round <= rounds; round += 1) took.push(await preview(list));
  // The first pays for what the others find warm.
  const value = median(took.slice(1)) / 1000;
  tell(`preview of ${count} components`, took);
  const name = `preview of ${count.toLocaleString("en")} components`;
  return [{ name, value, unit: "s", goal: `< ${goal}`, holds: value < goal }];
}

async function meanwhile() {
  const large = await listOf(200_000);
  await timesDuring(pause(3_000));
  /** @type {{ calm: number[], loaded: number[] }} */
  const times = { calm: [], loaded: [] };
  for (let round = 0; round < rounds; round += 1) {
    times.calm.push(...(await timesDuring(pause(5_000))));
    times.loaded.push(...(await timesDuring(preview(large))));
  }
  tell(`${PAGE} alone`, times.calm);
  tell(`${PAGE} while a list is read`, times.loaded);
  const value = percentile(times.loaded, 0.99) / percentile(times.calm, 0.99);
  const name = "p99 of another page meanwhile";
  return [{ name, value, unit: "× with nothing being read", goal: "≤ 2", holds: value <= 2 }];
}

async function saving() {
  const savers = await addSuppliers(`file:${join(portal.folder, "cordon.sqlite")}`, SUPPLIERS);
  // What is compiled with the first requests is not what a supplier waits for all day: the first turn is not counted.
  const pace = { everyMs: SAVE_EVERY_MS, times: 1 + 2 * rounds, uncounted: 1 };
  const times = await timesOfSaving(portal.origin, savers, pace);
  tell(`an answer of one of ${SUPPLIERS} suppliers`, times);
  const value = percentile(times, 0.99);
  const name = `p99 of saving an answer, ${SUPPLIERS} suppliers`;
  return [{ name, value, unit: "ms", goal: "< 50", holds: value < 50 }];
}

const SECTIONS = {
  small: () => previews(10_000, 2),
  large: () => previews(200_000, 20),
  meanwhile,
  saving,
};

const unknown = values.only.filter((name) => !(name in SECTIONS));
if (unknown.length > 0)
  throw new Error(`no section ${unknown.join(", ")}: ${Object.keys(SECTIONS).join(", ")}`);
const findings = [];
for (const [name, section] of Object.entries(SECTIONS))
  if (values.only.length === 0 || values.only.includes(name)) findings.push(...(await section()));
portal.stop();
report(findings);
