import { z } from "zod";
import { accept, type Result, refuse } from "~/domain/shared/result";
import { deleteNoticeDraft } from "~db/repositories/notices";
import { useCase } from "../use-case.server";
import { findOwnNotice } from "./find-own-notice.server";

/** Deletes a draft with its events; what hospitals have read is withdrawn instead, with a reason. */
export const discardNotice = useCase({
  action: "notice.discard",
  input: z.strictObject({ noticeId: z.string().max(64) }),
  async run({ db, actor, input }): Promise<Result<{ id: string }, { code: "not-a-draft" }>> {
    const { id } = await findOwnNotice(db, actor, input.noticeId);
    const isDeleted = await deleteNoticeDraft(db, actor.organisationId, id);
    return isDeleted ? accept({ id }) : refuse({ code: "not-a-draft" });
  },
});
