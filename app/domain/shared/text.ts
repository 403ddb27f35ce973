import { z } from "zod";

/** Control characters and bidirectional overrides: they make a text show something else than it says. */
const DECEPTIVE = /[^\P{Cc}\t\n\r]|[\u202A-\u202E\u2066-\u2069]/u;

/** One line of text, trimmed, 1 to `max` characters. */
export function lineOfText(max = 200) {
  return optionalLineOfText(max).min(1, "required");
}

/** One line of text or none, trimmed, 0 to `max` characters. */
export function optionalLineOfText(max = 200) {
  return z
    .string()
    .trim()
    .max(max)
    .refine((text) => !DECEPTIVE.test(text) && !/[\r\n]/.test(text), "deceptive-characters");
}

/** Any number of lines, trimmed, 0 to `max` characters. */
export function textBlock(max = 4000) {
  return z
    .string()
    .trim()
    .max(max)
    .refine((text) => !DECEPTIVE.test(text), "deceptive-characters");
}
