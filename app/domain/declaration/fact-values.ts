/**
 * The words in which a supplier states facts and a hospital demands them: one list each, so that both sides mean the
 * same. Where an order matters it is said. Basis: product.md §3.3, MDS2 2019 sections, IEC 62443-4-2.
 */

/** Which law a product falls under comes first: duties, clocks and proofs differ. `-legacy`: certified under a directive. */
export const REGIMES = ["mdr", "mdr-legacy", "ivdr", "ivdr-legacy", "cra", "other", "unclear"] as const;
export type Regime = (typeof REGIMES)[number];
/** Laws under which conformity can be declared; `directive`: one of those before MDR and IVDR. */
export const CONFORMITY_LAWS = ["mdr", "ivdr", "directive", "cra", "ai-act"] as const;

export const LOGGED_EVENTS = [
  "sign-on",
  "failed-sign-on",
  "privilege-change",
  "account-change",
  "data-access",
  "data-change",
  "configuration-change",
  "update",
  "remote-service",
  "emergency-access",
  "removable-media",
] as const;
export const LOG_FORMATS = [
  "syslog-rfc5424",
  "ihe-atna",
  "cef",
  "json",
  "windows-event",
  "proprietary",
] as const;
export const SIEM_CHANNELS = ["syslog-tls", "syslog", "ihe-atna", "api", "agent"] as const;
export const TIME_SOURCES = ["nts", "ntp", "ptp", "manual"] as const;

/** What is stored or sent, by the harm its disclosure does. */
export const DATA_CLASSES = [
  "health",
  "personal",
  "credentials",
  "configuration",
  "logs",
  "technical",
] as const;
export type DataClass = (typeof DATA_CLASSES)[number];
export const PERSONAL_DATA_CLASSES: ReadonlyArray<DataClass> = ["health", "personal"];

export const UPDATE_MECHANISMS = [
  "automatic",
  "remote-by-owner",
  "local-by-owner",
  "vendor-remote",
  "vendor-on-site",
  "hosted",
] as const;

export const REMOTE_ACCESS_KINDS = ["on-demand", "permanent"] as const;
/** Where a supplier's session ends: in the hospital's gateway or broker, in the supplier's own, or in the device. */
export const REMOTE_ENDS = ["hospital-gateway", "supplier-gateway", "device"] as const;

/** Best first. */
export const DEFAULT_CREDENTIALS = ["none", "forced-change", "changeable", "fixed"] as const;
export const MALWARE_PROTECTIONS = ["included", "allow-listing", "supported", "not-possible"] as const;

export const SBOM_FORMATS = [
  "cyclonedx-json",
  "cyclonedx-xml",
  "spdx-json",
  "spdx-tag-value",
  "other",
] as const;
/** Minimum elements of NTIA 2021; BSI TR-03183 and CISA ask for more (see the catalogue). */
export const SBOM_ELEMENTS = [
  "supplier",
  "component-name",
  "version",
  "unique-identifier",
  "dependencies",
  "author",
  "timestamp",
  "hash",
  "licence",
] as const;

/** Lowest first. */
export const VULNERABILITY_SEVERITIES = ["none", "low", "medium", "high", "critical"] as const;
export type VulnerabilitySeverity = (typeof VULNERABILITY_SEVERITIES)[number];
/** VEX (CSAF 2.0 product status, CycloneDX analysis state). */
export const VEX_STATES = ["affected", "under-investigation", "fixed", "not-affected"] as const;
export const ADVISORY_FORMATS = ["csaf", "vex", "web-page", "e-mail"] as const;

export const DATA_LOCATIONS = ["device", "hospital", "supplier-eea", "cloud-eea", "third-country"] as const;
export const WIRELESS_KINDS = ["wifi", "bluetooth", "cellular", "other-radio"] as const;
/** `adaptive`: keeps learning in use. */
export const AI_FUNCTIONS = ["none", "assistive", "autonomous", "adaptive"] as const;

export const FLOW_TRANSPORTS = ["tcp", "udp", "icmp", "serial", "other"] as const;
/** Seen from the product: it opens the connection, it is connected to, or both. */
export const FLOW_DIRECTIONS = ["outbound", "inbound", "both"] as const;
export const FLOW_PEERS = ["hospital", "supplier", "internet"] as const;

export const MDS2_EDITIONS = ["2019", "2013", "2008", "2004"] as const;
export const MDS2_ANSWERS = ["Yes", "No", "N/A", "See note"] as const;
