import { z } from "zod";

/** Lower case, because mail addresses are compared that way here. */
export const EmailField = z.string().trim().toLowerCase().max(254, "too-long").pipe(z.email());

/** One or several checked boxes of the same name: a form posts a string for one, an array for more. */
export function oneOrMore<Value extends z.ZodType>(value: Value) {
  return z.preprocess(
    (raw) => (typeof raw === "string" ? [raw] : raw),
    z.array(value).min(1, "required").max(10),
  );
}
