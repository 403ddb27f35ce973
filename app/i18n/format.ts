import type { Language } from "./resources";

/**
 * Dates and numbers in the reader's language. Always in UTC and always by an explicit locale, so that server and
 * browser write the same characters and hydration finds nothing to repair.
 */
const LOCALES: Readonly<Record<Language, string>> = { en: "en-GB" };

/** Making a format costs a hundred times what using it costs. */
function kept<Format>(formats: Map<string, Format>, key: string, make: () => Format): Format {
  const format = formats.get(key) ?? make();
  formats.set(key, format);
  return format;
}

const dateFormats = new Map<string, Intl.DateTimeFormat>();

function dateFormat(language: Language, kind: "day" | "instant" | "clock"): Intl.DateTimeFormat {
  const day = { day: "numeric", month: "short", year: "numeric" } as const;
  const clock = { hour: "2-digit", minute: "2-digit", hourCycle: "h23" } as const;
  const parts = kind === "day" ? day : kind === "clock" ? clock : { ...day, ...clock };
  const make = () => new Intl.DateTimeFormat(LOCALES[language], { ...parts, timeZone: "UTC" });
  return kept(dateFormats, `${language} ${kind}`, make);
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

const monthFormats = new Map<string, Intl.DateTimeFormat>();

/** `November 2026` of a month (YYYY-MM). */
export function formatMonth(month: string, language: Language): string {
  const parts = { month: "long", year: "numeric", timeZone: "UTC" } as const;
  const make = () => new Intl.DateTimeFormat(LOCALES[language], parts);
  return plainSpaces(kept(monthFormats, language, make).format(new Date(`${month}-01`)));
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

const numberFormats = new Map<string, Intl.NumberFormat>();

function numberFormat(language: Language, options: Intl.NumberFormatOptions = {}): Intl.NumberFormat {
  const make = () => new Intl.NumberFormat(LOCALES[language], options);
  return kept(numberFormats, `${language} ${options.unit ?? ""}`, make);
}

export function formatNumber(value: number, language: Language): string {
  return plainSpaces(numberFormat(language).format(value));
}

const BYTE_UNITS = ["byte", "kilobyte", "megabyte", "gigabyte"] as const;

/** `64 MB`, `1.4 kB`: in powers of 1024, as file managers count. */
export function formatBytes(bytes: number, language: Language): string {
  const power = bytes < 1024 ? 0 : Math.min(Math.floor(Math.log2(bytes) / 10), BYTE_UNITS.length - 1);
  const unit = BYTE_UNITS[power] ?? "byte";
  const format = numberFormat(language, {
    style: "unit",
    unit,
    maximumFractionDigits: power === 0 ? 0 : 1,
  });
  return plainSpaces(format.format(bytes / 1024 ** power));
}

const listFormats = new Map<string, Intl.ListFormat>();

function listFormat(language: Language, type: "conjunction" | "disjunction"): Intl.ListFormat {
  const make = () => new Intl.ListFormat(LOCALES[language], { type });
  return kept(listFormats, `${language} ${type}`, make);
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
