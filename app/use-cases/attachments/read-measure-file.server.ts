import { z } from "zod";
import { AppError } from "~/domain/shared/app-error";
import { accept } from "~/domain/shared/result";
import { findMeasureFile } from "~db/repositories/measure-files";
import { placeKey } from "~db/repositories/measures";
import { requireFewExports } from "../export-limit.server";
import type { FileCaller } from "../files/find-own-upload.server";
import { requirePermission, useCase } from "../use-case.server";
import { handOutAttachment } from "./hand-out-attachment.server";

const recordReading = useCase({
  action: "measure-file.read",
  input: z.strictObject({ fileId: z.string().max(64) }),
  async run({ db, actor, input, now }) {
    await requireFewExports(db, actor, { action: "measure-file.read", now });
    const file = await findMeasureFile(db, actor.organisationId, input.fileId);
    if (!file || file.takenBack) throw new AppError("not-found", "there is no such file");
    return accept({ id: file.id, file });
  },
  audit: (_input, { file: { measureId, place, sha256 } }) => ({ measureId, place: placeKey(place), sha256 }),
});

/** A file that shows a measure, for everybody of the hospital, until it is taken back. Every reading is written down. */
export async function readMeasureFile({ files, ...caller }: FileCaller, raw: unknown) {
  requirePermission(caller.actor, "measure-file.read");
  const recorded = await recordReading(caller, raw);
  if (!recorded.ok) throw new AppError("not-found", "there is no such file");
  return handOutAttachment(files, recorded.value.file);
}
