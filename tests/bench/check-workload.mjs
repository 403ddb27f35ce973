// The workload of the check bench: zones and declarations of performance.md §1 by the same generator, streams and
// seeds, drawn over the real rows of IEC 62443-4-2 and put into the product's own policy rules and facts. Draws happen
// in the order written there; what a rule of the product has no use for is drawn all the same.

/** @typedef {ReturnType<typeof drawZone>} DrawnZone */
/** @typedef {ReturnType<typeof drawDeclaration>} DrawnDeclaration */

/** Day 20,000 since 1970. */
export const TODAY = 20_000;
export const AS_OF = toDate(TODAY);
const ZONES_SEED = 402_500;
const DECLARATIONS_SEED = 402_501;

/** By strength of evidence, weakest first. */
export const STRENGTHS = ["declared", "third-party", "accredited"];
/** Places of personal data: all sixteen countries of the workload fall into these, from home to far. */
const LOCATIONS = ["device", "hospital", "supplier-eea", "cloud-eea", "third-country"];
const REMOTE_ENDS = ["hospital-gateway", "supplier-gateway", "device"];
const SBOM_FORMATS = ["other", "spdx-json", "cyclonedx-json"];
/** The twelve demands of performance.md, each by the fact of the product that stands for it. */
export const FLAGS = [
  "vulnerabilityContact",
  "advisories",
  "encryptedAtRest",
  "defaultCredentials",
  "remoteMultiFactor",
  "siemChannels",
  "signedUpdates",
  "updateMechanisms",
  "malwareProtection",
  "secureByDefault",
  "wireless",
  "individualAccounts",
];
const FLAG_POLICY = {
  vulnerabilityContact: true,
  advisories: ["csaf", "web-page"],
  encryptedAtRest: ["health"],
  defaultCredentials: ["none", "forced-change"],
  remoteMultiFactor: true,
  siemChannels: ["syslog-tls", "syslog"],
  signedUpdates: true,
  updateMechanisms: ["local-by-owner"],
  malwareProtection: ["included", "allow-listing"],
  secureByDefault: true,
  wireless: [],
  individualAccounts: true,
};

/** Numbers in [0, 1), the same for the same seed: `performance.md` §1.1. */
export function mulberry32(/** @type {number} */ seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

function aStream(/** @type {number} */ seed) {
  const unit = mulberry32(seed);
  const int = (/** @type {number} */ count) => Math.floor(unit() * count);
  const level = (/** @type {number[]} */ weights) => {
    const drawn = unit();
    let sum = 0;
    const place = weights.findIndex((weight) => {
      sum += weight;
      return drawn < sum;
    });
    return 1 + (place === -1 ? weights.length - 1 : place);
  };
  const vector = (/** @type {number} */ base) =>
    Array.from({ length: 7 }, () => {
      const drawn = unit();
      return Math.min(4, Math.max(0, drawn < 0.15 ? base - 1 : drawn > 0.85 ? base + 1 : base));
    });
  return {
    unit,
    int,
    level,
    vector,
    maybe: (/** @type {number} */ chance, /** @type {() => any} */ draw) => (unit() < chance ? draw() : null),
  };
}

/** The calendar day of a number of days since 1970. */
export function toDate(/** @type {number} */ day) {
  return new Date(day * 86_400_000).toISOString().slice(0, 10);
}

export function toDay(/** @type {string} */ date) {
  return Date.parse(`${date}T00:00:00Z`) / 86_400_000;
}

function drawZone(/** @type {ReturnType<typeof aStream>} */ { unit, int, level, vector, maybe }) {
  return {
    slTarget: vector(level([0.25, 0.45, 0.25, 0.05])),
    patchDays: maybe(0.6, () => [30, 60, 90, 180][int(4)]),
    years: maybe(0.6, () => 1 + int(6)),
    platformYears: maybe(0.4, () => int(5)),
    mds2Year: maybe(0.3, () => 2013 + int(12)),
    sbomMask: maybe(0.5, () => (unit() < 0.7 ? 0b110 : 0b100)),
    remoteMask: maybe(0.5, () => [0b001, 0b011, 0b111][int(3)]),
    countryMask: maybe(0.3, () => int(65_536) | 0xff),
    certificate: maybe(0.3, () => ({ scheme: int(6), validTo: int(365) })),
    flags: FLAGS.map(() => unit() < 0.4),
  };
}

/** @param {ReturnType<typeof aStream>} stream @param {{ id: string, minSl: number, fr: number, typeMask: number }[]} rows */
function drawDeclaration({ unit, int, level, vector }, rows) {
  const type = int(4);
  const good = unit() < 0.35;
  const claimed = vector(level(good ? [0, 0.1, 0.3, 0.6] : [0.3, 0.4, 0.25, 0.05]));
  const answers = rows.map(({ minSl, fr, typeMask }) => {
    if ((typeMask & (1 << type)) === 0) return null;
    const isInReach = minSl <= claimed[fr];
    if (unit() < (good ? (isInReach ? 0.995 : 0.6) : isInReach ? 0.95 : 0.12)) return "met";
    const drawn = unit();
    const [notMet, partial, notApplicable] = good ? [0.1, 0.6, 0.9] : [0.5, 0.75, 0.9];
    if (drawn < notMet) return "not-met";
    if (drawn < partial) return "partial";
    return drawn < notApplicable ? "not-applicable" : null;
  });
  const one = (/** @type {number[]} */ list) => list[int(list.length)];
  return {
    ...{ type, claimed, answers },
    patchDays: one(good ? [14, 30] : [14, 30, 45, 60, 90, 180, 365]),
    supportEnd: TODAY + (good ? 1095 + int(4380) : -365 + int(5110)),
    platformEnd: TODAY + (good ? 730 + int(2920) : -365 + int(3285)),
    mds2Year: good ? 2019 + int(7) : 2010 + int(16),
    sbom: good ? 1 + int(2) : int(3),
    remote: int(good ? 3 : 4),
    country: int(good ? 8 : 16),
    certificates: Array.from({ length: good ? 2 + int(5) : int(4) }, () => ({
      strength: int(6) >> 1,
      expiry: TODAY - 200 + int(1100),
    })),
    flags: FLAGS.map(() => unit() < (good ? 0.98 : 0.75)),
  };
}

/** Eight countries at home, then two, three and three further away. */
export function locationOf(/** @type {number} */ country) {
  return country < 8 ? (country < 4 ? 0 : 1) : country < 10 ? 2 : country < 13 ? 3 : 4;
}

/** Whether a zone that permits these countries permits the place. */
export function permittedLocations(/** @type {number} */ mask) {
  return [true, true, (mask & (1 << 8)) !== 0, (mask & (1 << 10)) !== 0, (mask & (1 << 13)) !== 0];
}

/** The form bears the middle of its year; none is from tomorrow. */
export function mds2Day(/** @type {number} */ year) {
  return toDay(`${Math.min(year, 2024)}-07-01`);
}

/** How old a form may be that has to be of this year. */
export function mds2MaxAge(/** @type {number} */ year) {
  return Math.min(3650, TODAY - toDay(`${year}-01-01`) + 1);
}

/** Not applicable counts where there is a reason: on every other row. */
export function hasReason(/** @type {number} */ row) {
  return row % 2 === 0;
}

/** @param {any} domain the module of check-domain.ts */
export function drawWorkload(domain, { zones = 200, declarations = 5_000 } = {}) {
  const { COMPONENT_REQUIREMENTS, COMPONENT_TYPES, FOUNDATIONAL_REQUIREMENTS } = domain;
  const rows = COMPONENT_REQUIREMENTS.map((/** @type {any} */ row) => ({
    id: row.id,
    minSl: row.minSl,
    fr: FOUNDATIONAL_REQUIREMENTS.indexOf(row.foundationalRequirement),
    typeMask: row.appliesTo.reduce(
      (/** @type {number} */ mask, /** @type {string} */ type) => mask | (1 << COMPONENT_TYPES.indexOf(type)),
      0,
    ),
  }));
  const zoneStream = aStream(ZONES_SEED);
  const declarationStream = aStream(DECLARATIONS_SEED);
  const drawnZones = Array.from({ length: zones }, () => drawZone(zoneStream));
  const drawnDeclarations = Array.from({ length: declarations }, () =>
    drawDeclaration(declarationStream, rows),
  );
  for (const drawn of drawnDeclarations) settleAnswers(domain, rows, drawn);
  return { rows, zones: drawnZones, declarations: drawnDeclarations };
}

/** What the drawn facts deny is not met: a supplier who contradicts itself is a check that the peers do not have. */
function settleAnswers(
  /** @type {any} */ domain,
  /** @type {{ id: string }[]} */ rows,
  /** @type {DrawnDeclaration} */ drawn,
) {
  const check = domain.CHECKS.find(
    (/** @type {{ id: string }} */ { id }) => id === "facts-agree-with-answers",
  );
  const said = check.subjectOf(toContent(domain, rows, drawn));
  const denied = new Set(said?.denied.flatMap((/** @type {{ rows: string[] }} */ one) => one.rows));
  for (const [row, { id }] of rows.entries()) if (denied.has(id)) drawn.answers[row] = "not-met";
}

/** @param {any} domain @param {DrawnZone} zone */
export function toProfile(domain, zone) {
  const flags = FLAGS.flatMap((name, place) =>
    zone.flags[place] ? [[name, FLAG_POLICY[/** @type {keyof typeof FLAG_POLICY} */ (name)]]] : [],
  );
  const strength = zone.certificate && STRENGTHS[zone.certificate.scheme >> 1];
  const policy = {
    ...Object.fromEntries(flags),
    patchDaysHigh: zone.patchDays,
    plannedServiceYears: zone.years,
    platformSupport: zone.platformYears === null ? null : true,
    mds2MaxAgeDays: zone.mds2Year && mds2MaxAge(zone.mds2Year),
    sbomFormats: zone.sbomMask && SBOM_FORMATS.filter((_, place) => zone.sbomMask & (1 << place)),
    remoteEnds: zone.remoteMask && REMOTE_ENDS.filter((_, place) => zone.remoteMask & (2 << place)),
    dataLocations:
      zone.countryMask && LOCATIONS.filter((_, place) => permittedLocations(zone.countryMask)[place]),
    capabilityEvidence: strength && [strength, strength, strength, strength],
  };
  return domain.requirementProfile({
    slTarget: domain.fromLevels(zone.slTarget),
    requirements: domain.COMPONENT_REQUIREMENTS,
    catalogueVersion: domain.CATALOGUE_VERSION,
    policy: domain.resolvePolicy({ "reference-type": {}, organisation: {}, zone: policy }).policy,
    mds2Questions: domain.MDS2_QUESTIONS,
    milestones: domain.LEGAL_MILESTONES,
  });
}

/** @param {any} domain @param {{ id: string }[]} rows @param {DrawnDeclaration} drawn */
export function toContent(domain, rows, drawn) {
  const [
    contact,
    advises,
    encrypts,
    noDefault,
    twoFactors,
    forwards,
    signs,
    owner,
    malware,
    secure,
    wired,
    individual,
  ] = drawn.flags;
  return {
    componentTypes: [domain.COMPONENT_TYPES[drawn.type]],
    claimedSlCapability: domain.fromLevels(drawn.claimed),
    answers: Object.fromEntries(
      rows.flatMap(({ id }, row) =>
        drawn.answers[row] === null ? [] : [[id, toAnswer(drawn.answers[row], row)]],
      ),
    ),
    facts: {
      product: "Pump",
      release: "1.0",
      patchDaysHigh: drawn.patchDays,
      supportEndsOn: toDate(drawn.supportEnd),
      platforms: [
        { kind: "operating-system", name: "Linux", version: "6.1", supportEndsOn: toDate(drawn.platformEnd) },
      ],
      mds2: { edition: "2019", releasedOn: toDate(mds2Day(drawn.mds2Year)), answers: {} },
      sbom: {
        format: SBOM_FORMATS[drawn.sbom],
        formatVersion: "1.6",
        createdOn: toDate(TODAY - 30),
        componentCount: 100,
        elements: ["supplier", "component-name", "version"],
      },
      remoteAccess: drawn.remote === 0 ? [] : ["on-demand"],
      remoteEnds: drawn.remote === 0 ? [] : [REMOTE_ENDS[drawn.remote - 1]],
      dataLocations: [LOCATIONS[locationOf(drawn.country)]],
      dataHandling: [
        {
          dataClass: "health",
          stored: true,
          sent: true,
          encryptedAtRest: encrypts,
          encryptedInTransit: true,
        },
      ],
      ...(contact ? { vulnerabilityContact: "psirt@supplier.example" } : {}),
      advisories: advises ? ["web-page"] : [],
      defaultCredentials: noDefault ? "none" : "changeable",
      remoteMultiFactor: twoFactors,
      siemChannels: forwards ? ["syslog-tls"] : [],
      signedUpdates: signs,
      updateMechanisms: owner ? ["local-by-owner", "vendor-remote"] : ["vendor-remote"],
      malwareProtection: malware ? "included" : "not-possible",
      malwareJustification: "No other code can be started",
      secureByDefault: secure,
      wireless: wired ? [] : ["wifi"],
      individualAccounts: individual,
    },
    evidence: drawn.certificates.map(({ strength, expiry }, number) => ({
      ...{
        id: `e${number}`,
        type: "certificate",
        subject: "product-capability",
        title: "Certificate",
        issuer: "Lab",
      },
      ...{ assurance: STRENGTHS[strength], scheme: "iec-62443-4-2", schemeVersion: "2019" },
      scope: { product: "Pump", releases: ["1.0"], componentTypes: domain.COMPONENT_TYPES, level: 4 },
      ...{ validFrom: null, validUntil: toDate(expiry), reference: "", sha256: null },
    })),
  };
}

function toAnswer(/** @type {string | null} */ answer, /** @type {number} */ row) {
  switch (answer) {
    case "partial":
      return { value: "met-with-countermeasure", note: "A gateway in front of it" };
    case "not-applicable":
      return { value: answer, ...(hasReason(row) ? { note: "There is nothing of the kind" } : {}) };
    default:
      return { value: answer };
  }
}
