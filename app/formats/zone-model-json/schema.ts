import { z } from "zod";
import { textBlock } from "~/domain/shared/text";
import { ZoneModelSchema } from "~/domain/zone-model/zone-model";

export const ZONE_MODEL_FORMAT = "cordon-zone-model";
/** Raised when a reader of the last one would misunderstand a file; fields that have a default need no new one. */
export const ZONE_MODEL_FORMAT_VERSION = 1;

/** A zone model as a file: its content and how it is called, nothing of the hospital or the people. */
export const ZoneModelFileSchema = z.strictObject({
  format: z.literal(ZONE_MODEL_FORMAT),
  formatVersion: z.literal(ZONE_MODEL_FORMAT_VERSION),
  name: textBlock(120).default(""),
  purpose: textBlock().default(""),
  model: ZoneModelSchema,
});
export type ZoneModelFile = Pick<z.output<typeof ZoneModelFileSchema>, "name" | "purpose" | "model">;
