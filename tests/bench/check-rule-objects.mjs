// The peer "plain rule objects" of the check bench: what one writes first. An array of rule functions per zone and
// component type, each with its message, run over a declaration that is a plain object.
import {
  FLAGS,
  hasReason,
  locationOf,
  mds2Day,
  mds2MaxAge,
  permittedLocations,
  TODAY,
  toDay,
} from "./check-workload.mjs";

/** @typedef {import("./check-workload.mjs").DrawnZone} DrawnZone */
/** @typedef {import("./check-workload.mjs").DrawnDeclaration} DrawnDeclaration */
/** @typedef {{ id: string, minSl: number, fr: number, typeMask: number }} Row */
/** @typedef {{ id: string, severity: "gap" | "open" | "condition", message: string }} Found */
/** @typedef {ReturnType<typeof toPlainDeclaration>} Plain */
/** @typedef {(declaration: Plain) => Found | null} Rule */

export const FR_NAMES = ["IAC", "UC", "SI", "DC", "RDF", "TRE", "RA"];
/** Severity of a flag that is demanded and not there. */
export const FLAG_SEVERITIES = FLAGS.map((name) =>
  name === "vulnerabilityContact" ? "open" : name === "malwareProtection" ? "condition" : "gap",
);

/** @param {Row[]} rows @param {DrawnDeclaration} drawn */
export function toPlainDeclaration(rows, drawn) {
  /** @type {Record<string, string>} */
  const answers = {};
  const native = FR_NAMES.map(() => 4);
  for (const [row, { id, minSl, fr, typeMask }] of rows.entries()) {
    const answer = drawn.answers[row] ?? "unanswered";
    answers[id] = answer === "not-applicable" && !hasReason(row) ? "not-applicable-without-reason" : answer;
    if (typeMask & (1 << drawn.type) && !["met", "not-applicable"].includes(answers[id]))
      native[fr] = Math.min(native[fr], minSl - 1);
  }
  return {
    ...{ type: drawn.type, answers, native, claimed: drawn.claimed },
    ...{ patchDays: drawn.patchDays, supportEnd: drawn.supportEnd, platformEnd: drawn.platformEnd },
    ...{ mds2Age: TODAY - mds2Day(drawn.mds2Year), sbom: drawn.sbom, remote: drawn.remote },
    location: locationOf(drawn.country),
    certificates: drawn.certificates,
    flags: Object.fromEntries(
      FLAGS.map((name, place) => [
        name,
        drawn.flags[place] || (name === "remoteMultiFactor" && drawn.remote === 0),
      ]),
    ),
  };
}

/**
 * Thresholds of a zone as numbers and lists: what both peers write their rules from.
 * @param {DrawnZone} zone @param {(years: number) => number} dayAfter
 */
export function thresholdsOf(zone, dayAfter) {
  const inMask = (/** @type {number | null} */ mask, /** @type {number} */ count) =>
    mask === null
      ? null
      : Array.from({ length: count }, (_, value) => value).filter((value) => mask & (1 << value));
  return {
    patchDays: zone.patchDays,
    supportEnd: zone.years === null ? null : dayAfter(zone.years),
    platformEnd: zone.platformYears === null ? null : dayAfter(zone.years ?? 0),
    mds2Age: zone.mds2Year === null ? null : mds2MaxAge(zone.mds2Year),
    sbom: inMask(zone.sbomMask, 3),
    remote: inMask(zone.remoteMask, 4),
    location:
      zone.countryMask === null
        ? null
        : permittedLocations(zone.countryMask).flatMap((permitted, place) => (permitted ? [place] : [])),
    strength:
      zone.certificate === null || Math.max(...zone.slTarget) === 0 ? null : zone.certificate.scheme >> 1,
    flags: FLAGS.filter((_, place) => zone.flags[place]),
  };
}

/** @param {Row[]} rows @param {DrawnZone} zone @param {number} type @param {(years: number) => number} dayAfter @returns {Rule[]} */
export function rulesFor(rows, zone, type, dayAfter) {
  const levels = FR_NAMES.flatMap((fr, place) => levelRules(fr, place, zone.slTarget[place]));
  const demanded = rows.filter((row) => row.typeMask & (1 << type) && row.minSl <= zone.slTarget[row.fr]);
  return [...levels, ...demanded.map(rowRule), ...factRules(thresholdsOf(zone, dayAfter))];
}

/** @returns {Rule[]} */
function levelRules(/** @type {string} */ fr, /** @type {number} */ place, /** @type {number} */ target) {
  return [
    ({ native }) =>
      native[place] >= target
        ? null
        : {
            id: `level:${fr}`,
            severity: "condition",
            message: `${fr} reaches SL ${native[place]} of SL ${target}`,
          },
    ({ native, claimed }) =>
      native[place] >= target || claimed[place] < target
        ? null
        : {
            id: `claim:${fr}`,
            severity: "condition",
            message: `${fr} is claimed as SL ${claimed[place]}, shown is SL ${native[place]}`,
          },
  ];
}

/** @returns {Rule} */
function rowRule(/** @type {Row} */ { id }) {
  return ({ answers }) => {
    switch (answers[id]) {
      case "met":
      case "not-applicable":
        return null;
      case "not-met":
        return { id, severity: "gap", message: `${id} is not met` };
      case "not-applicable-without-reason":
        return { id, severity: "gap", message: `${id} is said not to apply, without a reason` };
      case "partial":
        return { id, severity: "condition", message: `${id} needs a countermeasure of the zone` };
      default:
        return { id, severity: "open", message: `${id} has not been answered` };
    }
  };
}

/** @returns {Rule[]} */
function factRules(/** @type {ReturnType<typeof thresholdsOf>} */ zone) {
  /** @type {Rule[]} */
  const rules = zone.flags.map((name) => {
    const severity = FLAG_SEVERITIES[FLAGS.indexOf(name)];
    return ({ flags }) =>
      flags[name] ? null : { id: name, severity, message: `${name} is demanded and not there` };
  });
  const { patchDays, supportEnd, platformEnd, mds2Age, sbom, remote, location, strength } = zone;
  if (patchDays !== null)
    rules.push((one) =>
      one.patchDays <= patchDays
        ? null
        : {
            id: "patchDays",
            severity: "gap",
            message: `fixes take ${one.patchDays} days, ${patchDays} are accepted`,
          },
    );
  if (supportEnd !== null)
    rules.push((one) =>
      one.supportEnd >= supportEnd
        ? null
        : {
            id: "supportEnd",
            severity: "gap",
            message: `support ends on day ${one.supportEnd}, needed until ${supportEnd}`,
          },
    );
  if (platformEnd !== null)
    rules.push((one) =>
      one.platformEnd >= platformEnd
        ? null
        : {
            id: "platformEnd",
            severity: "gap",
            message: `the platform ends on day ${one.platformEnd}, needed until ${platformEnd}`,
          },
    );
  if (mds2Age !== null)
    rules.push((one) =>
      one.mds2Age <= mds2Age
        ? null
        : {
            id: "mds2Age",
            severity: "open",
            message: `the MDS2 is ${one.mds2Age} days old, ${mds2Age} are accepted`,
          },
    );
  if (sbom !== null)
    rules.push((one) =>
      sbom.includes(one.sbom)
        ? null
        : { id: "sbom", severity: "open", message: `SBOM format ${one.sbom} is none of ${sbom.join()}` },
    );
  if (remote !== null)
    rules.push((one) =>
      remote.includes(one.remote)
        ? null
        : {
            id: "remote",
            severity: "gap",
            message: `remote access ends at ${one.remote}, permitted are ${remote.join()}`,
          },
    );
  if (location !== null)
    rules.push((one) =>
      location.includes(one.location)
        ? null
        : {
            id: "location",
            severity: "gap",
            message: `data are at ${one.location}, permitted are ${location.join()}`,
          },
    );
  if (strength !== null)
    rules.push((one) =>
      one.certificates.some((certificate) => certificate.strength >= strength && certificate.expiry >= TODAY)
        ? null
        : {
            id: "strength",
            severity: "open",
            message: `none of ${one.certificates.length} certificates counts`,
          },
    );
  return rules;
}

const RANKS = { condition: 1, open: 2, gap: 3 };

/** @param {Rule[]} rules @param {Plain} declaration */
export function runRules(rules, declaration) {
  /** @type {Found[]} */
  const findings = [];
  let verdict = 0;
  for (const rule of rules) {
    const found = rule(declaration);
    if (found === null) continue;
    findings.push(found);
    verdict = Math.max(verdict, RANKS[found.severity]);
  }
  return { verdict, findings };
}

/** A calendar of whole years from today as days. */
export function calendar(
  /** @type {(date: string, years: number) => string} */ addYears,
  /** @type {string} */ asOf,
) {
  return (/** @type {number} */ years) => toDay(addYears(asOf, years));
}
