import fc from "fast-check";
import { expect, test } from "vitest";
import { type CalendarEvent, escapeText, foldLine, writeCalendar } from "~/formats/icalendar/write";

const event: CalendarEvent = {
  uid: "evidence:r1:e1@cordon",
  on: "2026-12-31",
  summary: "Certificate ends; renew, please",
  description: "Line one\nLine two \\ with a slash",
  url: "https://cordon.example.org/hospital/decisions/1?a=b,c;d",
  changedAt: new Date("2026-11-21T10:00:05.123Z"),
};

/** As RFC 5545 §3.1 and §3.3.11 say how to read. */
function read(file: string): ReadonlyArray<{ name: string; value: string }> {
  expect(file.endsWith("\r\n")).toBe(true);
  const lines = file.replaceAll("\r\n ", "").split("\r\n").slice(0, -1);
  return lines.map((line) => {
    const at = line.indexOf(":");
    return { name: line.slice(0, at), value: line.slice(at + 1) };
  });
}
const unescaped = (value: string) =>
  value.replace(/\\([\\;,nN])/g, (_, mark: string) => (mark.toLowerCase() === "n" ? "\n" : mark));
const valuesOf = (file: string, name: string) =>
  read(file)
    .filter((line) => line.name === name)
    .map(({ value }) => value);

test("an event is a whole day with a name, a reason, a link and three alarms", () => {
  const file = writeCalendar({ name: "What ends", events: [event] });
  expect(read(file).map(({ name, value }) => `${name}:${value}`)).toEqual([
    ...["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Cordon//Calendar of expiries//EN"],
    ...["CALSCALE:GREGORIAN", "METHOD:PUBLISH", "X-WR-CALNAME:What ends", "BEGIN:VEVENT"],
    ...["UID:evidence:r1:e1@cordon", "DTSTAMP:20261121T100005Z", "LAST-MODIFIED:20261121T100005Z"],
    ...["DTSTART;VALUE=DATE:20261231", "DTEND;VALUE=DATE:20270101"],
    "SUMMARY:Certificate ends\\; renew\\, please",
    "DESCRIPTION:Line one\\nLine two \\\\ with a slash",
    ...["URL:https://cordon.example.org/hospital/decisions/1?a=b,c;d", "TRANSP:TRANSPARENT"],
    ...[31, 7, 1].flatMap((days) => [
      ...["BEGIN:VALARM", "ACTION:DISPLAY", "DESCRIPTION:Certificate ends\\; renew\\, please"],
      ...[`TRIGGER:-P${days}D`, "END:VALARM"],
    ]),
    ...["END:VEVENT", "END:VCALENDAR"],
  ]);
});

test.each([
  ["2026-03-31", 31],
  ["2026-03-28", 28],
  ["2028-03-29", 29],
  ["2026-12-20", 30],
])("the alarm a month before %s rings %i days before", (on, days) => {
  const file = writeCalendar({ name: "", events: [{ ...event, on }] });
  expect(valuesOf(file, "TRIGGER")[0]).toBe(`-P${days}D`);
});

test("a calendar without events is one all the same", () => {
  expect(writeCalendar({ name: "Empty", events: [] })).toMatch(
    /^BEGIN:VCALENDAR\r\n[\s\S]*END:VCALENDAR\r\n$/,
  );
});

const aText = () => fc.string({ unit: "binary", maxLength: 300 });
const lineEnds = (text: string) => text.replace(/\r\n?|[\u2028\u2029]/g, "\n").replace(/[^\P{Cc}\n\t]/gu, "");

test("no line is longer than 75 octets, and unfolding gives back the line", () => {
  fc.assert(
    fc.property(aText(), (text) => {
      const line = text.replace(/[\r\n]/g, "");
      const folded = foldLine(line);
      for (const part of folded.split("\r\n")) expect(Buffer.byteLength(part)).toBeLessThanOrEqual(75);
      expect(folded.replaceAll("\r\n ", "")).toBe(line);
    }),
  );
});

test("whatever people have written is read back as it was and stays in its place", () => {
  fc.assert(
    fc.property(aText(), aText(), aText(), (summary, description, name) => {
      const file = writeCalendar({ name, events: [{ ...event, summary, description }] });
      expect(file.replaceAll("\r\n", "")).not.toMatch(/[\r\n]/);
      expect(unescaped(valuesOf(file, "SUMMARY")[0] ?? "")).toBe(lineEnds(summary));
      expect(unescaped(valuesOf(file, "DESCRIPTION")[0] ?? "")).toBe(lineEnds(description));
      expect(unescaped(valuesOf(file, "X-WR-CALNAME")[0] ?? "")).toBe(lineEnds(name));
      expect(read(file).filter((line) => line.name === "BEGIN")).toHaveLength(5);
      expect(read(file).map((line) => line.name)).toEqual(
        read(writeCalendar({ name: "", events: [event] })).map((line) => line.name),
      );
    }),
  );
});

test("escaping leaves nothing that could begin a line or a value of its own", () => {
  expect(escapeText("a\r\nBEGIN:VEVENT")).toBe("a\\nBEGIN:VEVENT");
  expect(escapeText("a\u2028b\rc\u0000d")).toBe("a\\nb\\ncd");
  expect(foldLine("\uD800")).toBe("\uFFFD");
});
