import { z } from "zod";
import { InstantSchema } from "~/domain/notice/instant";
import { accept, type Result, refuse } from "~/domain/shared/result";
import { textBlock } from "~/domain/shared/text";
import { listNoticeEvents, saveNoticeEvent } from "~db/repositories/notices";
import { useCase } from "../use-case.server";
import { findOwnNotice } from "./find-own-notice.server";

/** What a supplier writes down for CRA art. 14. */
export const SUPPLIER_EVENTS = [
  "aware",
  "early-warning",
  "notification",
  "measure-available",
  "final-report",
] as const;
const MOST_EVENTS = 200;

type EventRefusal = { code: "in-the-future" | "limit-reached" | "no-clocks" };

/** Writes down that something was done outside of this portal, and when. A correction is a later entry. */
export const recordNoticeEvent = useCase({
  action: "notice.record",
  input: z.strictObject({
    noticeId: z.string().max(64),
    kind: z.enum(SUPPLIER_EVENTS),
    happenedAt: InstantSchema,
    note: textBlock(2000).default(""),
  }),
  async run({ db, actor, input, now }): Promise<Result<{ id: string; number: number }, EventRefusal>> {
    const { organisationId, personId } = actor;
    const { id, content } = await findOwnNotice(db, actor, input.noticeId);
    if (content.kind === "advisory") return refuse({ code: "no-clocks" });
    if (input.happenedAt > now) return refuse({ code: "in-the-future" });
    const number = ((await listNoticeEvents(db, organisationId, [id])).get(id)?.length ?? 0) + 1;
    if (number > MOST_EVENTS) return refuse({ code: "limit-reached" });
    const { kind, happenedAt, note } = input;
    await saveNoticeEvent(db, organisationId, id, {
      ...{ number, kind, happenedAt, note, recordedBy: personId, recordedAt: now },
    });
    return accept({ id, number });
  },
  audit: ({ kind, happenedAt }, { number }) => ({ kind, number, happenedAt: happenedAt.toISOString() }),
});
