// The million checks: the engine beside the limit, plain rule objects and json-rules-engine. All four must find the same
// before anything is timed.
import { jsonRulesFor, runJsonRules, toJsonFacts } from "./check-json-rules.mjs";
import { compileLimit, compileLimitZone, packLimit } from "./check-limit.mjs";
import { calendar, rulesFor, runRules, toPlainDeclaration } from "./check-rule-objects.mjs";
import { compare } from "./harness.mjs";

/** @typedef {{ zone: number, place: number }} Pair */
/** @typedef {{ rows: any[], zones: any[], declarations: any[], profiles: any[], contents: any[], asOf: string }} Given */

/**
 * How many times the time of one check of `base` one check of `name` takes.
 * @param {any} domain @param {any} engine @param {any} jsonRules the library @param {Given} given
 */
export async function timePortfolio(domain, engine, jsonRules, given) {
  const { rows, zones, declarations, asOf } = given;
  const pairs = zones.length * declarations.length;
  const packed = domain.noFindings();
  const limit = compileLimit({ rows, declarations, addYears: domain.addYears, asOf });
  const limitZones = zones.map((zone) => compileLimitZone(limit, zone));
  const limitFindings = {
    verdicts: new Uint8Array(declarations.length),
    ends: new Int32Array(declarations.length),
    codes: new Uint16Array(declarations.length * 180),
  };
  const dayAfter = calendar(domain.addYears, asOf);
  const plain = declarations.map((drawn) => toPlainDeclaration(rows, drawn));
  const ruleObjects = zones.map((zone) => [0, 1, 2, 3].map((type) => rulesFor(rows, zone, type, dayAfter)));
  const facts = plain.map((declaration) => toJsonFacts(rows, declaration));
  /** @type {Map<number, any>} Made for the pairs that are run: 800 of them would take longer than all the rest. */
  const jsonEngines = new Map();
  function jsonEngineFor(/** @type {number} */ zone, /** @type {number} */ type) {
    const key = zone * 4 + type;
    const known = jsonEngines.get(key) ?? jsonRulesFor(jsonRules.Engine, rows, zones[zone], type, dayAfter);
    jsonEngines.set(key, known);
    return known;
  }
  const runPlain = (/** @type {Pair} */ { zone, place }) =>
    runRules(ruleObjects[zone][declarations[place].type], plain[place]);
  const runJson = (/** @type {Pair} */ { zone, place }) =>
    runJsonRules(jsonEngineFor(zone, declarations[place].type), facts[place]);

  /** Pairs spread over all zones, declarations and types. */
  const sample = (/** @type {number} */ count, zoneCount = zones.length) =>
    Array.from({ length: count }, (_, number) => ({
      zone: (number * 37) % zoneCount,
      place: (number * 977) % declarations.length,
    }));
  // Eight zones, all types: 32 engines of rules.
  const jsonPairs = sample(240, 8);

  const found = collect(domain, engine, given, packed);
  for (const zone of zones.keys()) {
    packLimit(limit, limitZones[zone], limitFindings);
    for (const place of declarations.keys())
      found.agree(
        "the limit",
        { zone, place },
        limitFindings.verdicts[place],
        countIn(limitFindings.ends, place),
      );
  }
  for (const pair of sample(20_000)) {
    const { verdict, findings } = runPlain(pair);
    found.agree("plain rule objects", pair, verdict, findings.length);
  }
  for (const pair of jsonPairs) {
    const { verdict, findings } = await runJson(pair);
    found.agree("json-rules-engine", pair, verdict, findings.length);
  }
  for (const pair of sample(400)) agreeWithJudge(domain, engine, given, pair);

  let sink = 0;
  const plainPairs = sample(20_000);
  const jsonRound = jsonPairs.slice(0, 60);
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
  if (sink <= 0) throw new Error("nothing was counted");
  const checksOf = {
    ...{ limit: pairs, packed: pairs, objects: pairs, verdicts: pairs },
    plain: plainPairs.length,
    json: jsonRound.length,
  };
  for (const [name, { cpu }] of Object.entries(medians)) {
    const nanoseconds = (cpu * 1e6) / checksOf[/** @type {keyof typeof checksOf} */ (name)];
    console.error(`${name.padEnd(9)} ${nanoseconds.toFixed(0).padStart(9)} ns/check`);
  }
  return (/** @type {keyof typeof checksOf} */ name, /** @type {keyof typeof checksOf} */ base) =>
    (ratio(name, base).cpu * checksOf[base]) / checksOf[name];
}

const countIn = (/** @type {Int32Array} */ ends, /** @type {number} */ pair) =>
  ends[pair] - (pair === 0 ? 0 : ends[pair - 1]);

/** What the engine says of every pair, for the others to be held against. */
function collect(
  /** @type {any} */ domain,
  /** @type {any} */ engine,
  /** @type {Given} */ { zones, declarations },
  /** @type {any} */ packed,
) {
  const verdictOf = new Uint8Array(zones.length * declarations.length);
  const countOf = new Uint16Array(verdictOf.length);
  const histogram = [0, 0, 0, 0];
  for (const zone of zones.keys()) {
    domain.packProfile(engine, zone, packed);
    for (const place of declarations.keys()) {
      verdictOf[zone * declarations.length + place] = packed.verdicts[place];
      countOf[zone * declarations.length + place] = countIn(packed.ends, place);
      histogram[packed.verdicts[place]] += 1;
    }
  }
  const findings = countOf.reduce((sum, count) => sum + count, 0);
  console.error(
    `${verdictOf.length} checks, ${findings} findings; conform ${histogram[0]}, with conditions ${histogram[1]}, incomplete ${histogram[2]}, not ${histogram[3]}`,
  );
  return {
    agree(
      /** @type {string} */ peer,
      /** @type {Pair} */ { zone, place },
      /** @type {number} */ verdict,
      /** @type {number} */ count,
    ) {
      const pair = zone * declarations.length + place;
      if (verdictOf[pair] === verdict && countOf[pair] === count) return;
      const ours = `verdict ${verdictOf[pair]} with ${countOf[pair]} findings`;
      throw new Error(
        `zone ${zone}, declaration ${place}: the engine says ${ours}, ${peer} ${verdict} with ${count}`,
      );
    },
  };
}

function agreeWithJudge(
  /** @type {any} */ domain,
  /** @type {any} */ engine,
  /** @type {Given} */ { profiles, contents, asOf },
  /** @type {Pair} */ { zone, place },
) {
  const isOpen = (/** @type {any} */ { severity }) => severity !== "none" && severity !== "note";
  const judged = domain.judge(profiles[zone], contents[place], asOf);
  const explained = judged.findings.filter(isOpen).map((/** @type {any} */ { id }) => id);
  const decoded = domain.openFindingsAt(engine, zone, place).map((/** @type {any} */ { id }) => id);
  if (explained.join() !== decoded.join())
    throw new Error(`zone ${zone}, declaration ${place}: explained as ${explained}, decoded as ${decoded}`);
}
