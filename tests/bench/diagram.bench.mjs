// The diagram in Chromium: the portal's own page, as it runs in production, beside the same graph in X6, JointJS and
// maxGraph, in turn. `--only <section>`, as often as wanted, leaves the rest out; `--rounds <n>` for more than three.
import { parseArgs } from "node:util";
import { chromium } from "@playwright/test";
import { findChromium } from "../../scripts/lib/browser.mjs";
import { cordonSurface, goToList, openByAddress, openFromList, openPage } from "./diagram-cordon.mjs";
import { measureEdits } from "./diagram-edit.mjs";
import { gesturesOn, heapOf } from "./diagram-gestures.mjs";
import { drawModel, toGraph } from "./diagram-graph.mjs";
import { bundlePeer, drawIn, openPeer, PEERS, peerSurface } from "./diagram-peers.mjs";
import { seedModel, signIn, startPortal } from "./diagram-portal.mjs";
import { measureTidy } from "./diagram-tidy.mjs";
import { compare, ensurePeers, importSource, median, report } from "./harness.mjs";

/** @typedef {import("./harness.mjs").Finding} Finding */
/** @typedef {Awaited<ReturnType<typeof gesturesOn>>} Gestures */
/** @typedef {{ render: number, heap: number, gestures?: Gestures }} Measured */
/** @typedef {Record<string, Measured>} Round By candidate. */

/** So that the canvas is 1390 × 900 pixels. */
const VIEWPORT = { width: 1800, height: 1220 };
const OWN = "cordon";
/** An empty drawing with all that follows it, as the peers have made ready what they draw in. */
const EMPTY_MS = 1_000;
/** A display shows 60; what is counted over two thirds of a second may be one frame off. */
const SIXTY = 58;
/** One step of the wheel takes maxGraph a minute at this size. */
const STILL = new Set(["maxgraph 300"]);

const { values } = parseArgs({
  options: {
    only: { type: "string", multiple: true, default: [] },
    rounds: { type: "string", default: "3" },
    json: { type: "boolean" },
  },
});
const isWanted = (/** @type {string} */ section) => values.only.length === 0 || values.only.includes(section);
const rounds = Number(values.rounds);

await ensurePeers();
const domain = await importSource("tests/bench/diagram-domain.ts");
const portal = await startPortal();
const { executablePath, args, env } = await findChromium();
const browser = await chromium.launch({ executablePath, args, env: { ...process.env, ...env } });
const context = await browser.newContext({ viewport: VIEWPORT, baseURL: portal.origin });
const elsewhere = await browser.newContext({ viewport: VIEWPORT });
const { page: first } = await openPage(context);
await signIn(first);
const empty = await seedModel(first, "Empty", []);
const scripts = new Map();
/** @type {Map<number, { id: string, graph: import("./diagram-graph.mjs").Graph }>} */
const models = new Map();

async function modelOf(/** @type {number} */ zones) {
  const known = models.get(zones);
  if (known) return known;
  const model = drawModel(domain, zones);
  const commands = domain.commandsBetween(domain.EMPTY_ZONE_MODEL, model);
  const made = { id: await seedModel(first, `Model of ${zones}`, commands), graph: toGraph(domain, model) };
  models.set(zones, made);
  return made;
}

/** @returns {Promise<Measured>} */
async function measureOwn(/** @type {number} */ zones) {
  const { id, graph } = await modelOf(zones);
  const { page, cdp } = await openPage(context);
  await openByAddress(page, empty);
  await page.waitForTimeout(EMPTY_MS);
  const before = await heapOf(cdp);
  await goToList(page);
  const render = await openFromList(page, { id, name: `Model of ${zones}` }, zones);
  const heap = (await heapOf(cdp)) - before;
  const gestures = await gesturesOn(cordonSurface(page, cdp), graph.busiest);
  await page.close();
  return { render, heap, gestures };
}

/** @returns {Promise<Measured>} */
async function measurePeer(/** @type {string} */ name, /** @type {number} */ zones) {
  const { graph } = await modelOf(zones);
  if (!scripts.has(name)) scripts.set(name, await bundlePeer(name));
  const size = { width: 1390, height: 898 };
  const { page, cdp } = await openPeer(elsewhere, portal.origin, scripts.get(name), size);
  const before = await heapOf(cdp);
  const render = await drawIn(page, graph);
  const heap = (await heapOf(cdp)) - before;
  const isStill = STILL.has(`${name} ${zones}`);
  const gestures = isStill ? undefined : await gesturesOn(peerSurface(page, cdp, size), graph.busiest);
  await page.close();
  return { render, heap, gestures };
}

/** @returns {Promise<Round[]>} */
async function inTurn(/** @type {number} */ zones) {
  /** @type {Round[]} */
  const all = [];
  for (let round = 0; round < rounds; round += 1) {
    /** @type {Round} */
    const measured = { [OWN]: await measureOwn(zones) };
    // What takes half a minute to draw is drawn once.
    for (const peer of PEERS)
      if (round === 0 || !STILL.has(`${peer} ${zones}`)) measured[peer] = await measurePeer(peer, zones);
    all.push(measured);
    tell(zones, round, measured);
  }
  return all;
}

/** The figures behind the findings, for people. */
function tell(/** @type {number} */ zones, /** @type {number} */ round, /** @type {Round} */ measured) {
  for (const [name, { render, heap, gestures }] of Object.entries(measured)) {
    const parts = Object.entries(gestures ?? {}).map(
      ([gesture, { task, fps, longest }]) =>
        `${gesture} ${task.toFixed(1)} ms ${fps.toFixed(0)}/s ${longest.toFixed(0)} ms`,
    );
    const start = `${zones} zones, round ${round + 1}, ${name}: drawn in ${render.toFixed(0)} ms, ${(heap / 1e6).toFixed(1)} MB`;
    console.error([start, ...parts].join("; "));
  }
}

const middle = (/** @type {Round[]} */ all, /** @type {(own: Measured) => number} */ of) =>
  median(all.map((round) => of(round[OWN])));

/** Formed within each round. */
function ratio(
  /** @type {Round[]} */ all,
  /** @type {string} */ peer,
  /** @type {(one: Measured) => number} */ of,
) {
  return median(all.filter((round) => round[peer]).map((round) => of(round[OWN]) / of(round[peer])));
}

const taskOf =
  (/** @type {keyof Gestures} */ gesture) =>
  (/** @type {Measured} */ { gestures }) =>
    gestures ? gestures[gesture].task : Number.NaN;
const fpsOf =
  (/** @type {keyof Gestures} */ gesture) =>
  (/** @type {Measured} */ { gestures }) =>
    gestures ? gestures[gesture].fps : Number.NaN;
const longestOf = (/** @type {Measured} */ { gestures }) =>
  Math.max(...Object.values(gestures ?? {}).map(({ longest }) => longest));

/** By name, in the order in which they are reported; each returns what it found. */
const SECTIONS = {
  async 100() {
    const all = await inTurn(100);
    return [
      atMost(
        "100 zones: first render",
        middle(all, ({ render }) => render),
        "ms",
        400,
      ),
      .../** @type {const} */ (["panAtFit", "zooming", "panNear", "dragging"]).map((gesture) =>
        atLeast(`100 zones: ${WORDS[gesture]}`, middle(all, fpsOf(gesture)), "frames/s", 60, SIXTY),
      ),
      atMost("100 zones: longest task of a gesture (0: none above 50)", middle(all, longestOf), "ms", 50),
    ];
  },
  async 300() {
    const all = await inTurn(300);
    const render = (/** @type {Measured} */ one) => one.render;
    return [
      atMost("300 zones: first render", middle(all, render), "ms", 1000),
      atMost("300 zones: first render", ratio(all, "joint", render), "× JointJS", 0.35),
      atMost("300 zones: first render", ratio(all, "x6", render), "× X6", 0.15),
      atLeast("300 zones: panning, all in view", middle(all, fpsOf("panAtFit")), "frames/s", 50),
      atMost(
        "300 zones: main thread while panning, all in view",
        ratio(all, "joint", taskOf("panAtFit")),
        "× JointJS",
        0.75,
      ),
      atMost("300 zones: one step of the wheel", middle(all, taskOf("zooming")), "ms", 40),
      atLeast("300 zones: dragging a zone", middle(all, fpsOf("dragging")), "frames/s", 60, SIXTY),
      atMost(
        "300 zones: heap",
        middle(all, ({ heap }) => heap / 1e6),
        "MB",
        10,
      ),
    ];
  },
  async packing() {
    const index = domain.indexModel(drawModel(domain, 300));
    const { medians } = await compare({ pack: () => domain.layOutModel(index) });
    return [atMost("300 zones: own packing", medians.pack.cpu, "ms (CPU)", 5)];
  },
  async tidy() {
    const { id } = await modelOf(300);
    const { total, gap } = await measureTidy(context, id, rounds);
    return [
      atMost("300 zones: tidy, until all is in its place", total, "ms", 1500),
      atMost("300 zones: longest time between two frames while tidying", gap, "ms", 50),
    ];
  },
  async edit() {
    const { id } = await modelOf(300);
    const { checked, saved } = await measureEdits(context, id, rounds);
    console.error(
      `an edit at 300 zones: checked again after ${checked.toFixed(0)} ms, saved in ${saved.toFixed(0)} ms`,
    );
    return [atMost("300 zones: an edit checked again, and saved", checked + saved, "ms", 100)];
  },
};

const WORDS = {
  panAtFit: "panning, all in view",
  zooming: "zooming through the whole range",
  panNear: "panning at 100 %",
  dragging: "dragging a zone at 100 %",
};

/** @returns {Finding} */
function atMost(
  /** @type {string} */ name,
  /** @type {number} */ value,
  /** @type {string} */ unit,
  /** @type {number} */ most,
) {
  return { name, value, unit, goal: `≤ ${most}`, holds: value <= most };
}

/** @returns {Finding} */
function atLeast(
  /** @type {string} */ name,
  /** @type {number} */ value,
  /** @type {string} */ unit,
  /** @type {number} */ least,
  counted = least,
) {
  return { name, value, unit, goal: `≥ ${least}`, holds: value >= counted };
}

const unknown = values.only.filter((name) => !(name in SECTIONS));
if (unknown.length > 0)
  throw new Error(`no section ${unknown.join(", ")}; there are ${Object.keys(SECTIONS).join(", ")}`);
/** @type {Finding[]} */
const findings = [];
try {
  for (const [name, section] of Object.entries(SECTIONS))
    if (isWanted(name)) findings.push(...(await section()));
} finally {
  await browser.close();
  portal.stop();
}
report(findings);
