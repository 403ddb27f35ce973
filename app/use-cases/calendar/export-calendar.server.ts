import { z } from "zod";
import { accept } from "~/domain/shared/result";
import { requireFewExports } from "~/use-cases/export-limit.server";
import { useCase } from "~/use-cases/use-case.server";

/** Files that the calendar can be downloaded as, by the end of their address. */
export const CALENDAR_FILES = ["calendar.csv", "calendar.xlsx", "calendar.ics"] as const;
export type CalendarFileName = (typeof CALENDAR_FILES)[number];

/** Notes that what ends leaves the portal: who takes which file along. Comes before the first byte. */
export const exportCalendar = useCase({
  action: "calendar.export",
  input: z.strictObject({ file: z.enum(CALENDAR_FILES) }),
  async run({ db, actor, now }) {
    await requireFewExports(db, actor, { action: "calendar.export", now });
    return accept({ id: actor.organisationId });
  },
  audit: ({ file }) => ({ file }),
});
