import { z } from "zod";
import { accept, refuse } from "~/domain/shared/result";
import { endUpload } from "~db/repositories/uploads";
import { requirePermission, useCase } from "../use-case.server";
import { type FileCaller, findOwnUpload } from "./find-own-upload.server";

const recordCancelling = useCase({
  action: "file.upload",
  input: z.strictObject({ uploadId: z.string().max(64), ticket: z.string().max(200) }),
  async run({ db, actor, input }) {
    const upload = await findOwnUpload(db, actor, input);
    const isEnded = await endUpload(db, actor.organisationId, { id: upload.id, state: "cancelled" });
    if (!isEnded) return refuse({ code: "upload-ended" as const, state: upload.state });
    return accept({ id: upload.id });
  },
  audit: () => ({ step: "cancelled" }),
});

/** Gives an upload up: its ticket is worth nothing any more and what has come is removed. */
export async function cancelUpload({ files, ...caller }: FileCaller, raw: unknown) {
  requirePermission(caller.actor, "file.upload");
  const cancelled = await recordCancelling(caller, raw);
  if (cancelled.ok)
    await files.remove({ organisationId: caller.actor.organisationId, uploadId: cancelled.value.id });
  return cancelled;
}
