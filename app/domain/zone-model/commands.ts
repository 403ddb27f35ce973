import { z } from "zod";
import { PolicyLayerSchema } from "../policy/policy";
import { RiskAssessmentSchema } from "../risk/risk-assessment";
import { SlVectorSchema } from "../security-level/security-level";
import { textBlock } from "../shared/text";
import {
  AssetSchema,
  ConduitSchema,
  ElementIdSchema,
  type ElementKind,
  PlaceSchema,
  WaiverSchema,
  ZoneSchema,
} from "./zone-model";

/**
 * Every way a zone model can change. Commands are data: the browser applies one at once, posts it, and the
 * server applies it again; its inverse is made of commands too, so undo needs no second mechanism.
 */

/** Where in its array an element goes: at the end when absent. Undo names the place a deleted element had. */
const PositionSchema = z.int().min(0).max(50_000).optional();

const ZoneChangesSchema = ZoneSchema.pick({
  name: true,
  purpose: true,
  referenceType: true,
  trustClass: true,
  criticality: true,
  owner: true,
  slTargetRationale: true,
  weakerThanParentReason: true,
})
  // Without the defaults of the zone's own schema: a change that does not name a field must not reset it.
  .extend({ policy: PolicyLayerSchema, riskAssessment: RiskAssessmentSchema.nullable() })
  .partial()
  .refine(namesAChange, "required");
export type ZoneChanges = z.output<typeof ZoneChangesSchema>;

const ConduitChangesSchema = ConduitSchema.omit({ id: true })
  .extend({ slTargetRationale: textBlock(), riskAssessment: RiskAssessmentSchema.nullable() })
  .partial()
  .refine(namesAChange, "required");
export type ConduitChanges = z.output<typeof ConduitChangesSchema>;

const { manufacturer, model, udiDi } = AssetSchema.shape;
const AssetChangesSchema = AssetSchema.omit({ id: true, zoneId: true })
  .extend({
    manufacturer: manufacturer.removeDefault(),
    model: model.removeDefault(),
    udiDi: udiDi.removeDefault(),
  })
  .partial()
  .refine(namesAChange, "required");
export type AssetChanges = z.output<typeof AssetChangesSchema>;

function namesAChange(changes: object): boolean {
  return Object.values(changes).some((value) => value !== undefined);
}

const zoneId = ElementIdSchema;
/** null = the zone has no place yet and the diagram finds one. */
const place = PlaceSchema.nullable();

export const ZoneModelCommandSchema = z.discriminatedUnion("type", [
  z.strictObject({ type: z.literal("add-zone"), zone: ZoneSchema, place, position: PositionSchema }),
  z.strictObject({ type: z.literal("update-zone"), zoneId, changes: ZoneChangesSchema }),
  z.strictObject({
    type: z.literal("set-sl-target"),
    zoneId,
    slTarget: SlVectorSchema.nullable(),
    rationale: textBlock(),
  }),
  /** Moves or resizes the box only: no fact changes. */
  z.strictObject({ type: z.literal("place-zone"), zoneId, place }),
  z.strictObject({ type: z.literal("nest-zone"), zoneId, parentId: ElementIdSchema.nullable(), place }),
  /** Sub-zones move up to the parent, assets to the parent or to no zone; conduits of the zone go with it. */
  z.strictObject({ type: z.literal("delete-zone"), zoneId }),
  z.strictObject({ type: z.literal("add-conduit"), conduit: ConduitSchema, position: PositionSchema }),
  z.strictObject({
    type: z.literal("update-conduit"),
    conduitId: ElementIdSchema,
    changes: ConduitChangesSchema,
  }),
  z.strictObject({ type: z.literal("delete-conduit"), conduitId: ElementIdSchema }),
  z.strictObject({ type: z.literal("add-asset"), asset: AssetSchema, position: PositionSchema }),
  z.strictObject({ type: z.literal("update-asset"), assetId: ElementIdSchema, changes: AssetChangesSchema }),
  z.strictObject({
    type: z.literal("move-asset"),
    assetId: ElementIdSchema,
    zoneId: ElementIdSchema.nullable(),
  }),
  z.strictObject({ type: z.literal("delete-asset"), assetId: ElementIdSchema }),
  z.strictObject({ type: z.literal("add-waiver"), waiver: WaiverSchema, position: PositionSchema }),
  /** Names the element too, so that what it touches is known without a model. */
  z.strictObject({
    type: z.literal("delete-waiver"),
    waiverId: ElementIdSchema,
    element: WaiverSchema.shape.element,
  }),
]);
export type ZoneModelCommand = z.output<typeof ZoneModelCommandSchema>;
export type ZoneModelCommandType = ZoneModelCommand["type"];

/** One command of a type, e.g. `CommandOf<"add-zone">`. */
export type CommandOf<Type extends ZoneModelCommandType> = Extract<ZoneModelCommand, { type: Type }>;

/** One gesture or one import: applied as a whole or not at all. */
export const ZoneModelCommandsSchema = z.array(ZoneModelCommandSchema).min(1).max(10_000);

/** Why a command changes nothing. `elementId` names what is unknown, doubled or in the way. */
export type CommandRefusal =
  | { code: "unknown-zone" | "unknown-conduit" | "unknown-asset" | "unknown-waiver"; elementId: string }
  | { code: "duplicate-id"; kind: ElementKind | "channel" | "waiver"; elementId: string }
  | { code: "cycle"; elementId: string }
  | { code: "conduit-to-itself"; elementId: string }
  | { code: "limit-reached"; kind: ElementKind | "waiver"; limit: number };

/** The first refused command of a list, counted from 0. */
export type CommandsRefusal = { index: number; refusal: CommandRefusal };
