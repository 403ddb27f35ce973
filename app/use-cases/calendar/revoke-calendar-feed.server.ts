import { z } from "zod";
import { AppError } from "~/domain/shared/app-error";
import { accept } from "~/domain/shared/result";
import { deleteCalendarFeed } from "~db/repositories/calendar-feeds";
import { useCase } from "../use-case.server";

/** The address of the person's own feed leads nowhere from then on. */
export const revokeCalendarFeed = useCase({
  action: "calendar-feed.revoke",
  input: z.strictObject({}),
  async run({ db, actor }) {
    if (!(await deleteCalendarFeed(db, actor.organisationId, actor.personId)))
      throw new AppError("not-found", "there is no feed");
    return accept({ id: actor.personId });
  },
});
