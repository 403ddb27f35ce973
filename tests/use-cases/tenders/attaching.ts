import type { AttachmentPurpose } from "~/domain/procurement/attachment";
import type { FileStore } from "~/files/file-store.server";
import { openAttachment } from "~/use-cases/attachments/open-attachment.server";
import { appendPart } from "~/use-cases/files/append-part.server";
import { finishUpload } from "~/use-cases/files/finish-upload.server";
import type { Caller } from "~/use-cases/use-case.server";
import { accepted } from "../../builders/declaration";
import { aPdf } from "../../builders/files";

async function* piecesOf(...pieces: ReadonlyArray<Uint8Array>) {
  yield* pieces;
}

/** A file of a hospital as its form posts it, uploaded as a browser does. */
export async function anAttachment(
  caller: Caller & { files: FileStore },
  {
    name = "conditions.pdf",
    filler = 1,
    purpose = "request",
  }: { name?: string; filler?: number; purpose?: AttachmentPurpose } = {},
): Promise<{ posted: string; sha256: string; bytes: Uint8Array }> {
  const bytes = aPdf({ filler });
  const announced = { purpose, name, bytes: bytes.length };
  const { id: uploadId, ticket } = accepted(await openAttachment(caller, announced));
  const part = { uploadId, ticket, offset: 0, announced: bytes.length };
  accepted(await appendPart(caller, part, piecesOf(bytes)));
  const { sha256 } = accepted(await finishUpload(caller, { uploadId, ticket, sha256: null }));
  return { posted: `${sha256}/${name}`, sha256, bytes };
}
