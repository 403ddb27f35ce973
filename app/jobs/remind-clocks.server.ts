import { remindOfClocks } from "~/use-cases/notices/remind-of-clocks.server";
import type { Job } from "./expire.server";

/** Tells people of reporting clocks that are running out; which reminders have gone out stands in the database. */
export const remindClocks: Job = ({ database, now, newId }) => remindOfClocks({ database, now, newId });
