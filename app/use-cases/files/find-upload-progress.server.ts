import { z } from "zod";
import { AppError } from "~/domain/shared/app-error";
import { requirePermission } from "../use-case.server";
import { type FileCaller, findOwnUpload } from "./find-own-upload.server";

const TicketSchema = z.strictObject({ uploadId: z.string().max(64), ticket: z.string().max(200) });

/** How far an upload is, with the digest of what has come: a sender who comes back can tell whether it is the same file. */
export async function findUploadProgress({ actor, database, files }: FileCaller, raw: unknown) {
  requirePermission(actor, "file.upload");
  const parsed = TicketSchema.safeParse(raw);
  if (!parsed.success) throw new AppError("not-found", "there is no such upload");
  const upload = await findOwnUpload(database.read, actor, parsed.data);
  const received = await files.receivedOf({ organisationId: actor.organisationId, uploadId: upload.id });
  return {
    state: upload.state,
    bytes: upload.bytes,
    offset: received.bytes,
    sha256: received.sha256,
    expiresAt: upload.expiresAt.toISOString(),
  };
}
