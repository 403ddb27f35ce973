import type { ClockStanding } from "./reporting-clock";

/** What is told of a running clock, each once: that a quarter of its time is left, and that it has run out. */
export const CLOCK_REMINDERS = ["quarter-left", "overdue"] as const;
export type ClockReminder = (typeof CLOCK_REMINDERS)[number];

const WEEK_MS = 7 * 24 * 60 * 60_000;

/**
 * What is to be told of a clock now; null where there is nothing. What has run out more than a week ago is told of no
 * more: whoever writes down an old case knows. A step of the authority is nobody's duty here.
 */
export function reminderOf(clock: ClockStanding): ClockReminder | null {
  const { state, remaining, startedAt, dueAt, isIncoming } = clock;
  if (isIncoming || remaining === null || startedAt === null || dueAt === null) return null;
  if (state !== "running" && state !== "overdue" && state !== "undecided") return null;
  if (remaining < 0) return remaining >= -WEEK_MS ? "overdue" : null;
  return remaining * 4 <= dueAt.getTime() - startedAt.getTime() ? "quarter-left" : null;
}
