import { z } from "zod";
import { PolicyLayerSchema } from "../policy/policy";
import { ComponentTypeSchema } from "../requirement/component-requirement";
import { RiskAssessmentSchema } from "../risk/risk-assessment";
import { SlVectorSchema } from "../security-level/security-level";
import { IsoDateSchema } from "../shared/iso-date";
import { PortsSchema } from "../shared/ports";
import { lineOfText, optionalLineOfText, textBlock } from "../shared/text";

/**
 * The zone model of one system under consideration (IEC 62443-3-2): plain data, no positions in the facts.
 * Membership of a zone is a fact (`zoneId`, `parentId`); where a box stands lives in `layout` alone, so that
 * moving a box never changes an assessment.
 */

/** Ids are made by whoever draws (the browser or an import), so that a command can be replayed anywhere. */
// `__proto__` would be lost as a key of `layout`.
export const ElementIdSchema = z.string().regex(/^(?!__proto__$)[A-Za-z0-9_-]{1,64}$/);

/** Far above the largest hospital (300 zones, 5,000 assets): a guard against exhaustion, not a licence. */
export const MAX_ZONES = 2_000;
export const MAX_CONDUITS = 10_000;
export const MAX_ASSETS = 50_000;
export const MAX_WAIVERS = 5_000;

/** How far a zone may be trusted; `untrusted` lies outside the control of the hospital. */
export const TRUST_CLASSES = ["untrusted", "boundary", "low", "medium", "high", "highest"] as const;
export type TrustClass = (typeof TRUST_CLASSES)[number];

export const CRITICALITY_LEVELS = ["none", "low", "medium", "high"] as const;
const CriticalityLevelSchema = z.enum(CRITICALITY_LEVELS);

export const ZoneSchema = z.strictObject({
  id: ElementIdSchema,
  name: lineOfText(120),
  /** Id of a reference zone type of the catalogue, or null for a zone of the hospital's own kind. */
  referenceType: z.string().max(64).nullable(),
  parentId: ElementIdSchema.nullable(),
  purpose: textBlock(),
  trustClass: z.enum(TRUST_CLASSES),
  criticality: z.strictObject({
    patientSafety: CriticalityLevelSchema,
    continuityOfCare: CriticalityLevelSchema,
    confidentiality: CriticalityLevelSchema,
  }),
  /** Target security level; null = not set yet. */
  slTarget: SlVectorSchema.nullable(),
  slTargetRationale: textBlock(),
  /** What the target was derived from; null = set by hand or from a reference type. */
  riskAssessment: RiskAssessmentSchema.nullable().default(null),
  /** Why a sub-zone may have a lower SL-T than its parent; empty where it has not. */
  weakerThanParentReason: textBlock(),
  owner: textBlock(200),
  /** What this zone demands otherwise than its organisation; nothing in models from before there were policies. */
  policy: PolicyLayerSchema.default({}),
});
export type Zone = z.output<typeof ZoneSchema>;

export const TRANSPORTS = ["tcp", "udp", "icmp", "serial", "other"] as const;
export const INITIATORS = ["from", "to", "either"] as const;

/** One protocol flow inside a conduit. */
export const ChannelSchema = z.strictObject({
  id: ElementIdSchema,
  protocol: lineOfText(80),
  ports: PortsSchema,
  transport: z.enum(TRANSPORTS),
  /** Which end opens the connection. */
  initiator: z.enum(INITIATORS),
  /** null = nobody has said. */
  encrypted: z.boolean().nullable(),
  authenticated: z.boolean().nullable(),
  purpose: textBlock(500),
});
export type Channel = z.output<typeof ChannelSchema>;

export const ConduitSchema = z.strictObject({
  id: ElementIdSchema,
  name: textBlock(120),
  fromZoneId: ElementIdSchema,
  toZoneId: ElementIdSchema,
  /** null = derived: per FR the higher target of both ends. */
  slTarget: SlVectorSchema.nullable(),
  slTargetRationale: textBlock().default(""),
  riskAssessment: RiskAssessmentSchema.nullable().default(null),
  wireless: z.boolean(),
  remoteAccess: z.boolean(),
  temporary: z.boolean(),
  channels: z.array(ChannelSchema).max(200),
});
export type Conduit = z.output<typeof ConduitSchema>;

const MAX_ASSET_WORDS = 120;

export const AssetSchema = z.strictObject({
  id: ElementIdSchema,
  name: lineOfText(120),
  /** Exactly one zone, or null while it has none (a finding, never silently dropped). */
  zoneId: ElementIdSchema.nullable(),
  /** The product release known to the portal, or null. */
  productReleaseId: z.string().max(64).nullable(),
  componentTypes: z.array(ComponentTypeSchema).max(4),
  quantity: z.int().min(1).max(100_000),
  location: textBlock(200),
  softwareVersion: textBlock(80),
  /** What the hospital's inventory calls it; models from before say nothing. Nothing of it goes into an assessment. */
  manufacturer: optionalLineOfText(MAX_ASSET_WORDS).default(""),
  model: optionalLineOfText(MAX_ASSET_WORDS).default(""),
  /** Any line: whether it has the form of an issuing entity is a hint, never a refusal (`formOfUdiDi`). */
  udiDi: optionalLineOfText(80).default(""),
  safetyRelated: z.boolean(),
  wireless: z.boolean(),
  /** Portable or temporarily connected. */
  portable: z.boolean(),
  externallyConnected: z.boolean(),
});
export type Asset = z.output<typeof AssetSchema>;

const Coordinate = z.number().min(-1_000_000).max(1_000_000);
/** Where a box stands on the canvas, in pixels relative to its parent zone; size for zones only. */
export const PlaceSchema = z.strictObject({
  x: Coordinate,
  y: Coordinate,
  width: z.number().min(40).max(100_000).optional(),
  height: z.number().min(30).max(100_000).optional(),
  /** Drawn as a small box with totals; its width and height are those it has when opened. */
  collapsed: z.boolean().optional(),
});
export type Place = z.output<typeof PlaceSchema>;

export const ElementRefSchema = z.strictObject({
  kind: z.enum(["zone", "conduit", "asset"]),
  id: ElementIdSchema,
});
export type ElementRef = z.output<typeof ElementRefSchema>;
export type ElementKind = ElementRef["kind"];

/** An element as the key of a map, e.g. `zone:imaging`. */
export function elementKey({ kind, id }: { kind: string; id: string }): string {
  return `${kind}:${id}`;
}

/** A written acceptance of what a rule finds at one element, until a day. */
export const WaiverSchema = z.strictObject({
  id: ElementIdSchema,
  ruleId: z.string().min(1).max(80),
  element: ElementRefSchema,
  reason: lineOfText(500),
  /** Last day on which it holds. */
  expiresOn: IsoDateSchema,
});
export type Waiver = z.output<typeof WaiverSchema>;

export const ZoneModelSchema = z.strictObject({
  zones: z.array(ZoneSchema).max(MAX_ZONES),
  conduits: z.array(ConduitSchema).max(MAX_CONDUITS),
  assets: z.array(AssetSchema).max(MAX_ASSETS),
  /** Those of elements that have gone stay without effect, so that undo brings back both. */
  waivers: z.array(WaiverSchema).max(MAX_WAIVERS).default([]),
  /** By zone id. Assets are packed inside their zone by the diagram. */
  layout: z.record(ElementIdSchema, PlaceSchema),
});
export type ZoneModel = z.output<typeof ZoneModelSchema>;

export const EMPTY_ZONE_MODEL: ZoneModel = { zones: [], conduits: [], assets: [], waivers: [], layout: {} };
