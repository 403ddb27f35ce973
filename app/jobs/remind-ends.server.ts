import { remindOfEnds } from "~/use-cases/calendar/remind-of-ends.server";
import type { Job } from "./expire.server";

/** Tells people what ends soon or is overdue, once a day; which reminders have gone out stands in the database. */
export const remindEnds: Job = ({ database, now, newId }) => remindOfEnds({ database, now, newId });
