import { z } from "zod";
import { ALL_MEDIA_TYPES, CONTENT_FAULTS, type ContentFault } from "~/domain/files/media-type";
import { checkComplete, checkOpen, type UploadRefusal } from "~/domain/files/upload";
import { AppError } from "~/domain/shared/app-error";
import { accept, type Result, refuse } from "~/domain/shared/result";
import type { Sealed } from "~/files/file-store.server";
import { inspectFile } from "~/files/inspect/inspect-file.server";
import { findFile, saveFile } from "~db/repositories/files";
import { endUpload, findUpload, type StoredUpload } from "~db/repositories/uploads";
import { requirePermission, toInvalidInput, useCase } from "../use-case.server";
import { type FileCaller, findOwnUpload } from "./find-own-upload.server";

const FinishSchema = z.strictObject({
  uploadId: z.string().max(64),
  ticket: z.string().max(200),
  /** What the sender computed over the file, where it could. */
  sha256: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .nullable(),
});

/** What has come lies in the store and may be named by evidence from now on. */
type Kept = { id: string; sha256: string; name: string; bytes: number; mediaType: string };
type FinishRefusal =
  | UploadRefusal
  | { code: "content-refused"; fault: ContentFault }
  | { code: "arrived-differently" };

const keepUpload = useCase({
  action: "file.upload",
  input: z.strictObject({
    uploadId: z.string(),
    sha256: z.string(),
    bytes: z.number(),
    mediaType: z.enum(ALL_MEDIA_TYPES),
  }),
  async run({ db, actor, input, now }): Promise<Result<Kept, UploadRefusal>> {
    const { organisationId, personId } = actor;
    const { uploadId, sha256, bytes, mediaType } = input;
    const upload = await findUpload(db, organisationId, uploadId);
    if (!upload) throw new AppError("not-found", "there is no such upload");
    const open = checkOpen(upload, now);
    if (!open.ok) return open;
    await saveFile(db, {
      ...{ organisationId, sha256, name: upload.name, bytes, mediaType },
      ...{ createdBy: personId, createdAt: now },
    });
    if (!(await endUpload(db, organisationId, { id: uploadId, state: "kept", sha256 })))
      return refuse({ code: "upload-ended", state: upload.state });
    return accept({ id: uploadId, sha256, name: upload.name, bytes, mediaType });
  },
  audit: ({ sha256, mediaType, bytes }) => ({ step: "kept", sha256, mediaType, bytes }),
});

const refuseUpload = useCase({
  action: "file.upload",
  input: z.strictObject({ uploadId: z.string(), sha256: z.string(), fault: z.enum(CONTENT_FAULTS) }),
  async run({ db, actor, input }): Promise<Result<{ id: string }, { code: "upload-ended" }>> {
    const ended = { id: input.uploadId, state: "refused" as const, fault: input.fault };
    if (!(await endUpload(db, actor.organisationId, ended))) return refuse({ code: "upload-ended" });
    return accept({ id: input.uploadId });
  },
  audit: ({ sha256, fault }) => ({ step: "refused", sha256, fault }),
});

/**
 * Ends an upload of which everything has come: it is hashed, looked at and kept, or refused and forgotten. Asked again
 * after a lost answer it says the same again.
 */
export async function finishUpload({ files, ...caller }: FileCaller, raw: unknown) {
  const { actor, database, now } = caller;
  requirePermission(actor, "file.upload");
  const parsed = FinishSchema.safeParse(raw);
  if (!parsed.success) return refuse(toInvalidInput(parsed.error));
  const upload = await findOwnUpload(database.read, actor, parsed.data);
  const told = await toldBefore(caller, upload);
  if (told) return told;
  const part = { organisationId: actor.organisationId, uploadId: upload.id };
  const sealed = await files.seal(part);
  try {
    const complete = checkComplete(upload, { now, received: sealed.bytes });
    if (!complete.ok) return complete;
    const { sha256 } = parsed.data;
    if (sha256 !== null && sha256 !== sealed.sha256) return refuse({ code: "arrived-differently" as const });
    const outcome = await judge({ files, ...caller }, upload, sealed);
    if (outcome.ok || outcome.refusal.code === "content-refused") await files.remove(part);
    return outcome;
  } finally {
    await files.discard(sealed);
  }
}

async function judge(
  { files, ...caller }: FileCaller,
  upload: StoredUpload,
  sealed: Sealed,
): Promise<Result<Kept, FinishRefusal>> {
  const { sha256, bytes } = sealed;
  const inspected = await inspectFile(sealed.path);
  if (!inspected.ok) {
    await refuseUpload(caller, { uploadId: upload.id, sha256, fault: inspected.refusal });
    return refuse({ code: "content-refused", fault: inspected.refusal });
  }
  // On the disk first: what the database names is there.
  await files.keep(upload.organisationId, sealed);
  const kept = await keepUpload(caller, { uploadId: upload.id, sha256, bytes, mediaType: inspected.value });
  if (kept.ok) return kept;
  if (kept.refusal.code === "invalid-input") throw new Error("what was just found is no input");
  const now = await findUpload(caller.database.read, upload.organisationId, upload.id);
  return (now && (await toldBefore(caller, now))) ?? refuse(kept.refusal);
}

/** What was said of an upload that has ended in this way or that; undefined where it has not. */
async function toldBefore(
  { database }: Pick<FileCaller, "database">,
  upload: StoredUpload,
): Promise<Result<Kept, FinishRefusal> | undefined> {
  if (upload.state === "refused" && upload.fault)
    return refuse({ code: "content-refused", fault: upload.fault });
  if (upload.state !== "kept" || upload.sha256 === null) return undefined;
  const file = await findFile(database.read, upload.organisationId, upload.sha256);
  if (!file) return undefined;
  const { sha256, name, bytes, mediaType } = file;
  return accept({ id: upload.id, sha256, name, bytes, mediaType });
}
