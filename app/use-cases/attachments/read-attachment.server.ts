import { z } from "zod";
import { AppError } from "~/domain/shared/app-error";
import { accept } from "~/domain/shared/result";
import { listTenderFiles } from "~db/repositories/attachments";
import { requireFewExports } from "../export-limit.server";
import type { FileCaller } from "../files/find-own-upload.server";
import { requirePermission, useCase } from "../use-case.server";
import { handOutAttachment, pickFile } from "./hand-out-attachment.server";

const recordReading = useCase({
  action: "attachment.read",
  input: z.strictObject({ tenderId: z.string().max(64), sha256: z.string().max(64) }),
  async run({ db, actor, input, now }) {
    await requireFewExports(db, actor, { action: "attachment.read", now });
    const sent = await listTenderFiles(db, actor.organisationId, input.tenderId);
    return accept({ id: input.tenderId, file: pickFile(sent, input.sha256) });
  },
  audit: ({ sha256 }) => ({ sha256 }),
});

/** A file that goes with a tender, for the hospital that sent it. Every reading is written down. */
export async function readAttachment({ files, ...caller }: FileCaller, raw: unknown) {
  requirePermission(caller.actor, "attachment.read");
  const recorded = await recordReading(caller, raw);
  if (!recorded.ok) throw new AppError("not-found", "there is no such file");
  return handOutAttachment(files, recorded.value.file);
}
