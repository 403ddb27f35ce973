import {
  ADVISORY_FORMATS,
  AI_FUNCTIONS,
  DATA_CLASSES,
  DATA_LOCATIONS,
  DEFAULT_CREDENTIALS,
  LOG_FORMATS,
  LOGGED_EVENTS,
  MALWARE_PROTECTIONS,
  MDS2_EDITIONS,
  REMOTE_ACCESS_KINDS,
  REMOTE_ENDS,
  SBOM_ELEMENTS,
  SBOM_FORMATS,
  SIEM_CHANNELS,
  TIME_SOURCES,
  UPDATE_MECHANISMS,
  VULNERABILITY_SEVERITIES,
  WIRELESS_KINDS,
} from "../declaration/fact-values";

/** Topics of product.md §3.3, in the order in which a policy is shown. */
export const POLICY_TOPICS = [
  "regime",
  "configuration",
  "accounts",
  "logging",
  "encryption",
  "updates",
  "malware",
  "remote-access",
  "network",
  "support",
  "sbom",
  "vulnerabilities",
  "incidents",
  "personal-data",
  "ai",
  "mds2",
  "evidence",
] as const;
export type PolicyTopic = (typeof POLICY_TOPICS)[number];

const flag = (topic: PolicyTopic) => ({ kind: "flag", topic }) as const;
/** `all-of`: each is demanded; `any-of`: one is enough; `only`: nothing else is permitted, empty permits nothing. */
const choice = <
  const Values extends readonly [string, ...string[]],
  const Mode extends "all-of" | "any-of" | "only",
>(
  topic: PolicyTopic,
  mode: Mode,
  values: Values,
) => ({ kind: "choice", topic, mode, values }) as const;
const whole = (topic: PolicyTopic, unit: "days" | "hours" | "years", min: number, max: number) =>
  ({ kind: "number", topic, unit, min, max }) as const;

/**
 * Every rule that a zone can set for the products in it. A rule without a value is off. A check reads its rules from
 * here, the settings page and the schema are made of them.
 */
export const POLICY_RULES = {
  /** Regimes under which a product may come in; what is unclear is never permitted, so it cannot be chosen. */
  regimes: choice("regime", "only", ["mdr", "mdr-legacy", "ivdr", "ivdr-legacy", "cra", "other"]),

  hardeningGuide: flag("configuration"),
  secureByDefault: flag("configuration"),

  individualAccounts: flag("accounts"),
  defaultCredentials: choice("accounts", "only", DEFAULT_CREDENTIALS),
  autoLogoff: flag("accounts"),

  loggedEvents: choice("logging", "all-of", LOGGED_EVENTS),
  logFormats: choice("logging", "any-of", LOG_FORMATS),
  siemChannels: choice("logging", "any-of", SIEM_CHANNELS),
  timeSources: choice("logging", "any-of", TIME_SOURCES),

  /** Classes of data to be encrypted wherever a product sends or stores them. */
  encryptedInTransit: choice("encryption", "all-of", DATA_CLASSES),
  encryptedAtRest: choice("encryption", "all-of", DATA_CLASSES),

  updateMechanisms: choice("updates", "any-of", UPDATE_MECHANISMS),
  signedUpdates: flag("updates"),
  patchDaysCritical: whole("updates", "days", 1, 3650),
  patchDaysHigh: whole("updates", "days", 1, 3650),

  malwareProtection: choice("malware", "only", MALWARE_PROTECTIONS),

  remoteAccess: choice("remote-access", "only", REMOTE_ACCESS_KINDS),
  remoteEnds: choice("remote-access", "only", REMOTE_ENDS),
  remoteMultiFactor: flag("remote-access"),

  wireless: choice("network", "only", WIRELESS_KINDS),
  /** Whether what a product needs is held against the channels of the zone's conduits. */
  declaredNetworkNeeds: flag("network"),

  /** Years from the day of the assessment during which the product is to be used. */
  plannedServiceYears: whole("support", "years", 0, 40),
  platformSupport: flag("support"),

  sbomFormats: choice("sbom", "any-of", SBOM_FORMATS),
  sbomElements: choice("sbom", "all-of", SBOM_ELEMENTS),
  sbomMaxAgeDays: whole("sbom", "days", 1, 3650),

  vulnerabilityContact: flag("vulnerabilities"),
  advisories: choice("vulnerabilities", "any-of", ADVISORY_FORMATS),
  /** The worst severity of a known open vulnerability that is still accepted. */
  openVulnerabilities: { kind: "one-of", topic: "vulnerabilities", values: VULNERABILITY_SEVERITIES },

  incidentNoticeHours: whole("incidents", "hours", 1, 8760),

  dataLocations: choice("personal-data", "only", DATA_LOCATIONS),
  processorContract: flag("personal-data"),

  aiFunctions: choice("ai", "only", AI_FUNCTIONS),
  aiDocumentation: flag("ai"),

  mds2Editions: choice("mds2", "any-of", MDS2_EDITIONS),
  mds2MaxAgeDays: whole("mds2", "days", 1, 3650),

  /** Strength demanded at SL 1, 2, 3 and 4 of the zone's highest level; never falling with the level. */
  capabilityEvidence: { kind: "ladder", topic: "evidence" },
  developmentEvidence: { kind: "ladder", topic: "evidence" },
} as const;

export type PolicyKey = keyof typeof POLICY_RULES;
// Object.keys forgets what it was given; the table above is closed.
export const POLICY_KEYS = Object.keys(POLICY_RULES) as ReadonlyArray<PolicyKey>;
export type PolicyRule = (typeof POLICY_RULES)[PolicyKey];
