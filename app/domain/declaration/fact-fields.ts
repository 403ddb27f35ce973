import { ROWS_THAT_MAY_GIVE_WAY } from "./essential-function";
import {
  ADVISORY_FORMATS,
  AI_FUNCTIONS,
  CONFORMITY_LAWS,
  DATA_CLASSES,
  DATA_LOCATIONS,
  DEFAULT_CREDENTIALS,
  FLOW_DIRECTIONS,
  FLOW_PEERS,
  FLOW_TRANSPORTS,
  LOG_FORMATS,
  LOGGED_EVENTS,
  MALWARE_PROTECTIONS,
  REGIMES,
  REMOTE_ACCESS_KINDS,
  REMOTE_ENDS,
  SBOM_ELEMENTS,
  SBOM_FORMATS,
  SIEM_CHANNELS,
  TIME_SOURCES,
  UPDATE_MECHANISMS,
  VEX_STATES,
  VULNERABILITY_SEVERITIES,
  WIRELESS_KINDS,
} from "./fact-values";
import type { FactKey, ProductFacts } from "./facts";

/** Topics under which facts are asked for and saved, in the order in which they are shown. */
export const FACT_GROUPS = [
  "identification",
  "support",
  "configuration",
  "accounts",
  "logging",
  "data",
  "malware",
  "remote-access",
  "network",
  "wireless",
  "ai",
  "vulnerabilities",
  "sbom",
  "mds2",
  "essential-function",
] as const;
export type FactGroup = (typeof FACT_GROUPS)[number];

type Words = ReadonlyArray<string>;
/** `yes` is said or not. */
export type Column =
  | { kind: "line" | "text" | "date" | "number" | "yes" }
  | { kind: "one-of" | "some-of"; values: Words };
export type Columns = Readonly<Record<string, Column>>;

/**
 * How one fact is asked for. `any-of` and `rows` can say "none", which is something else than saying nothing. A
 * `record` is there or not stated; `handling` is one row for every class of data; `mds2` the answers of a form.
 */
export type FactField = { group: FactGroup } & (
  | { kind: "line" | "text" | "date" | "flag" | "handling" | "mds2" }
  | { kind: "number"; unit: "days" | "hours" }
  | { kind: "one-of" | "any-of"; values: Words }
  | { kind: "rows" | "record"; columns: Columns }
);

const of = <const Kind extends "line" | "text" | "date" | "flag" | "handling" | "mds2">(
  group: FactGroup,
  kind: Kind,
) => ({ group, kind });
const whole = (group: FactGroup, unit: "days" | "hours") => ({ group, kind: "number", unit }) as const;
const oneOf = (group: FactGroup, values: Words) => ({ group, kind: "one-of", values }) as const;
const anyOf = (group: FactGroup, values: Words) => ({ group, kind: "any-of", values }) as const;
const rows = (group: FactGroup, columns: Columns) => ({ group, kind: "rows", columns }) as const;
const record = (group: FactGroup, columns: Columns) => ({ group, kind: "record", columns }) as const;

/** Every fact once, topic by topic; the pages, the file of differences and the self-check are made of it. */
export const FACT_FIELDS = {
  product: of("identification", "line"),
  release: of("identification", "line"),
  udiDi: of("identification", "line"),
  variants: rows("identification", {
    name: { kind: "line" },
    model: { kind: "line" },
    udiDi: { kind: "line" },
  }),
  regime: oneOf("identification", REGIMES),
  regimeReason: of("identification", "text"),
  riskClass: of("identification", "line"),
  isInVitroDiagnostic: of("identification", "flag"),
  placedOnMarketOn: of("identification", "date"),
  conformityDeclared: anyOf("identification", CONFORMITY_LAWS),
  conformityCertificateEndsOn: of("identification", "date"),

  supportEndsOn: of("support", "date"),
  platforms: rows("support", {
    kind: { kind: "one-of", values: ["operating-system", "component"] },
    name: { kind: "line" },
    version: { kind: "line" },
    supportEndsOn: { kind: "date" },
  }),
  updateMechanisms: anyOf("support", UPDATE_MECHANISMS),
  signedUpdates: of("support", "flag"),
  patchDaysCritical: whole("support", "days"),
  patchDaysHigh: whole("support", "days"),

  hardeningGuide: of("configuration", "flag"),
  secureByDefault: of("configuration", "flag"),

  individualAccounts: of("accounts", "flag"),
  defaultCredentials: oneOf("accounts", DEFAULT_CREDENTIALS),
  autoLogoff: of("accounts", "flag"),
  breakGlass: of("accounts", "flag"),

  loggedEvents: anyOf("logging", LOGGED_EVENTS),
  logFormats: anyOf("logging", LOG_FORMATS),
  siemChannels: anyOf("logging", SIEM_CHANNELS),
  timeSources: anyOf("logging", TIME_SOURCES),

  dataHandling: of("data", "handling"),
  dataLocations: anyOf("data", DATA_LOCATIONS),
  processorContract: of("data", "flag"),

  malwareProtection: oneOf("malware", MALWARE_PROTECTIONS),
  malwareJustification: of("malware", "text"),

  remoteAccess: anyOf("remote-access", REMOTE_ACCESS_KINDS),
  remoteEnds: anyOf("remote-access", REMOTE_ENDS),
  remoteMultiFactor: of("remote-access", "flag"),

  networkNeeds: rows("network", {
    protocol: { kind: "line" },
    transport: { kind: "one-of", values: FLOW_TRANSPORTS },
    ports: { kind: "line" },
    direction: { kind: "one-of", values: FLOW_DIRECTIONS },
    peer: { kind: "one-of", values: FLOW_PEERS },
    purpose: { kind: "text" },
    encrypted: { kind: "yes" },
    authenticated: { kind: "yes" },
    required: { kind: "yes" },
  }),

  wireless: anyOf("wireless", WIRELESS_KINDS),

  aiFunction: oneOf("ai", AI_FUNCTIONS),
  aiDocumentation: of("ai", "flag"),

  vulnerabilityContact: of("vulnerabilities", "line"),
  advisories: anyOf("vulnerabilities", ADVISORY_FORMATS),
  incidentNoticeHours: whole("vulnerabilities", "hours"),
  vulnerabilities: rows("vulnerabilities", {
    id: { kind: "line" },
    severity: { kind: "one-of", values: VULNERABILITY_SEVERITIES },
    state: { kind: "one-of", values: VEX_STATES },
    justification: { kind: "text" },
    exploited: { kind: "yes" },
  }),

  sbom: record("sbom", {
    format: { kind: "one-of", values: SBOM_FORMATS },
    formatVersion: { kind: "line" },
    createdOn: { kind: "date" },
    componentCount: { kind: "number" },
    elements: { kind: "some-of", values: SBOM_ELEMENTS },
  }),

  mds2: of("mds2", "mds2"),

  essentialFunction: record("essential-function", {
    functions: { kind: "line" },
    requirementIds: { kind: "some-of", values: ROWS_THAT_MAY_GIVE_WAY },
    reason: { kind: "text" },
    compensation: { kind: "text" },
  }),
} as const satisfies Readonly<Record<FactKey, FactField>>;

// Object.keys forgets what it was given; the table above is closed.
export const FACT_KEYS = Object.keys(FACT_FIELDS) as ReadonlyArray<FactKey>;

/** The classes of data that `handling` asks about, one row each. */
export const HANDLED_CLASSES = DATA_CLASSES;

export function keysOfGroup(group: FactGroup): ReadonlyArray<FactKey> {
  return FACT_KEYS.filter((key) => FACT_FIELDS[key].group === group);
}

/** The facts of one topic; what is not stated is absent. */
export function factsOfGroup(facts: ProductFacts, group: FactGroup): ProductFacts {
  return pickFacts(facts, keysOfGroup(group));
}

export function pickFacts(facts: ProductFacts, keys: ReadonlyArray<FactKey>): ProductFacts {
  return Object.fromEntries(keys.flatMap((key) => (facts[key] === undefined ? [] : [[key, facts[key]]])));
}
