import { z } from "zod";
import { AttachmentsField } from "~/domain/procurement/attachment";
import { AppError } from "~/domain/shared/app-error";
import { accept, type Result, refuse } from "~/domain/shared/result";
import { listFilesNamed } from "~db/repositories/files";
import { listMeasureFiles, saveMeasureFiles } from "~db/repositories/measure-files";
import { placeKey } from "~db/repositories/measures";
import { type InvalidInput, useCase } from "../use-case.server";
import { listMeasurePlaces } from "./required-measures.server";

/** So many files show one measure in one place. */
export const MOST_MEASURE_FILES = 20;

const Id = z.string().min(1).max(64);

export type AttachMeasureFilesRefusal =
  | InvalidInput
  | { code: "too-many-files" | "already-attached" | "file-not-required" };

type Attached = { id: string; files: ReadonlyArray<string> };

/** Adds files that show a measure in one place. What the place must have is asked again, the files are the hospital's own. */
export const attachMeasureFiles = useCase({
  action: "measure.attach",
  input: z.strictObject({
    place: z.strictObject({ modelId: Id, zoneId: Id }).nullable(),
    measureId: z.string().max(64),
    attachments: AttachmentsField.refine((attachments) => attachments.length > 0, "choose-a-file"),
  }),
  async run({ db, actor, input, now, newId }): Promise<Result<Attached, AttachMeasureFilesRefusal>> {
    const { organisationId, personId } = actor;
    const { place, measureId, attachments } = input;
    const known = await listMeasurePlaces(db, organisationId);
    const found = known.find((one) => placeKey(one.place) === placeKey(place));
    if (!found) throw new AppError("not-found", "there is no such zone");
    if (!found.required.some(({ id }) => id === measureId)) return refuse({ code: "file-not-required" });
    const stored = await listFilesNamed(
      db,
      organisationId,
      attachments.map(({ sha256 }) => sha256),
    );
    const bySha256 = new Map(stored.map((file) => [file.sha256, file]));
    const before = await listMeasureFiles(db, organisationId, { places: [place], measureId });
    const held = before.filter(({ takenBack }) => takenBack === null);
    if (attachments.some((file) => held.some(({ sha256 }) => sha256 === file.sha256)))
      return refuse({ code: "already-attached" });
    if (held.length + attachments.length > MOST_MEASURE_FILES) return refuse({ code: "too-many-files" });
    const attachingId = newId();
    const attached = attachments.flatMap(({ sha256, name }) => {
      const file = bySha256.get(sha256);
      if (!file) return [];
      const { bytes, mediaType } = file;
      return [
        {
          ...{ id: newId(), place, measureId, sha256, name, bytes, mediaType, attachingId },
          ...{ attachedBy: personId, attachedAt: now },
        },
      ];
    });
    if (attached.length < attachments.length)
      return refuse({ code: "invalid-input", fields: { attachments: ["unknown-file"] } });
    await saveMeasureFiles(db, organisationId, attached);
    return accept({ id: attachingId, files: attached.map(({ sha256 }) => sha256) });
  },
  // By digest: an evidence pack is held against it.
  audit: ({ place, measureId }, { files }) => ({ measureId, place: placeKey(place), files }),
});
