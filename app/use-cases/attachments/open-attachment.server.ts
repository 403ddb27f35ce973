import { z } from "zod";
import { type Action, mayDo } from "~/domain/access/permissions";
import { FileNameSchema } from "~/domain/files/file-name";
import { type AllowanceRefusal, admitFile } from "~/domain/files/limits";
import { ticketExpiry } from "~/domain/files/upload";
import { ATTACHMENT_PURPOSES, type AttachmentPurpose } from "~/domain/procurement/attachment";
import { AppError } from "~/domain/shared/app-error";
import { accept, type Result } from "~/domain/shared/result";
import { sumFileBytes } from "~db/repositories/files";
import { saveNewUpload, sumOpenUploads } from "~db/repositories/uploads";
import { hashToken, newToken } from "../accounts/token.server";
import type { FileCaller } from "../files/find-own-upload.server";
import { requirePermission, useCase } from "../use-case.server";

/** `ticket` is told once and never again: it opens this upload and nothing else. */
type Opened = { id: string; ticket: string; expiresAt: string };

/** Whoever may not attach files there has no use for sending any. */
const ASKED_BESIDES: Readonly<Record<AttachmentPurpose, Action>> = {
  request: "tender.create",
  condition: "condition.complete",
  measure: "measure.attach",
};

const recordAttachment = useCase({
  action: "file.upload",
  input: z.strictObject({
    purpose: z.enum(ATTACHMENT_PURPOSES),
    name: FileNameSchema,
    /** Size of the whole file. */
    bytes: z.number().int().min(1, "empty-file"),
  }),
  async run({ db, actor, input, now, newId }): Promise<Result<Opened, AllowanceRefusal>> {
    const { organisationId, personId } = actor;
    // A supplier's files are evidence of a declaration and nothing else.
    if (actor.organisationKind !== "hospital") throw new AppError("forbidden", "only hospitals attach files");
    if (!mayDo(actor, ASKED_BESIDES[input.purpose]))
      throw new AppError("forbidden", `your roles do not include ${ASKED_BESIDES[input.purpose]}`);
    const open = await sumOpenUploads(db, organisationId);
    const held = await sumFileBytes(db, organisationId);
    const admitted = admitFile(input.bytes, {
      ...{ declarationBytes: 0, supplierBytes: held + open.bytes, openUploads: open.count },
    });
    if (!admitted.ok) return admitted;
    const ticket = newToken();
    const upload = {
      ...{ organisationId, id: newId(), declarationId: null, name: input.name, bytes: input.bytes },
      ...{ ticketHash: hashToken(ticket), state: "receiving" as const, sha256: null, fault: null },
      ...{ createdBy: personId, createdAt: now, expiresAt: ticketExpiry(now) },
    };
    await saveNewUpload(db, upload);
    return accept({ id: upload.id, ticket, expiresAt: upload.expiresAt.toISOString() });
  },
  audit: ({ purpose, bytes }) => ({ step: "opened", purpose, bytes }),
});

/** Announces one file that a hospital is to attach somewhere, and answers with its ticket. */
export async function openAttachment({ files, ...caller }: FileCaller, raw: unknown) {
  requirePermission(caller.actor, "file.upload");
  const announced = z.object({ bytes: z.number().nonnegative() }).safeParse(raw);
  if (announced.success && !(await files.hasSpaceFor(announced.data.bytes)))
    throw new AppError("unavailable", "the disk of the portal is nearly full");
  return recordAttachment(caller, raw);
}
