import { z } from "zod";
import { NoticeContentSchema } from "~/domain/notice/notice";
import { accept, type Result, refuse } from "~/domain/shared/result";
import { listNotices, saveNewNotice, saveNotice as saveNoticeChange } from "~db/repositories/notices";
import { NOTICE_SOURCES } from "~db/schema";
import { useCase } from "../use-case.server";
import { findOwnNotice, requireOwnReleases } from "./find-own-notice.server";

/** So many notices one supplier has: a guard against exhaustion. */
export const MOST_NOTICES = 2000;

type Saved = { id: string; isNew: boolean };
type SaveRefusal = { code: "not-a-draft" | "changed-meanwhile" | "limit-reached" };

/** Begins a notice or changes a draft; no hospital sees either. */
export const saveNotice = useCase({
  action: "notice.save",
  input: z.strictObject({
    /** null = a new one. */
    notice: z
      .strictObject({ id: z.string().min(1).max(64), version: z.coerce.number().int().min(1) })
      .nullable(),
    content: NoticeContentSchema,
    source: z.enum(NOTICE_SOURCES).default("form"),
    sourceDocument: z.string().max(500).default(""),
  }),
  async run({ db, actor, input, now, newId }): Promise<Result<Saved, SaveRefusal>> {
    const { organisationId, personId } = actor;
    const content = { ...input.content, releaseIds: [...new Set(input.content.releaseIds)] };
    await requireOwnReleases(db, actor, content);
    if (input.notice === null) {
      const known = await listNotices(db, organisationId, { limit: MOST_NOTICES });
      if (known.length >= MOST_NOTICES) return refuse({ code: "limit-reached" });
      const id = newId();
      const { source, sourceDocument } = input;
      await saveNewNotice(db, {
        ...{ organisationId, id, state: "draft", content, source, sourceDocument, saveVersion: 1 },
        ...{ createdBy: personId, createdAt: now, updatedAt: now, publishedAt: null },
      });
      return accept({ id, isNew: true });
    }
    const notice = await findOwnNotice(db, actor, input.notice.id);
    if (notice.state !== "draft") return refuse({ code: "not-a-draft" });
    const isSaved = await saveNoticeChange(db, organisationId, {
      ...{ ...notice, content, saveVersion: input.notice.version, updatedAt: now },
    });
    return isSaved ? accept({ id: notice.id, isNew: false }) : refuse({ code: "changed-meanwhile" });
  },
  audit: ({ content, source }, { isNew }) => ({ kind: content.kind, source, isNew }),
});
