import { z } from "zod";
import { MAX_PART_BYTES } from "~/domain/files/limits";
import { roomForPart } from "~/domain/files/upload";
import { accept, refuse } from "~/domain/shared/result";
import { requirePermission, toInvalidInput } from "../use-case.server";
import { type FileCaller, findOwnUpload } from "./find-own-upload.server";

const PartSchema = z.strictObject({
  uploadId: z.string().max(64),
  ticket: z.string().max(200),
  /** Where the sender goes on: as many bytes as the portal has. */
  offset: z.number().int().min(0),
  /** Length of the body where it is known. */
  announced: z.number().int().min(0).max(MAX_PART_BYTES).nullable(),
});

/**
 * Writes one part of a file to the disk as it comes. Nothing of the database changes, so there is no audit entry: opening
 * and ending an upload have theirs. What has come stays where the line is cut.
 */
export async function appendPart(
  { actor, database, files, now }: FileCaller,
  raw: unknown,
  body: AsyncIterable<Uint8Array>,
) {
  requirePermission(actor, "file.upload");
  const parsed = PartSchema.safeParse(raw);
  if (!parsed.success) return refuse(toInvalidInput(parsed.error));
  const { offset, announced } = parsed.data;
  const upload = await findOwnUpload(database.read, actor, parsed.data);
  const part = { organisationId: actor.organisationId, uploadId: upload.id };
  const appended = await files.append(part, body, (received) =>
    roomForPart(upload, { now, offset, received, announced }),
  );
  if ("refusal" in appended) return refuse(appended.refusal);
  if (appended.isOver) return refuse({ code: "larger-than-announced" as const, bytes: upload.bytes });
  return accept({ offset: appended.offset });
}
