import { z } from "zod";
import { lineOfText, textBlock } from "../shared/text";
import { hasGtinCheckDigit } from "./udi-di";

/** More is a catalogue, not a release. */
export const MAX_VARIANTS = 200;

/**
 * A device identifier of a variant; empty where it has none. Issuing entities have forms of their own, so any line will
 * do, but one of digits alone in a length that only a GTIN has (GS1: 8, 13 or 14) must have its check digit. Twelve digits may be a
 * number of another issuing entity with a check of its own.
 */
export const VariantUdiSchema = textBlock(80).refine(
  (text) => !/[\r\n]/.test(text) && (!/^(\d{8}|\d{13,14})$/.test(text) || hasGtinCheckDigit(text)),
  "invalid-udi-di",
);

/** What a declaration covers besides the product by its own name: the same software and answers in another housing, size or set. */
export const VariantSchema = z.strictObject({
  name: lineOfText(120),
  /** The supplier's model or article number; empty where the name is all there is. */
  model: textBlock(80).refine((text) => !/[\r\n]/.test(text), "deceptive-characters"),
  udiDi: VariantUdiSchema,
});
export type Variant = z.output<typeof VariantSchema>;

/** A name stands once, and so does an identifier: otherwise nobody knows which variant is meant. */
export const VariantsSchema = z
  .array(VariantSchema)
  .max(MAX_VARIANTS)
  .superRefine((variants, context) => {
    for (const column of ["name", "udiDi"] as const) {
      const seen = new Set<string>();
      for (const [index, variant] of variants.entries()) {
        const text = variant[column].toLocaleLowerCase("en");
        if (text !== "" && seen.has(text))
          context.addIssue({ code: "custom", path: [index, column], message: "duplicate-value" });
        seen.add(text);
      }
    }
  });
