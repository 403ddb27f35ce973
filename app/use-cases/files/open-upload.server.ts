import { z } from "zod";
import { FileNameSchema } from "~/domain/files/file-name";
import { type AllowanceRefusal, admitFile } from "~/domain/files/limits";
import { ticketExpiry } from "~/domain/files/upload";
import { AppError } from "~/domain/shared/app-error";
import { accept, type Result, refuse } from "~/domain/shared/result";
import { listFilesNamed, sumFileBytes } from "~db/repositories/files";
import { saveNewUpload, sumOpenUploads } from "~db/repositories/uploads";
import { hashToken, newToken } from "../accounts/token.server";
import { findOwnDeclaration } from "../declarations/find-own-declaration.server";
import { requirePermission, useCase } from "../use-case.server";
import type { FileCaller } from "./find-own-upload.server";

/** `ticket` is told once and never again: it opens this upload and nothing else. */
type Opened = { id: string; ticket: string; expiresAt: string };
type OpenRefusal = AllowanceRefusal | { code: "not-a-draft" };

const recordUpload = useCase({
  action: "file.upload",
  input: z.strictObject({
    declarationId: z.string().max(64),
    name: FileNameSchema,
    /** Size of the whole file. */
    bytes: z.number().int().min(1, "empty-file"),
  }),
  async run({ db, actor, input, now, newId }): Promise<Result<Opened, OpenRefusal>> {
    const { organisationId, personId } = actor;
    const declaration = await findOwnDeclaration(db, actor, input.declarationId);
    if (declaration.state !== "draft") return refuse({ code: "not-a-draft" });
    const digests = declaration.content.evidence.flatMap(({ sha256 }) => sha256 ?? []);
    const [ofDeclaration, open, openOfDeclaration, supplierBytes] = [
      await listFilesNamed(db, organisationId, digests),
      await sumOpenUploads(db, organisationId),
      await sumOpenUploads(db, organisationId, declaration.id),
      await sumFileBytes(db, organisationId),
    ];
    const admitted = admitFile(input.bytes, {
      declarationBytes: ofDeclaration.reduce((sum, { bytes }) => sum + bytes, openOfDeclaration.bytes),
      supplierBytes: supplierBytes + open.bytes,
      openUploads: open.count,
    });
    if (!admitted.ok) return admitted;
    const ticket = newToken();
    const upload = {
      ...{ organisationId, id: newId(), declarationId: declaration.id, name: input.name, bytes: input.bytes },
      ...{ ticketHash: hashToken(ticket), state: "receiving" as const, sha256: null, fault: null },
      ...{ createdBy: personId, createdAt: now, expiresAt: ticketExpiry(now) },
    };
    await saveNewUpload(db, upload);
    return accept({ id: upload.id, ticket, expiresAt: upload.expiresAt.toISOString() });
  },
  audit: (input) => ({ step: "opened", declarationId: input.declarationId, bytes: input.bytes }),
});

/** Announces one file for a draft and answers with its ticket. Throws `unavailable` where the disk is nearly full. */
export async function openUpload({ files, ...caller }: FileCaller, raw: unknown) {
  requirePermission(caller.actor, "file.upload");
  const announced = z.object({ bytes: z.number().nonnegative() }).safeParse(raw);
  if (announced.success && !(await files.hasSpaceFor(announced.data.bytes)))
    throw new AppError("unavailable", "the disk of the portal is nearly full");
  return recordUpload(caller, raw);
}
