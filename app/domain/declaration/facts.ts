import { z } from "zod";
import { RequirementIdSchema } from "../requirement/component-requirement";
import { IsoDateSchema } from "../shared/iso-date";
import { PortsSchema } from "../shared/ports";
import { lineOfText, textBlock } from "../shared/text";
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
  SIEM_CHANNELS,
  TIME_SOURCES,
  UPDATE_MECHANISMS,
  VEX_STATES,
  VULNERABILITY_SEVERITIES,
  WIRELESS_KINDS,
} from "./fact-values";
import { Mds2Schema } from "./mds2";
import { SbomSchema } from "./sbom";
import { VariantsSchema } from "./variants";

/** Any of the values, each once; an empty list says "none of them", an absent field says nothing at all. */
const anyOf = <const Values extends readonly [string, ...string[]]>(values: Values) =>
  z.array(z.enum(values)).max(values.length);

/** One flow that the product needs in the network around it. */
export const NetworkNeedSchema = z.strictObject({
  /** Id of the catalogue's protocol list, or the supplier's own word. */
  protocol: lineOfText(80),
  transport: z.enum(FLOW_TRANSPORTS),
  ports: PortsSchema,
  direction: z.enum(FLOW_DIRECTIONS),
  peer: z.enum(FLOW_PEERS),
  encrypted: z.boolean(),
  authenticated: z.boolean(),
  /** False: the product does its work without it, only less comfortably. */
  required: z.boolean(),
  purpose: textBlock(300),
});
export type NetworkNeed = z.output<typeof NetworkNeedSchema>;

/** How one class of data is kept and sent; null = the supplier has not said. */
export const DataHandlingSchema = z.strictObject({
  dataClass: z.enum(DATA_CLASSES),
  stored: z.boolean(),
  sent: z.boolean(),
  encryptedAtRest: z.boolean().nullable(),
  encryptedInTransit: z.boolean().nullable(),
});

export type DataHandling = z.output<typeof DataHandlingSchema>;

/** Bought or open-source software that carries the product and whose support ends on a day of its own. */
export const PlatformSchema = z.strictObject({
  kind: z.enum(["operating-system", "component"]),
  name: lineOfText(160),
  version: textBlock(80),
  /** null = the supplier does not know. */
  supportEndsOn: IsoDateSchema.nullable(),
});

export const VulnerabilitySchema = z.strictObject({
  /** `CVE-2021-44228` or the supplier's own number. */
  id: lineOfText(80),
  severity: z.enum(VULNERABILITY_SEVERITIES),
  state: z.enum(VEX_STATES),
  exploited: z.boolean(),
  /** Why not affected, or what is done until it is fixed. */
  justification: textBlock(1000),
});
export type DeclaredVulnerability = z.output<typeof VulnerabilitySchema>;

/** Where security would stand in the way of care (IEC 62443-4-2 CCSC 1, 62443-3-3 4.2): which rows give way, and what stands in for them. */
export const EssentialFunctionSchema = z.strictObject({
  functions: lineOfText(200),
  requirementIds: z.array(RequirementIdSchema).min(1).max(20),
  reason: textBlock(1000),
  compensation: textBlock(1000),
});

/**
 * What a supplier states of one release besides its answers. An absent field is *not stated*: a check reports it as
 * open, never as met. Dates are calendar days; days are whole.
 */
export const ProductFactsSchema = z
  .strictObject({
    product: lineOfText(120),
    release: lineOfText(80),
    udiDi: lineOfText(80),
    /** What the same answers hold for besides; empty = there is nothing but the product itself. */
    variants: VariantsSchema,

    regime: z.enum(REGIMES),
    /** Why this regime, and its class. */
    regimeReason: textBlock(1000),
    riskClass: lineOfText(120),
    isInVitroDiagnostic: z.boolean(),
    placedOnMarketOn: IsoDateSchema,
    /** Laws under which conformity is declared today. */
    conformityDeclared: anyOf(CONFORMITY_LAWS),
    /** Certificate of a notified body, where the class needs one. */
    conformityCertificateEndsOn: IsoDateSchema,

    essentialFunction: EssentialFunctionSchema,

    hardeningGuide: z.boolean(),
    secureByDefault: z.boolean(),

    loggedEvents: anyOf(LOGGED_EVENTS),
    logFormats: anyOf(LOG_FORMATS),
    siemChannels: anyOf(SIEM_CHANNELS),
    timeSources: anyOf(TIME_SOURCES),

    dataHandling: z.array(DataHandlingSchema).max(DATA_CLASSES.length),
    dataLocations: anyOf(DATA_LOCATIONS),
    processorContract: z.boolean(),

    updateMechanisms: anyOf(UPDATE_MECHANISMS),
    signedUpdates: z.boolean(),
    /** Days from disclosure to a released fix. */
    patchDaysCritical: z.int().min(0).max(3650),
    patchDaysHigh: z.int().min(0).max(3650),

    /** Empty = there is no remote access. */
    remoteAccess: anyOf(REMOTE_ACCESS_KINDS),
    remoteEnds: anyOf(REMOTE_ENDS),
    remoteMultiFactor: z.boolean(),

    individualAccounts: z.boolean(),
    defaultCredentials: z.enum(DEFAULT_CREDENTIALS),
    autoLogoff: z.boolean(),
    breakGlass: z.boolean(),

    malwareProtection: z.enum(MALWARE_PROTECTIONS),
    /** Why there is none, and what stands in for it. */
    malwareJustification: textBlock(1000),

    supportEndsOn: IsoDateSchema,
    platforms: z.array(PlatformSchema).max(200),

    vulnerabilityContact: lineOfText(200),
    advisories: anyOf(ADVISORY_FORMATS),
    vulnerabilities: z.array(VulnerabilitySchema).max(2000),
    /** Hours within which the hospital is told of an incident or an exploited vulnerability. */
    incidentNoticeHours: z.int().min(0).max(8760),

    wireless: anyOf(WIRELESS_KINDS),
    aiFunction: z.enum(AI_FUNCTIONS),
    aiDocumentation: z.boolean(),

    networkNeeds: z.array(NetworkNeedSchema).max(200),
    mds2: Mds2Schema,
    sbom: SbomSchema,
  })
  .partial();
export type ProductFacts = z.output<typeof ProductFactsSchema>;
export type FactKey = keyof ProductFacts;
