// A million checks: 200 zones × 5,000 declarations through the product's own engine, beside others; one change; one look;
// one keystroke. `--only <section>`, as often as wanted, leaves the rest out, for whoever looks for what costs.
import { parseArgs } from "node:util";
import { typeInBrowser } from "./check-browser.mjs";
import { timeEdits, timeSentences } from "./check-edits.mjs";
import { timePortfolio } from "./check-portfolio.mjs";
import { AS_OF, drawWorkload, toContent, toProfile } from "./check-workload.mjs";
import { ensurePeers, importSource, median, report } from "./harness.mjs";

/** @typedef {import("./harness.mjs").Finding} Finding */

const domain = await importSource("tests/bench/check-domain.ts");
const { rows, zones, declarations } = drawWorkload(domain);
const profiles = zones.map((zone) => toProfile(domain, zone));
const contents = declarations.map((drawn) => domain.normalise(toContent(domain, rows, drawn)));
const given = { rows, zones, declarations, profiles, contents, asOf: AS_OF };

function compile(/** @type {unknown[]} */ some) {
  return domain.compileEngine({
    requirements: domain.COMPONENT_REQUIREMENTS,
    ...{ asOf: AS_OF, profiles, declarations: some },
  });
}

function memoryInUse() {
  globalThis.gc?.();
  globalThis.gc?.();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}

/** By name, in the order in which they are reported; each returns what it found. */
const SECTIONS = {
  async portfolio() {
    await ensurePeers();
    const { default: jsonRules } = await import("json-rules-engine");
    const perCheck = await timePortfolio(domain, compile(contents), jsonRules, given);
    return [
      atLeast("packed findings", 1 / perCheck("packed", "limit"), "× the speed of the limit", 0.6),
      atMost("finding objects", perCheck("objects", "limit"), "× the time of the limit", 3),
      atLeast("finding objects", perCheck("json", "objects"), "× as fast as json-rules-engine", 1000),
      atLeast("finding objects", perCheck("plain", "objects"), "× as fast as plain rule objects", 10),
    ];
  },
  async edits() {
    const { declaration, zone } = await timeEdits(domain, compile(contents), given);
    return [
      atMost("one declaration against 200 zones", declaration, "ms (CPU)", 2),
      atMost("one zone against 5,000 declarations", zone, "ms (CPU)", 5),
    ];
  },
  async sentences() {
    const { sentence } = await importSource("app/cli/sentence.ts");
    const explained = await timeSentences(domain, sentence, given);
    return [atMost("one explained assessment, every sentence", explained, "ms (CPU)", 1)];
  },
  async keystrokes() {
    const strokes = await typeInBrowser({
      declarations: contents.slice(0, 60),
      ...{ asOf: AS_OF, strokes: 60, warmup: 15 },
    });
    return [
      atMost("one keystroke, 300 zones, in the browser", median(strokes.engine), "ms", 16),
      atMost("one keystroke as the editor runs it", median(strokes.editor), "ms", 16),
    ];
  },
  async memory() {
    // What the catalogue and the profiles keep in memory is theirs: it is there before the declarations come.
    compile(contents.slice(0, 50));
    const before = memoryInUse();
    const engine = compile(contents);
    const bytes = (memoryInUse() - before) / engine.declarations;
    return [atMost("engine beside the documents", bytes, "bytes per declaration", 1024)];
  },
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
) {
  return { name, value, unit, goal: `≥ ${least}`, holds: value >= least };
}

const { values } = parseArgs({
  options: { only: { type: "string", multiple: true, default: [] }, json: { type: "boolean" } },
});
const unknown = values.only.filter((name) => !(name in SECTIONS));
if (unknown.length > 0)
  throw new Error(`no section ${unknown.join(", ")}; there are ${Object.keys(SECTIONS).join(", ")}`);
/** @type {Finding[]} */
const findings = [];
for (const [name, section] of Object.entries(SECTIONS))
  if (values.only.length === 0 || values.only.includes(name)) findings.push(...(await section()));
report(findings);
