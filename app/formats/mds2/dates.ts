import { folded } from "~/domain/shared/folded";
import { type IsoDate, IsoDateSchema } from "~/domain/shared/iso-date";

/** How months begin in English, German and Czech, without accents; the longest beginning counts. */
const MONTHS: ReadonlyArray<string> = [
  "jan|led",
  "feb|uno",
  "mar|bre",
  "apr|dub",
  "may|mai|kve",
  "jun|cervna|cerven",
  "jul|cervence|cervenec",
  "aug|srp",
  "sep|zar",
  "oct|okt|rij",
  "nov|lis",
  "dec|dez|pro",
];

/** `ambiguous`: 3/4/2026 is a day in March or in April. */
export type ReadDate = { date: IsoDate } | "ambiguous" | "unknown";

/** A day as people write it on a form; nothing is guessed. */
export function readDate(text: string): ReadDate {
  const plain = text.trim().slice(0, 60);
  const iso = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[T ].*)?$/.exec(plain);
  if (iso) return toDate(iso[1], iso[2], iso[3]);
  const dotted = /^(\d{1,2})\.\s*(\d{1,2})\.\s*(\d{4})$/.exec(plain);
  if (dotted) return toDate(dotted[3], dotted[2], dotted[1]);
  const slashed = /^(\d{1,2})[/-](\d{1,2})[/-](\d{4})$/.exec(plain);
  if (slashed) {
    const [, first = "", second = "", year] = slashed;
    if (first === second || Number(second) > 12) return toDate(year, first, second);
    return Number(first) > 12 ? toDate(year, second, first) : "ambiguous";
  }
  const words = folded(plain).match(/[a-z]+|\d+/g);
  const month = words?.map(monthOf).find((found) => found > 0);
  const year = words?.find((word) => /^\d{4}$/.test(word));
  const day = words?.find((word) => /^\d{1,2}$/.test(word));
  return month && year && day ? toDate(year, String(month), day) : "unknown";
}

function monthOf(word: string): number {
  if (/^\d/.test(word) || word.length < 3) return 0;
  const matches = MONTHS.map((names) =>
    Math.max(0, ...names.split("|").map((name) => (word.startsWith(name) ? name.length : 0))),
  );
  const longest = Math.max(...matches);
  return longest === 0 ? 0 : matches.indexOf(longest) + 1;
}

function toDate(year = "", month = "", day = ""): ReadDate {
  const date = IsoDateSchema.safeParse(`${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`);
  return date.success ? { date: date.data } : "unknown";
}
