import { addDays, addMonths, type IsoDate } from "~/domain/shared/iso-date";

/** Something that lasts one whole day. */
export type CalendarEvent = {
  /** The same for the same thing in every file and on every day (RFC 5545 §3.8.4.7). */
  uid: string;
  on: IsoDate;
  summary: string;
  description: string;
  url: string;
  /** When it last changed. */
  changedAt: Date;
};

export type CalendarFile = { name: string; events: ReadonlyArray<CalendarEvent> };

const OCTETS_A_LINE = 75;

/**
 * A calendar as RFC 5545 asks for it: CRLF, lines of at most 75 octets of UTF-8 folded between characters, texts
 * escaped. Every event is all day, takes nobody's time and rings a month, a week and a day before.
 */
export function writeCalendar({ name, events }: CalendarFile): string {
  const lines = [
    ...["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Cordon//Calendar of expiries//EN"],
    ...["CALSCALE:GREGORIAN", "METHOD:PUBLISH", `X-WR-CALNAME:${escapeText(name)}`],
    ...events.flatMap(writeEvent),
    "END:VCALENDAR",
  ];
  return lines.map((line) => `${foldLine(line)}\r\n`).join("");
}

function writeEvent({ uid, on, summary, description, url, changedAt }: CalendarEvent): ReadonlyArray<string> {
  const instant = `${changedAt.toISOString().slice(0, 19).replace(/[-:]/g, "")}Z`;
  return [
    ...["BEGIN:VEVENT", `UID:${escapeText(uid)}`, `DTSTAMP:${instant}`, `LAST-MODIFIED:${instant}`],
    ...[`DTSTART;VALUE=DATE:${toDate(on)}`, `DTEND;VALUE=DATE:${toDate(addDays(on, 1))}`],
    ...[`SUMMARY:${escapeText(summary)}`, `DESCRIPTION:${escapeText(description)}`],
    // A URI is no text: nothing in it is escaped, but a break would begin a line of its own.
    ...[`URL:${url.replace(/[\p{Cc}\s]/gu, "")}`, "TRANSP:TRANSPARENT"],
    // A month has no duration in RFC 5545 §3.3.6: it is counted in days.
    ...[daysBetween(addMonths(on, -1), on), 7, 1].flatMap((days) => writeAlarm(days, summary)),
    "END:VEVENT",
  ];
}

function writeAlarm(days: number, summary: string): ReadonlyArray<string> {
  return [
    ...["BEGIN:VALARM", "ACTION:DISPLAY", `DESCRIPTION:${escapeText(summary)}`],
    ...[`TRIGGER:-P${days}D`, "END:VALARM"],
  ];
}

/** RFC 5545 §3.3.11. Control characters have no notation and are left out. */
export function escapeText(text: string): string {
  return text
    .replace(/\r\n?|[\u2028\u2029]/g, "\n")
    .replace(/[^\P{Cc}\n\t]/gu, "")
    .replace(/[\\;,]/g, (mark) => `\\${mark}`)
    .replaceAll("\n", "\\n");
}

/** RFC 5545 §3.1: a long line goes on after CRLF and a space, which counts; no character is cut in two. */
export function foldLine(line: string): string {
  const parts: Array<string> = [];
  let part = "";
  let octets = 0;
  for (const character of wellFormed(line)) {
    const size = octetsOf(character);
    if (octets + size > OCTETS_A_LINE) {
      parts.push(part);
      part = "";
      octets = 1;
    }
    part += character;
    octets += size;
  }
  return [...parts, part].join("\r\n ");
}

/** Octets of one character in UTF-8. */
function octetsOf(character: string): number {
  const point = character.codePointAt(0) ?? 0;
  if (point < 0x80) return 1;
  if (point < 0x800) return 2;
  return point < 0x10000 ? 3 : 4;
}

function toDate(day: IsoDate): string {
  return day.replaceAll("-", "");
}

function daysBetween(from: IsoDate, to: IsoDate): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);
}

/** Half a surrogate pair has no octets in UTF-8. */
function wellFormed(text: string): string {
  return text.replace(/\p{Surrogate}/gu, "\uFFFD");
}
