import { z } from "zod";

/** A moment as a form sends it, in UTC to the minute, or as ISO 8601 with a zone. */
export const InstantSchema = z
  .string()
  .trim()
  .min(1, "required")
  .regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,3})?)?(Z|[+-]\d{2}:\d{2})?$/, "invalid-date")
  .transform((text) => new Date(/(Z|[+-]\d{2}:\d{2})$/.test(text) ? text : `${text}Z`))
  .refine((instant) => !Number.isNaN(instant.getTime()), "invalid-date");
