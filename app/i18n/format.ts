import type { Language } from "./resources";

/**
 * Dates and numbers in the reader's language. Always in UTC and always by an explicit locale, so that server and
 * browser write the same characters and hydration finds nothing to repair.
 */
const LOCALES: Readonly<Record<Language, string>> = { en: "en-GB" };

const dateFormats = new Map<string, Intl.DateTimeFormat>();

function dateFormat(language: Language, kind: "day" | "instant" | "clock"): Intl.DateTimeFormat {
  const key = `${language} ${kind}`;
  const known = dateFormats.get(key);
  if (known) return known;
  const day = { day: "numeric", month: "short", year: "numeric" } as const;
  const clock = { hour: "2-digit", minute: "2-digit", hourCycle: "h23" } as const;
  const parts = kind === "day" ? day : kind === "clock" ? clock : { ...day, ...clock };
  const made = new Intl.DateTimeFormat(LOCALES[language], { ...parts, timeZone: "UTC" });
  dateFormats.set(key, made);
  return made;
}

/** ICU versions differ in the narrow spaces they write; server and browser must not. */
function plainSpaces(text: string): string {
  return text.replace(/[\u202F\u2009]/g, " ");
}

/** `21 Nov 2026` of a day (YYYY-MM-DD) or an instant; the text itself where it is no date. */
export function formatDay(value: string | Date, language: Language): string {
  const date = new Date(value);
  return Number.isNaN(date.getTime()) ? String(value) : plainSpaces(dateFormat(language, "day").format(date));
}

/** `21 Nov 2026, 14:03 UTC` */
export function formatInstant(value: string | Date, language: Language): string {
  const date = new Date(value);
  if (Number.isNaN(date.getTime())) return String(value);
  return `${plainSpaces(dateFormat(language, "instant").format(date))} UTC`;
}

/** `14:03` */
export function formatClock(value: string | Date, language: Language): string {
  const date = new Date(value);
  return Number.isNaN(date.getTime())
    ? String(value)
    : plainSpaces(dateFormat(language, "clock").format(date));
}

export function formatNumber(value: number, language: Language): string {
  return plainSpaces(new Intl.NumberFormat(LOCALES[language]).format(value));
}

const listFormats = new Map<string, Intl.ListFormat>();

/** Making one costs a hundred times what using it costs. */
function listFormat(language: Language, type: "conjunction" | "disjunction"): Intl.ListFormat {
  const key = `${language} ${type}`;
  const known = listFormats.get(key) ?? new Intl.ListFormat(LOCALES[language], { type });
  listFormats.set(key, known);
  return known;
}

/** `a, b and c` */
export function formatList(values: ReadonlyArray<string>, language: Language): string {
  return listFormat(language, "conjunction").format(values);
}

/** `a, b or c` */
export function formatAlternatives(values: ReadonlyArray<string>, language: Language): string {
  return listFormat(language, "disjunction").format(values);
}

const pluralRules = new Map<Language, Intl.PluralRules>();

/** Which form of a sentence a number asks for; `zero` where there are none, for which a sentence may be written. */
export function pluralOf(count: number, language: Language): string {
  if (count === 0) return "zero";
  const known = pluralRules.get(language) ?? new Intl.PluralRules(LOCALES[language]);
  pluralRules.set(language, known);
  return known.select(count);
}
