import { addDays, type IsoDate } from "../shared/iso-date";
import type { RequestState } from "./request";

/** The reminders of a request, in the order in which they fall due. */
export const REMINDERS = ["week-before", "day-before", "overdue"] as const;
export type Reminder = (typeof REMINDERS)[number];

/** What a letter about a request that waits can say: the reminders, and what a person of the hospital did. */
export const REMINDER_LETTERS = [...REMINDERS, "asked-again", "new-due-date"] as const;
export type ReminderLetter = (typeof REMINDER_LETTERS)[number];

/** States in which the supplier has something to do. */
const UNANSWERED: ReadonlyArray<RequestState> = ["sent", "accepted"];

type Asked = { state: RequestState; dueOn: IsoDate; sentOn: IsoDate };

/**
 * The reminder that is due today: from seven days before the due date, from the day before, and from the day after.
 * null where the request is answered or has ended, where that one has gone out already, and on the day on which the
 * request itself was sent. What was slept through is not made up for: the latest says it all.
 */
export function dueReminder(
  { state, dueOn, sentOn }: Asked,
  sent: ReadonlyArray<Reminder>,
  today: IsoDate,
): Reminder | null {
  if (!UNANSWERED.includes(state) || today <= sentOn) return null;
  const due = reminderOf(dueOn, today);
  if (due === null || sent.includes(due)) return null;
  // Asked with less than a week to go: the request itself was the reminder.
  if (due === "week-before" && sentOn >= addDays(dueOn, -7)) return null;
  return due;
}

function reminderOf(dueOn: IsoDate, today: IsoDate): Reminder | null {
  if (today > dueOn) return "overdue";
  if (today >= addDays(dueOn, -1)) return "day-before";
  return today >= addDays(dueOn, -7) ? "week-before" : null;
}
