import { timingSafeEqual } from "node:crypto";
import type { Actor } from "~/domain/access/role";
import { AppError } from "~/domain/shared/app-error";
import type { FileStore } from "~/files/file-store.server";
import type { Db } from "~db/client";
import { findUpload, type StoredUpload } from "~db/repositories/uploads";
import { hashToken } from "../accounts/token.server";
import type { Caller } from "../use-case.server";

/** A caller who reaches the store of files besides the database. */
export type FileCaller = Caller & { files: FileStore };

/**
 * The upload that a ticket was given for. Throws `not-found` alike for a missing one, another organisation's, another
 * person's and a wrong ticket.
 */
export async function findOwnUpload(
  db: Db,
  actor: Actor,
  { uploadId, ticket }: { uploadId: string; ticket: string },
): Promise<StoredUpload> {
  const upload = await findUpload(db, actor.organisationId, uploadId);
  const given = Buffer.from(hashToken(ticket), "hex");
  const isTheirs =
    upload?.createdBy === actor.personId && timingSafeEqual(given, Buffer.from(upload.ticketHash, "hex"));
  if (!upload || !isTheirs) throw new AppError("not-found", "there is no such upload");
  return upload;
}
