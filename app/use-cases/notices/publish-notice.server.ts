import { z } from "zod";
import {
  gapsBeforePublishing,
  isToldMove,
  moveNotice,
  NOTICE_MOVES,
  NoticeContentSchema,
  type NoticeGap,
  type NoticeRefusal,
} from "~/domain/notice/notice";
import { AppError } from "~/domain/shared/app-error";
import { accept, type Result, refuse } from "~/domain/shared/result";
import { textBlock } from "~/domain/shared/text";
import {
  listAskingHospitals,
  listNoticeEvents,
  listNoticeSteps,
  saveNotice,
  saveNoticeHospitals,
  saveNoticeReleases,
  saveNoticeStep,
} from "~db/repositories/notices";
import { saveNewTelling } from "~db/repositories/told-notices";
import { useCase } from "../use-case.server";
import { findOwnNotice, requireOwnReleases } from "./find-own-notice.server";

/** So many moves one notice makes: a guard against exhaustion. */
export const MOST_STEPS = 500;

type Moved = { id: string; number: number };
export type PublishRefusal =
  | NoticeRefusal
  | { code: "changed-meanwhile" | "limit-reached" }
  /** The kind starts clocks and says for whom it is urgent: it is told anew instead. */
  | { code: "kind-changed" }
  | { code: "incomplete"; gaps: ReadonlyArray<NoticeGap> };

/**
 * Publishes a notice, or updates, closes or withdraws one that is published. Every move is kept with the moment and with what
 * hospitals read from then on; nothing of it is ever changed.
 */
export const publishNotice = useCase({
  action: "notice.publish",
  input: z.strictObject({
    noticeId: z.string().max(64),
    version: z.coerce.number().int().min(1),
    move: z.enum(NOTICE_MOVES),
    /** Why: of an update what has changed. */
    reason: textBlock(2000).default(""),
    /** With an update, what is to be read from now on; null = as it stands. */
    content: NoticeContentSchema.nullable().default(null),
    /** Hospitals that are to read it whether they have a release of it or not; they have asked the supplier before. */
    hospitalIds: z.array(z.string().max(64)).max(500).default([]),
  }),
  async run({ db, actor, input, now }): Promise<Result<Moved, PublishRefusal>> {
    const { organisationId, personId } = actor;
    const notice = await findOwnNotice(db, actor, input.noticeId);
    const { id } = notice;
    const moved = moveNotice(notice.state, input.move, input.reason);
    if (!moved.ok) return moved;
    const content = input.move === "update" ? (input.content ?? notice.content) : notice.content;
    if (content.kind !== notice.content.kind) return refuse({ code: "kind-changed" });
    await requireOwnReleases(db, actor, content);
    const asking = new Set((await listAskingHospitals(db, organisationId)).map((hospital) => hospital.id));
    if (!input.hospitalIds.every((hospitalId) => asking.has(hospitalId)))
      throw new AppError("not-found", "there is no such hospital");
    const events = (await listNoticeEvents(db, organisationId, [id])).get(id) ?? [];
    const gaps = gapsBeforePublishing(content, { isAware: events.some(({ kind }) => kind === "aware") });
    if (gaps.length > 0 && input.move !== "withdraw") return refuse({ code: "incomplete", gaps });
    const number = (await listNoticeSteps(db, organisationId, id)).length + 1;
    if (number > MOST_STEPS) return refuse({ code: "limit-reached" });
    const isSaved = await saveNotice(db, organisationId, {
      ...{ id, state: moved.value, content, saveVersion: input.version, updatedAt: now },
      publishedAt: notice.publishedAt ?? now,
    });
    if (!isSaved) return refuse({ code: "changed-meanwhile" });
    const step = { number, move: input.move, reason: input.reason, content };
    await saveNoticeStep(db, organisationId, id, { ...step, recordedBy: personId, recordedAt: now });
    if (isToldMove(input.move)) await saveNewTelling(db, organisationId, { noticeId: id, number });
    await saveNoticeReleases(db, organisationId, id, content.releaseIds);
    await saveNoticeHospitals(db, organisationId, id, { hospitalIds: input.hospitalIds, chosenAt: now });
    return accept({ id, number });
  },
  audit: ({ move, hospitalIds }, { number }) => ({ move, number, chosen: hospitalIds.length }),
});
