import { z } from "zod";
import { FoundationalRequirementSchema, type SlVector } from "../security-level/security-level";

/** IEC 62443-4-2, in the order of its clauses 12 to 15 (SAR, EDR, HDR, NDR). */
export const COMPONENT_TYPES = [
  "software-application",
  "embedded-device",
  "host-device",
  "network-device",
] as const;
export type ComponentType = (typeof COMPONENT_TYPES)[number];
export const ComponentTypeSchema = z.enum(COMPONENT_TYPES);

/** `CR 1.1 RE(1)`, `NDR 1.13`: the form of a row's id, whatever the catalogue knows. */
export const RequirementIdSchema = z
  .string()
  .regex(/^(CR|SAR|EDR|HDR|NDR) \d\.\d{1,2}( RE\(\d\))?$/, "unknown-requirement");

/** How sure the catalogue is of a row: see its provenance. `recalled` and `single-source` are never shown as verified. */
export const CONFIDENCES = ["cross-checked", "single-source", "recalled"] as const;
export type Confidence = (typeof CONFIDENCES)[number];
export const ConfidenceSchema = z.enum(CONFIDENCES);

/** One row a component can be asked for: a CR, a type-specific SAR/EDR/HDR/NDR, or an enhancement (RE) of one. */
export const ComponentRequirementSchema = z.strictObject({
  /** `CR 1.1`, `NDR 1.6 RE(1)` */
  id: z.string().min(1),
  /** The requirement it belongs to: its own id, or for an enhancement that of its base. */
  base: z.string().min(1),
  /** 1, 2, … for an enhancement, null for a base requirement. */
  enhancement: z.int().min(1).nullable(),
  foundationalRequirement: FoundationalRequirementSchema,
  appliesTo: z.array(ComponentTypeSchema).min(1),
  /** Our own words, never the standard's. */
  title: z.string().min(1),
  /** Lowest level that needs the row; levels are cumulative. */
  minSl: z.literal([1, 2, 3, 4]),
  /** The system requirement of IEC 62443-3-3 above it, if there is one. */
  systemRequirement: z.string().nullable(),
  confidence: ConfidenceSchema,
  /** Own-words hint: the row concerns only components with this feature. */
  condition: z.string().optional(),
  /** True where at least one public source contradicts `minSl`. */
  conflict: z.boolean().optional(),
  note: z.string().optional(),
});
export type ComponentRequirement = z.output<typeof ComponentRequirementSchema>;

/** True where a component of any of the types is asked for the row at all. */
export function isApplicable(
  requirement: Pick<ComponentRequirement, "appliesTo">,
  componentTypes: ReadonlyArray<ComponentType>,
): boolean {
  return requirement.appliesTo.some((type) => componentTypes.includes(type));
}

/** Rows for the union of the component types, whatever their level (IEC 62443-4-2, clause 4). Order is kept. */
export function selectApplicable<Row extends Pick<ComponentRequirement, "appliesTo">>(
  requirements: ReadonlyArray<Row>,
  componentTypes: ReadonlyArray<ComponentType>,
): ReadonlyArray<Row> {
  return requirements.filter((requirement) => isApplicable(requirement, componentTypes));
}

/** Rows that the target demands of the component types: those with `minSl` up to the target of their FR. */
export function selectRequired<
  Row extends Pick<ComponentRequirement, "appliesTo" | "minSl" | "foundationalRequirement">,
>(
  requirements: ReadonlyArray<Row>,
  slTarget: SlVector,
  componentTypes: ReadonlyArray<ComponentType>,
): ReadonlyArray<Row> {
  return selectApplicable(requirements, componentTypes).filter(
    (requirement) => requirement.minSl <= slTarget[requirement.foundationalRequirement],
  );
}
