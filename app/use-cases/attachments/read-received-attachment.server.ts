import { z } from "zod";
import { AppError } from "~/domain/shared/app-error";
import { accept } from "~/domain/shared/result";
import { listReceivedFiles } from "~db/repositories/attachments";
import { requireFewExports } from "../export-limit.server";
import type { FileCaller } from "../files/find-own-upload.server";
import { requirePermission, useCase } from "../use-case.server";
import { handOutAttachment, pickFile } from "./hand-out-attachment.server";

const recordReading = useCase({
  action: "received-attachment.read",
  input: z.strictObject({ requestId: z.string().max(64), sha256: z.string().max(64) }),
  async run({ db, actor, input, now }) {
    await requireFewExports(db, actor, { action: "received-attachment.read", now });
    const sent = await listReceivedFiles(db, actor.organisationId, input.requestId);
    return accept({ id: input.requestId, file: pickFile(sent, input.sha256) });
  },
  audit: ({ sha256 }) => ({ sha256 }),
});

/** A file that came with a request, for the supplier that received it and nobody else. */
export async function readReceivedAttachment({ files, ...caller }: FileCaller, raw: unknown) {
  requirePermission(caller.actor, "received-attachment.read");
  const recorded = await recordReading(caller, raw);
  if (!recorded.ok) throw new AppError("not-found", "there is no such file");
  return handOutAttachment(files, recorded.value.file);
}
