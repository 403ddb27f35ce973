import { z } from "zod";
import { AppError } from "~/domain/shared/app-error";
import { accept } from "~/domain/shared/result";
import { listConditionFiles } from "~db/repositories/condition-files";
import { findCondition } from "~db/repositories/decisions";
import { requireFewExports } from "../export-limit.server";
import type { FileCaller } from "../files/find-own-upload.server";
import { requirePermission, useCase } from "../use-case.server";
import { handOutAttachment, pickFile } from "./hand-out-attachment.server";

const Id = z.string().max(64);

const recordReading = useCase({
  action: "condition-file.read",
  input: z.strictObject({ decisionId: Id, conditionId: Id, sha256: Id }),
  async run({ db, actor, input, now }) {
    await requireFewExports(db, actor, { action: "condition-file.read", now });
    const { decisionId, conditionId, sha256 } = input;
    const condition = await findCondition(db, actor.organisationId, conditionId);
    if (condition?.decisionId !== decisionId) throw new AppError("not-found", "there is no such file");
    const attached = await listConditionFiles(db, actor.organisationId, [conditionId]);
    return accept({ id: conditionId, file: pickFile(attached, sha256) });
  },
  audit: ({ decisionId, sha256 }) => ({ decisionId, sha256 }),
});

/** A file that shows that a condition was met, for everybody of the hospital. Every reading is written down. */
export async function readConditionFile({ files, ...caller }: FileCaller, raw: unknown) {
  requirePermission(caller.actor, "condition-file.read");
  const recorded = await recordReading(caller, raw);
  if (!recorded.ok) throw new AppError("not-found", "there is no such file");
  return handOutAttachment(files, recorded.value.file);
}
