// The peer `json-rules-engine` of the check bench: the same requirement rows and rules as JSON, one rule per requirement
// and threshold, one engine per zone and component type.
import { FLAG_SEVERITIES, FR_NAMES, thresholdsOf } from "./check-rule-objects.mjs";
import { FLAGS, TODAY } from "./check-workload.mjs";

/** @typedef {import("./check-workload.mjs").DrawnZone} DrawnZone */
/** @typedef {import("./check-rule-objects.mjs").Plain} Plain */
/** @typedef {import("./check-rule-objects.mjs").Row} Row */

/** A rule has one event: why a row does not count is read from its answer afterwards, which spares two rules a row. */
const ROW_SEVERITIES = {
  "not-met": "gap",
  "not-applicable-without-reason": "gap",
  unanswered: "open",
  partial: "condition",
};
const COUNTING = ["met", "not-applicable"];

/** @param {any} Engine @param {Row[]} rows @param {DrawnZone} zone @param {number} type @param {(years: number) => number} dayAfter */
export function jsonRulesFor(Engine, rows, zone, type, dayAfter) {
  const engine = new Engine([], { allowUndefinedFacts: false });
  engine.addOperator("noneCounts", (/** @type {any[]} */ certificates, /** @type {number} */ strength) =>
    certificates.every((one) => one.strength < strength || one.expiry < TODAY),
  );
  const add = (/** @type {string} */ id, /** @type {string} */ severity, /** @type {any[]} */ ...all) =>
    engine.addRule({ conditions: { all }, event: { type: severity, params: { id } } });
  const is = (/** @type {string} */ fact, /** @type {string} */ operator, /** @type {unknown} */ value) => ({
    fact,
    operator,
    value,
  });
  for (const [place, fr] of FR_NAMES.entries()) {
    const target = zone.slTarget[place];
    add(`level:${fr}`, "condition", is(`native:${fr}`, "lessThan", target));
    add(
      `claim:${fr}`,
      "condition",
      is(`native:${fr}`, "lessThan", target),
      is(`claimed:${fr}`, "greaterThanInclusive", target),
    );
  }
  for (const row of rows)
    if (row.typeMask & (1 << type) && row.minSl <= zone.slTarget[row.fr])
      add(row.id, "row", is(row.id, "notIn", COUNTING));
  const limits = thresholdsOf(zone, dayAfter);
  for (const name of limits.flags) add(name, FLAG_SEVERITIES[FLAGS.indexOf(name)], is(name, "equal", false));
  if (limits.patchDays !== null) add("patchDays", "gap", is("patchDays", "greaterThan", limits.patchDays));
  if (limits.supportEnd !== null) add("supportEnd", "gap", is("supportEnd", "lessThan", limits.supportEnd));
  if (limits.platformEnd !== null)
    add("platformEnd", "gap", is("platformEnd", "lessThan", limits.platformEnd));
  if (limits.mds2Age !== null) add("mds2Age", "open", is("mds2Age", "greaterThan", limits.mds2Age));
  if (limits.sbom !== null) add("sbom", "open", is("sbom", "notIn", limits.sbom));
  if (limits.remote !== null) add("remote", "gap", is("remote", "notIn", limits.remote));
  if (limits.location !== null) add("location", "gap", is("location", "notIn", limits.location));
  if (limits.strength !== null) add("strength", "open", is("certificates", "noneCounts", limits.strength));
  return engine;
}

/** Only what a rule may ask for: every fact costs the library time. @param {Row[]} rows @param {Plain} declaration */
export function toJsonFacts(rows, { answers, native, claimed, flags, ...others }) {
  const asked = rows.filter((row) => row.typeMask & (1 << others.type)).map(({ id }) => [id, answers[id]]);
  const levels = FR_NAMES.flatMap((fr, place) => [
    [`native:${fr}`, native[place]],
    [`claimed:${fr}`, claimed[place]],
  ]);
  return { ...others, ...flags, ...Object.fromEntries(asked), ...Object.fromEntries(levels) };
}

const RANKS = { condition: 1, open: 2, gap: 3 };

/** @param {any} engine @param {Record<string, any>} facts */
export async function runJsonRules(engine, facts) {
  /** @type {{ events: { type: string, params: { id: string } }[] }} */
  const { events } = await engine.run(facts);
  const findings = events.map(({ type, params: { id } }) => ({
    id,
    severity: type === "row" ? ROW_SEVERITIES[/** @type {keyof typeof ROW_SEVERITIES} */ (facts[id])] : type,
  }));
  const verdict = findings.reduce(
    (worst, { severity }) => Math.max(worst, RANKS[/** @type {keyof typeof RANKS} */ (severity)]),
    0,
  );
  return { verdict, findings };
}
