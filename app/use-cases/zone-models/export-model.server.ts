import { z } from "zod";
import { AppError } from "~/domain/shared/app-error";
import { accept } from "~/domain/shared/result";
import { requireFewExports } from "~/use-cases/export-limit.server";
import { useCase } from "~/use-cases/use-case.server";
import { findRevision } from "~db/repositories/revisions";
import { requireModel } from "./publication.server";

/** Files that a model can be downloaded as, by the end of their address. */
export const MODEL_FILES = [
  "model.json",
  "model.drawio",
  "firewall-schedule.csv",
  "firewall-schedule.xlsx",
  "assets.csv",
  "assets.xlsx",
] as const;
export type ModelFileName = (typeof MODEL_FILES)[number];
/** Those that are drawn and written from what `present-document.server.ts` gives. */
export const DOCUMENT_FILES = ["zone-report.pdf", "zone-report.docx", "drawing.svg", "drawing.pdf"] as const;
export type DocumentFileName = (typeof DOCUMENT_FILES)[number];

export const ExportModelInput = z.strictObject({
  modelId: z.string(),
  file: z.enum([...MODEL_FILES, ...DOCUMENT_FILES]),
  /** The draft where null. */
  revision: z
    .int()
    .min(1)
    .max(2 ** 31 - 1)
    .nullable(),
});

/**
 * Notes that a model leaves the portal: who takes which file of which state. Comes before the first byte, so that
 * nothing goes out without its entry; a file that could not be written afterwards was asked for all the same.
 */
export const exportModel = useCase({
  action: "model.export",
  input: ExportModelInput,
  async run({ db, actor, input, now }) {
    const { organisationId } = actor;
    const model = await requireModel(db, organisationId, input.modelId);
    const { revision } = input;
    if (revision !== null && !(await findRevision(db, organisationId, model.id, revision)))
      throw new AppError("not-found", "there is no such revision");
    await requireFewExports(db, actor, { action: "model.export", now });
    return accept({ id: model.id, version: model.draftVersion });
  },
  audit: ({ file, revision }, { version }) => ({ file, ...(revision === null ? { version } : { revision }) }),
});
