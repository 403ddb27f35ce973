// The physical limit of the check bench: the same verdicts and findings by bare comparisons of words and numbers,
// written for exactly this workload, with nothing of the product. What the engine costs above it is the price of being
// general: rules by name, levels by row, every check the product has.
import {
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

const GUARDS = 0x08888888;
const OFF = -1;
/** Codes: 0–127 not met, 128 unanswered, 256 without reason, 384 partial, 512 a level, 520 a claim, 600 a rule. */
const LEVEL = 512;
const CLAIM = 520;
const RULE = 600;
/** Places of the flags whose absence is no gap, and of the one that a product without remote access has. */
const CONTACT = 0;
const MALWARE = 8;
const TWO_FACTORS = 4;
/** Four words of rows in four states. */
const WORDS = 16;

const nibbles = (/** @type {number[]} */ levels) =>
  levels.reduce((packed, level, fr) => packed | (level << (4 * fr)), 0);
const bitsOf = (/** @type {boolean[]} */ flags) =>
  flags.reduce((mask, flag, place) => mask | (flag ? 1 << place : 0), 0);

/** @param {{ rows: Row[], declarations: DrawnDeclaration[], addYears: (date: string, years: number) => string, asOf: string }} given */
export function compileLimit({ rows, declarations, addYears, asOf }) {
  const count = declarations.length;
  const masks = new Int32Array(count * WORDS);
  const [native, claimed, flags, patch, support, platform, age, shape, evidence] = Array.from(
    { length: 9 },
    () => new Int32Array(count),
  );
  for (const [place, drawn] of declarations.entries()) {
    const levels = Array.from({ length: 7 }, () => 4);
    for (const [row, { minSl, fr, typeMask }] of rows.entries()) {
      if ((typeMask & (1 << drawn.type)) === 0) continue;
      const answer = drawn.answers[row];
      if (answer === "met" || (answer === "not-applicable" && hasReason(row))) continue;
      levels[fr] = Math.min(levels[fr], minSl - 1);
      const state = answer === "not-met" ? 0 : answer === null ? 1 : answer === "not-applicable" ? 2 : 3;
      masks[place * WORDS + (row >>> 5) * 4 + state] |= 1 << (row & 31);
    }
    native[place] = nibbles(levels);
    claimed[place] = nibbles(drawn.claimed) | GUARDS;
    flags[place] = bitsOf(drawn.flags) | (drawn.remote === 0 ? 1 << TWO_FACTORS : 0);
    patch[place] = drawn.patchDays;
    support[place] = drawn.supportEnd;
    platform[place] = drawn.platformEnd;
    age[place] = TODAY - mds2Day(drawn.mds2Year);
    shape[place] = (1 << drawn.sbom) | (16 << drawn.remote) | (256 << locationOf(drawn.country));
    evidence[place] = drawn.certificates
      .filter(({ expiry }) => expiry >= TODAY)
      .reduce((best, { strength }) => Math.max(best, strength + 1), 0);
  }
  const years = Array.from({ length: 7 }, (_, number) => toDay(addYears(asOf, number)));
  return {
    rows,
    years,
    count,
    ...{ masks, native, claimed, flags, patch, support, platform, age, shape, evidence },
  };
}

/** @param {ReturnType<typeof compileLimit>} portfolio @param {DrawnZone} zone */
export function compileLimitZone({ rows, years }, zone) {
  const demanded = new Int32Array(4);
  for (const [row, { minSl, fr }] of rows.entries())
    if (minSl <= zone.slTarget[fr]) demanded[row >>> 5] |= 1 << (row & 31);
  const locations = zone.countryMask === null ? 31 : bitsOf(permittedLocations(zone.countryMask));
  return {
    demanded,
    target: nibbles(zone.slTarget),
    flags: bitsOf(zone.flags),
    patch: zone.patchDays ?? 0x7fffffff,
    support: zone.years === null ? OFF : years[zone.years],
    platform: zone.platformYears === null ? OFF : years[zone.years ?? 0],
    age: zone.mds2Year === null ? 0x7fffffff : mds2MaxAge(zone.mds2Year),
    shape: (zone.sbomMask ?? 15) | ((zone.remoteMask ?? 15) << 4) | (locations << 8),
    evidence:
      zone.certificate === null || Math.max(...zone.slTarget) === 0 ? 0 : (zone.certificate.scheme >> 1) + 1,
  };
}

/** Verdicts, ends and codes of one zone against all declarations, written over `into`; returns how many codes. */
export function packLimit(
  /** @type {ReturnType<typeof compileLimit>} */ portfolio,
  /** @type {ReturnType<typeof compileLimitZone>} */ zone,
  /** @type {{ verdicts: Uint8Array, ends: Int32Array, codes: Uint16Array }} */ into,
) {
  const { count, masks, native, claimed, flags, patch, support, platform, age, shape, evidence } = portfolio;
  const { demanded, target } = zone;
  const { verdicts, ends, codes } = into;
  let end = 0;
  for (let place = 0; place < count; place += 1) {
    let [gap, open, condition] = [0, 0, 0];
    const unreached = (((native[place] | GUARDS) - target) & GUARDS) ^ GUARDS;
    if (unreached !== 0) {
      for (let word = 0; word < 4; word += 1) {
        const offset = place * WORDS + word * 4;
        const row = word << 5;
        const required = demanded[word];
        const notMet = required & masks[offset];
        const unanswered = required & masks[offset + 1];
        const unfounded = required & masks[offset + 2];
        const partial = required & masks[offset + 3];
        gap |= notMet | unfounded;
        open |= unanswered;
        condition |= partial;
        for (let rest = notMet; rest !== 0; rest &= rest - 1)
          codes[end++] = row + 31 - Math.clz32(rest & -rest);
        for (let rest = unanswered; rest !== 0; rest &= rest - 1)
          codes[end++] = 128 + row + 31 - Math.clz32(rest & -rest);
        for (let rest = unfounded; rest !== 0; rest &= rest - 1)
          codes[end++] = 256 + row + 31 - Math.clz32(rest & -rest);
        for (let rest = partial; rest !== 0; rest &= rest - 1)
          codes[end++] = 384 + row + 31 - Math.clz32(rest & -rest);
      }
      for (let rest = unreached; rest !== 0; rest &= rest - 1)
        codes[end++] = LEVEL + ((31 - Math.clz32(rest & -rest)) >> 2);
      for (let rest = unreached & (claimed[place] - target); rest !== 0; rest &= rest - 1)
        codes[end++] = CLAIM + ((31 - Math.clz32(rest & -rest)) >> 2);
    }
    const lacking = zone.flags & ~flags[place];
    if (lacking !== 0) {
      gap |= lacking & ~((1 << CONTACT) | (1 << MALWARE));
      open |= lacking & (1 << CONTACT);
      condition |= lacking & (1 << MALWARE);
      for (let rest = lacking; rest !== 0; rest &= rest - 1)
        codes[end++] = RULE + 31 - Math.clz32(rest & -rest);
    }
    if (patch[place] > zone.patch) {
      gap = 1;
      codes[end++] = RULE + 12;
    }
    if (support[place] < zone.support) {
      gap = 1;
      codes[end++] = RULE + 13;
    }
    if (platform[place] < zone.platform) {
      gap = 1;
      codes[end++] = RULE + 14;
    }
    if (age[place] > zone.age) {
      open = 1;
      codes[end++] = RULE + 15;
    }
    const outside = shape[place] & ~zone.shape;
    if (outside !== 0) {
      if ((outside & 15) !== 0) {
        open = 1;
        codes[end++] = RULE + 16;
      }
      if ((outside & 0xf0) !== 0) {
        gap = 1;
        codes[end++] = RULE + 17;
      }
      if ((outside & 0x1f00) !== 0) {
        gap = 1;
        codes[end++] = RULE + 18;
      }
    }
    if (evidence[place] < zone.evidence) {
      open = 1;
      codes[end++] = RULE + 19;
    }
    verdicts[place] = gap !== 0 ? 3 : open !== 0 ? 2 : condition !== 0 ? 1 : 0;
    ends[place] = end;
  }
  return end;
}
