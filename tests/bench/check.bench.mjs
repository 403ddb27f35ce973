// A million checks: 200 zones × 5,000 declarations through the product's own engine, beside a bare comparison of words
// as the physical limit, plain rule objects and json-rules-engine. All four must find the same before anything is timed.
import { typeInBrowser } from "./check-browser.mjs";
import { jsonRulesFor, runJsonRules, toJsonFacts } from "./check-json-rules.mjs";
import { compileLimit, compileLimitZone, packLimit } from "./check-limit.mjs";
import { calendar, rulesFor, runRules, toPlainDeclaration } from "./check-rule-objects.mjs";
import { AS_OF, drawWorkload, toContent, toProfile } from "./check-workload.mjs";
import { compare, ensurePeers, importSource, median, report } from "./harness.mjs";

await ensurePeers();
const { default: jsonRules } = await import("json-rules-engine");
const domain = await importSource("tests/bench/check-domain.ts");
const { sentence } = await importSource("app/cli/sentence.ts");

const { rows, zones, declarations } = drawWorkload(domain);
const profiles = zones.map((zone) => toProfile(domain, zone));
const contents = declarations.map((drawn) => domain.normalise(toContent(domain, rows, drawn)));
const PAIRS = zones.length * declarations.length;
const given = { requirements: domain.COMPONENT_REQUIREMENTS, asOf: AS_OF, profiles };

// What the catalogue and the profiles keep in memory is theirs: it is there before the declarations come.
domain.compileEngine({ ...given, declarations: contents.slice(0, 50) });
const before = memoryInUse();
const engine = domain.compileEngine({ ...given, declarations: contents });
const bytes = (memoryInUse() - before) / declarations.length;

const limit = compileLimit({ rows, declarations, addYears: domain.addYears, asOf: AS_OF });
const limitZones = zones.map((zone) => compileLimitZone(limit, zone));
const limitFindings = {
  verdicts: new Uint8Array(declarations.length),
  ends: new Int32Array(declarations.length),
  codes: new Uint16Array(declarations.length * 180),
};
const dayAfter = calendar(domain.addYears, AS_OF);
const plain = declarations.map((drawn) => toPlainDeclaration(rows, drawn));
const ruleObjects = zones.map((zone) => [0, 1, 2, 3].map((type) => rulesFor(rows, zone, type, dayAfter)));
const facts = plain.map((declaration) => toJsonFacts(rows, declaration));
/** @type {Map<number, any>} Made for the pairs that are run: 800 of them would take longer than all the rest. */
const jsonEngines = new Map();
const packed = domain.noFindings();

function memoryInUse() {
  globalThis.gc?.();
  globalThis.gc?.();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}

/** Pairs spread over all zones, declarations and types. */
function sample(/** @type {number} */ count, zoneCount = zones.length) {
  return Array.from({ length: count }, (_, number) => ({
    zone: (number * 37) % zoneCount,
    place: (number * 977) % declarations.length,
  }));
}

function jsonEngineFor(/** @type {number} */ zone, /** @type {number} */ type) {
  const key = zone * 4 + type;
  const known = jsonEngines.get(key) ?? jsonRulesFor(jsonRules.Engine, rows, zones[zone], type, dayAfter);
  jsonEngines.set(key, known);
  return known;
}

const runPlain = (/** @type {{ zone: number, place: number }} */ { zone, place }) =>
  runRules(ruleObjects[zone][declarations[place].type], plain[place]);
const runJson = (/** @type {{ zone: number, place: number }} */ { zone, place }) =>
  runJsonRules(jsonEngineFor(zone, declarations[place].type), facts[place]);

// ── Agreement ───────────────────────────────────────────────────────────────────────────────────────────────────────

const verdictOf = new Uint8Array(PAIRS);
const countOf = new Uint16Array(PAIRS);
const countIn = (/** @type {Int32Array} */ ends, /** @type {number} */ pair) =>
  ends[pair] - (pair === 0 ? 0 : ends[pair - 1]);

function agreeOn(
  /** @type {string} */ peer,
  /** @type {number} */ zone,
  /** @type {number} */ place,
  /** @type {number} */ verdict,
  /** @type {number} */ count,
) {
  const pair = zone * declarations.length + place;
  if (verdictOf[pair] === verdict && countOf[pair] === count) return;
  const ours = `verdict ${verdictOf[pair]} with ${countOf[pair]} findings`;
  throw new Error(
    `zone ${zone}, declaration ${place}: the engine says ${ours}, ${peer} ${verdict} with ${count}`,
  );
}

const histogram = [0, 0, 0, 0];
for (const zone of zones.keys()) {
  domain.packProfile(engine, zone, packed);
  packLimit(limit, limitZones[zone], limitFindings);
  for (const place of declarations.keys()) {
    verdictOf[zone * declarations.length + place] = packed.verdicts[place];
    countOf[zone * declarations.length + place] = countIn(packed.ends, place);
    histogram[packed.verdicts[place]] += 1;
    agreeOn("the limit", zone, place, limitFindings.verdicts[place], countIn(limitFindings.ends, place));
  }
}
for (const pair of sample(20_000)) {
  const { verdict, findings } = runPlain(pair);
  agreeOn("plain rule objects", pair.zone, pair.place, verdict, findings.length);
}
// Eight zones, all types: 32 engines of rules.
const jsonPairs = sample(240, 8);
for (const pair of jsonPairs) {
  const { verdict, findings } = await runJson(pair);
  agreeOn("json-rules-engine", pair.zone, pair.place, verdict, findings.length);
}
const isOpen = (/** @type {any} */ { severity }) => severity !== "none" && severity !== "note";
for (const { zone, place } of sample(400)) {
  const judged = domain.judge(profiles[zone], contents[place], AS_OF);
  const explained = judged.findings.filter(isOpen).map((/** @type {any} */ { id }) => id);
  const decoded = domain.openFindingsAt(engine, zone, place).map((/** @type {any} */ { id }) => id);
  if (explained.join() !== decoded.join())
    throw new Error(`zone ${zone}, declaration ${place}: explained as ${explained}, decoded as ${decoded}`);
}
const findings = countOf.reduce((sum, count) => sum + count, 0);
console.error(
  `${PAIRS} checks, ${findings} findings; conform ${histogram[0]}, with conditions ${histogram[1]}, incomplete ${histogram[2]}, not ${histogram[3]}`,
);

// ── Throughput ──────────────────────────────────────────────────────────────────────────────────────────────────────

const plainPairs = sample(20_000);
const jsonRound = jsonPairs.slice(0, 60);
let sink = 0;
const { medians, ratio } = await compare(
  {
    limit: () => {
      for (const zone of limitZones) sink += packLimit(limit, zone, limitFindings);
    },
    packed: () => {
      for (const zone of zones.keys()) sink += domain.packProfile(engine, zone, packed).pairs;
    },
    objects: () => {
      for (const zone of zones.keys()) {
        domain.packProfile(engine, zone, packed);
        for (const place of declarations.keys())
          sink += domain.findingObjects(engine, packed, place, zone, place).length;
      }
    },
    verdicts: () => {
      for (const zone of zones.keys()) sink += domain.verdictsOfProfile(engine, zone)[0];
    },
    plain: () => {
      for (const pair of plainPairs) sink += runPlain(pair).findings.length;
    },
    json: async () => {
      for (const pair of jsonRound) sink += (await runJson(pair)).findings.length;
    },
  },
  { rounds: 7, warmup: 2 },
);
const checksOf = {
  limit: PAIRS,
  packed: PAIRS,
  objects: PAIRS,
  verdicts: PAIRS,
  plain: plainPairs.length,
  json: jsonRound.length,
};
/** How many times the time of `base` one check of `name` takes. */
const perCheck = (/** @type {keyof typeof checksOf} */ name, /** @type {keyof typeof checksOf} */ base) =>
  (ratio(name, base).cpu * checksOf[base]) / checksOf[name];
for (const [name, { cpu }] of Object.entries(medians)) {
  const nanoseconds = (cpu * 1e6) / checksOf[/** @type {keyof typeof checksOf} */ (name)];
  console.error(`${name.padEnd(9)} ${nanoseconds.toFixed(0).padStart(9)} ns/check`);
}

// What the peers needed would only make the collector of garbage work harder.
for (const list of [plain, ruleObjects, facts]) list.length = 0;
jsonEngines.clear();

// ── One change ──────────────────────────────────────────────────────────────────────────────────────────────────────

const EDITS = 20;
const stored = verdictOf.slice();
let edit = 0;

/** A supplier corrects an answer and a promise; every zone is checked again and compared with what was stored. */
function editDeclaration() {
  edit += 1;
  const place = (edit * 977) % declarations.length;
  const content = contents[place];
  const answers = { ...content.answers, [rows[edit % 70].id]: { value: edit % 2 ? "met" : "not-met" } };
  domain.replaceDeclaration(engine, place, {
    ...content,
    answers,
    facts: { ...content.facts, patchDaysHigh: edit % 99 },
  });
  const { verdicts } = domain.packDeclaration(engine, place, packed);
  for (const zone of zones.keys()) {
    if (stored[zone * declarations.length + place] !== verdicts[zone]) sink += 1;
    stored[zone * declarations.length + place] = verdicts[zone];
  }
}

/** A hospital changes a level and a threshold; every declaration is checked again and compared. */
function editZone() {
  edit += 1;
  const zone = (edit * 37) % zones.length;
  const slTarget = zones[zone].slTarget.map((level, fr) => (fr === edit % 7 ? (level + 1) % 5 : level));
  domain.replaceProfile(
    engine,
    zone,
    toProfile(domain, { ...zones[zone], slTarget, patchDays: 20 + (edit % 99) }),
  );
  const { verdicts } = domain.packProfile(engine, zone, packed);
  for (const place of declarations.keys()) {
    if (stored[zone * declarations.length + place] !== verdicts[place]) sink += 1;
    stored[zone * declarations.length + place] = verdicts[place];
  }
}

const shown = sample(200);
function explain(/** @type {{ zone: number, place: number }} */ { zone, place }) {
  for (const { expected, declared, reason, waysToClose } of domain.judge(
    profiles[zone],
    contents[place],
    AS_OF,
  ).findings) {
    sink += sentence(expected).length + sentence(declared).length + sentence(reason).length;
    for (const { message } of waysToClose) sink += sentence(message).length;
  }
}
const repeat = (/** @type {() => void} */ work) => () => {
  for (let index = 0; index < EDITS; index += 1) work();
};
const { medians: single } = await compare(
  { declaration: repeat(editDeclaration), zone: repeat(editZone), explained: () => shown.forEach(explain) },
  { rounds: 9, warmup: 3 },
);
const strokes = await typeInBrowser({
  declarations: contents.slice(0, 60),
  asOf: AS_OF,
  strokes: 60,
  warmup: 15,
});
if (sink < 0) throw new Error("nothing was counted");

/** @returns {import("./harness.mjs").Finding} */
function atMost(
  /** @type {string} */ name,
  /** @type {number} */ value,
  /** @type {string} */ unit,
  /** @type {number} */ most,
) {
  return { name, value, unit, goal: `≤ ${most}`, holds: value <= most };
}
/** @returns {import("./harness.mjs").Finding} */
function atLeast(
  /** @type {string} */ name,
  /** @type {number} */ value,
  /** @type {string} */ unit,
  /** @type {number} */ least,
) {
  return { name, value, unit, goal: `≥ ${least}`, holds: value >= least };
}
report([
  atLeast("packed findings", 1 / perCheck("packed", "limit"), "× the speed of the limit", 0.6),
  atMost("finding objects", perCheck("objects", "limit"), "× the time of the limit", 3),
  atLeast("finding objects", perCheck("json", "objects"), "× as fast as json-rules-engine", 1000),
  atLeast("finding objects", perCheck("plain", "objects"), "× as fast as plain rule objects", 10),
  atMost("one declaration against 200 zones", single.declaration.cpu / EDITS, "ms (CPU)", 2),
  atMost("one zone against 5,000 declarations", single.zone.cpu / EDITS, "ms (CPU)", 5),
  atMost("one keystroke, 300 zones, in the browser", median(strokes.engine), "ms", 16),
  atMost("one keystroke as the editor runs it", median(strokes.editor), "ms", 16),
  atMost("engine beside the documents", bytes, "bytes per declaration", 1024),
  atMost("one explained assessment, every sentence", single.explained.cpu / shown.length, "ms (CPU)", 1),
]);
