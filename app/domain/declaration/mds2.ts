import { z } from "zod";
import { IsoDateSchema } from "../shared/iso-date";
import { textBlock } from "../shared/text";
import { MDS2_ANSWERS, MDS2_EDITIONS } from "./fact-values";

/** One answer of the form. `N/A` counts only with a note; behind `See note` the note is the answer. */
export const Mds2AnswerSchema = z.strictObject({
  answer: z.enum(MDS2_ANSWERS),
  note: textBlock(2000).optional(),
});
export type Mds2Answer = z.output<typeof Mds2AnswerSchema>;

/** A Manufacturer Disclosure Statement for Medical Device Security: the supplier's own words, unaudited. */
export const Mds2Schema = z.strictObject({
  edition: z.enum(MDS2_EDITIONS),
  /** Day of the form; null where it bears none. */
  releasedOn: IsoDateSchema.nullable(),
  /** By question id, e.g. `AUDT-5.2`. Ids of other editions differ and are not mixed. */
  answers: z.record(
    z.string().regex(/^[A-Z]{4}-\d{1,2}(\.\d{1,2}){0,2}$|^DOC-\d{1,2}(\.\d)?$/),
    Mds2AnswerSchema,
  ),
});
export type Mds2 = z.output<typeof Mds2Schema>;
