import { remindSuppliers } from "~/use-cases/requests/remind-suppliers.server";
import type { Job } from "./expire.server";

/** Reminds suppliers of what is due soon or overdue; which reminders have gone out stands in the database. */
export const remind: Job = ({ database, now, newId }) => remindSuppliers({ database, now, newId });
