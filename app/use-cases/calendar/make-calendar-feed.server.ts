import { z } from "zod";
import { accept } from "~/domain/shared/result";
import { saveCalendarFeed } from "~db/repositories/calendar-feeds";
import { hashToken, newToken } from "../accounts/token.server";
import { useCase } from "../use-case.server";

/**
 * A secret address for the person's own calendar program: shown once, only its hash is stored. Another one ends the one
 * before. It reads what the person may read, for as long as they may.
 */
export const makeCalendarFeed = useCase({
  action: "calendar-feed.make",
  input: z.strictObject({}),
  async run({ db, actor, now }) {
    const { organisationId, personId } = actor;
    const token = newToken();
    await saveCalendarFeed(db, organisationId, { personId, tokenHash: hashToken(token), createdAt: now });
    return accept({ id: personId, token });
  },
});
