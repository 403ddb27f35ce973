import type { CalendarKind, CalendarSubject } from "~/domain/procurement/calendar";
import { AppError } from "~/domain/shared/app-error";
import { writeDelimited } from "~/formats/delimited/write";
import { writeCalendar } from "~/formats/icalendar/write";
import { writeWorkbook } from "~/formats/workbook/write-workbook";
import { CALENDAR_FILES, type CalendarFileName } from "~/use-cases/calendar/export-calendar.server";
import { type Caller, requirePermission } from "~/use-cases/use-case.server";
import { type CalendarQuery, type ShownEntry, viewCalendar } from "./calendar-view.server";

export const CALENDAR_COLUMNS = [
  ...(["endsOn", "stage", "kind", "name", "product", "places", "meaning", "owner", "basis", "link"] as const),
];
export type CalendarColumn = (typeof CALENDAR_COLUMNS)[number];

/** The words of the files, in the reader's language. */
export type CalendarWords = {
  sheet: string;
  name: string;
  heading: (column: CalendarColumn) => string;
  kind: (kind: CalendarKind) => string;
  meaning: (kind: CalendarKind) => string;
  stage: (entry: ShownEntry) => string;
  owner: (entry: ShownEntry) => string;
  basis: (entry: ShownEntry) => string;
  summary: (entry: ShownEntry) => string;
  /** Where an entry is looked into, from the scheme on. */
  url: (subject: CalendarSubject) => string;
};

/** Exactly what the page shows under the same query, as a file. */
export async function presentCalendarFile(
  caller: Caller,
  { file, query }: { file: string; query: CalendarQuery },
  words: CalendarWords,
) {
  requirePermission(caller.actor, "calendar.read");
  const known = CALENDAR_FILES.find((one) => one === file);
  if (!known) throw new AppError("not-found", "there is no such file");
  const { month, overdue, inMonth } = await viewCalendar(caller, query);
  const name = `calendar-${month}.${known.split(".")[1]}`;
  return { name, ...(await writeFile(known, [...overdue, ...inMonth], words)) };
}

async function writeFile(file: CalendarFileName, entries: ReadonlyArray<ShownEntry>, words: CalendarWords) {
  switch (file) {
    case "calendar.csv":
      return {
        type: "text/csv; charset=utf-8; header=present",
        body: writeDelimited(toRows(entries, words)),
      };
    case "calendar.xlsx":
      return {
        type: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        body: await writeWorkbook(words.sheet, toRows(entries, words)),
      };
    case "calendar.ics":
      return {
        type: "text/calendar; charset=utf-8",
        body: writeCalendar({ name: words.name, events: entries.map((entry) => toEvent(entry, words)) }),
      };
  }
}

function toRows(entries: ReadonlyArray<ShownEntry>, words: CalendarWords) {
  const cell = (entry: ShownEntry, column: CalendarColumn): string => {
    switch (column) {
      case "endsOn":
      case "name":
      case "product":
        return entry[column];
      case "kind":
        return words.kind(entry.kind);
      case "meaning":
        return words.meaning(entry.kind);
      case "places":
        return entry.places.join("; ");
      case "stage":
      case "owner":
      case "basis":
        return words[column](entry);
      case "link":
        return words.url(entry.subject);
    }
  };
  return [
    CALENDAR_COLUMNS.map(words.heading),
    ...entries.map((entry) => CALENDAR_COLUMNS.map((column) => cell(entry, column))),
  ];
}

/** An entry as a day in a calendar. */
export function toEvent(entry: ShownEntry, words: CalendarWords) {
  const { key, endsOn, kind, product, places, subject, changedAt } = entry;
  const about = [product, places.join(", "), words.owner(entry)].filter(Boolean);
  return {
    ...{ uid: `${key}@cordon`, on: endsOn, summary: words.summary(entry), url: words.url(subject) },
    description: [words.meaning(kind), ...about].join("\n"),
    changedAt: new Date(changedAt),
  };
}
