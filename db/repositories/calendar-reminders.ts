import { and, eq, gte, inArray, lt } from "drizzle-orm";
import type { CalendarStage } from "~/domain/procurement/calendar";
import type { Db } from "../client";
import { calendarReminders, calendarRuns } from "../schema";

export type SentCalendarReminder = {
  entryKey: string;
  endsOn: string;
  stage: CalendarStage;
  personId: string;
};

const ROWS_A_WRITE = 200;

/** What has gone out of entries that end on any of these days. */
export async function listSentCalendarReminders(
  db: Db,
  organisationId: string,
  { endsOn }: { endsOn: ReadonlyArray<string> },
): Promise<ReadonlyArray<SentCalendarReminder>> {
  if (endsOn.length === 0) return [];
  return db
    .select({
      entryKey: calendarReminders.entryKey,
      endsOn: calendarReminders.endsOn,
      stage: calendarReminders.stage,
      personId: calendarReminders.personId,
    })
    .from(calendarReminders)
    .where(
      and(
        eq(calendarReminders.organisationId, organisationId),
        inArray(calendarReminders.endsOn, [...new Set(endsOn)]),
      ),
    );
}

/** A second time of the same one is an error of the database: nobody is told twice. */
export async function saveSentCalendarReminders(
  db: Db,
  organisationId: string,
  sent: ReadonlyArray<SentCalendarReminder & { sentAt: Date }>,
): Promise<void> {
  for (let at = 0; at < sent.length; at += ROWS_A_WRITE)
    await db
      .insert(calendarReminders)
      .values(sent.slice(at, at + ROWS_A_WRITE).map((one) => ({ ...one, organisationId })));
}

/** True where the hospital was looked through on that day already. */
export async function isCalendarDayDone(db: Db, organisationId: string, day: string): Promise<boolean> {
  const found = await db
    .select({ lastDay: calendarRuns.lastDay })
    .from(calendarRuns)
    .where(and(eq(calendarRuns.organisationId, organisationId), gte(calendarRuns.lastDay, day)));
  return found.length > 0;
}

/** Takes a day for a hospital; false where it, or a later one, has been taken. */
export async function claimCalendarDay(db: Db, organisationId: string, lastDay: string): Promise<boolean> {
  const begun = await db
    .insert(calendarRuns)
    .values({ organisationId, lastDay })
    .onConflictDoNothing()
    .returning({ lastDay: calendarRuns.lastDay });
  if (begun.length > 0) return true;
  const moved = await db
    .update(calendarRuns)
    .set({ lastDay })
    .where(and(eq(calendarRuns.organisationId, organisationId), lt(calendarRuns.lastDay, lastDay)))
    .returning({ lastDay: calendarRuns.lastDay });
  return moved.length > 0;
}
