import { z } from "zod";
import { AppError } from "~/domain/shared/app-error";
import { accept, type Result, refuse } from "~/domain/shared/result";
import { textBlock } from "~/domain/shared/text";
import { findMeasureFile, takeBackFile } from "~db/repositories/measure-files";
import { placeKey } from "~db/repositories/measures";
import { useCase } from "../use-case.server";

type TakenBack = { id: string; measureId: string; place: string; sha256: string };

/** Takes a file away from a measure, with a reason. That it was there is kept; its bytes go where nothing else has them. */
export const takeBackMeasureFile = useCase({
  action: "measure.take-back-file",
  input: z.strictObject({
    fileId: z.string().min(1).max(64),
    note: textBlock(1000).min(1, "required"),
  }),
  async run({ db, actor, input, now }): Promise<Result<TakenBack, { code: "file-taken-back" }>> {
    const { organisationId, personId } = actor;
    const file = await findMeasureFile(db, organisationId, input.fileId);
    if (!file) throw new AppError("not-found", "there is no such file");
    const taken = { id: file.id, by: personId, at: now, note: input.note };
    if (!(await takeBackFile(db, organisationId, taken))) return refuse({ code: "file-taken-back" });
    const { id, measureId, place, sha256 } = file;
    return accept({ id, measureId, place: placeKey(place), sha256 });
  },
  audit: ({ note }, { measureId, place, sha256 }) => ({ measureId, place, sha256, note }),
});
