import { z } from "zod";
import { IsoDateSchema } from "../shared/iso-date";
import { lineOfText } from "../shared/text";
import { SBOM_ELEMENTS, SBOM_FORMATS } from "./fact-values";

/** What is known of a software bill of materials; its components are read from the file where one is kept. */
export const SbomSchema = z.strictObject({
  format: z.enum(SBOM_FORMATS),
  /** e.g. `1.6`, `2.3` */
  formatVersion: lineOfText(20),
  createdOn: IsoDateSchema.nullable(),
  componentCount: z.int().min(0).max(1_000_000),
  /** Minimum elements that every component of the file carries. */
  elements: z.array(z.enum(SBOM_ELEMENTS)).max(SBOM_ELEMENTS.length),
});
export type Sbom = z.output<typeof SbomSchema>;
