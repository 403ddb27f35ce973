import { type IsoDate, toIsoDate } from "../shared/iso-date";
import { CALENDAR_KINDS, type CalendarEntry, type CalendarStage, stageOn } from "./calendar";

/** What a letter tells somebody of an entry. */
export type CalendarReminder = { entry: CalendarEntry; stage: CalendarStage; personId: string };

/** A person of the hospital who may be told. */
export type Told = { personId: string; name: string; email: string; roles: ReadonlyArray<string> };

/** One reminder as the key of a set: each is told once, and again where the last day has been moved. */
export function reminderKey({
  entry,
  stage,
  personId,
}: Omit<CalendarReminder, "entry"> & { entry: Pick<CalendarEntry, "key" | "endsOn"> }): string {
  return JSON.stringify([entry.key, entry.endsOn, stage, personId]);
}

/**
 * Whom an entry concerns: the person named as its owner, where one of `members` is named by id, by name or by address
 * in any case of letters; else everybody with a role that its kind concerns; else the administrators.
 */
export function concernedBy(
  { owner, kind }: Pick<CalendarEntry, "owner" | "kind">,
  members: ReadonlyArray<Told>,
): ReadonlyArray<Told> {
  const named = members.filter(({ personId }) => personId === owner.personId);
  if (named.length > 0) return named;
  const wanted = owner.name.trim().toLowerCase();
  const called =
    kind === "condition" || kind === "incident-measure"
      ? members.filter(({ name, email }) => [name, email].some((one) => one.toLowerCase() === wanted))
      : [];
  if (called.length > 0) return called;
  const { roles } = CALENDAR_KINDS[kind];
  const concerned = members.filter((member) => roles.some((role) => member.roles.includes(role)));
  return concerned.length > 0 ? concerned : members.filter((one) => one.roles.includes("administrator"));
}

/**
 * What may be told today, entry by entry: the stage that has been reached, to everybody concerned. Only of what the hospital relies on, and not on the day on which it was written: then people know. Stages that
 * were slept through are not made up for: the latest says it all.
 */
export function calendarReminders(
  entries: ReadonlyArray<CalendarEntry>,
  members: ReadonlyArray<Told>,
  today: IsoDate,
): ReadonlyArray<CalendarReminder> {
  return entries.flatMap((entry) => {
    const stage = stageOn(entry.endsOn, today);
    if (stage === null || !entry.isReliedOn || toIsoDate(new Date(entry.changedAt)) >= today) return [];
    return concernedBy(entry, members).map(({ personId }) => ({ entry, stage, personId }));
  });
}
