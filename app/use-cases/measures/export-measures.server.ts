import { z } from "zod";
import { accept } from "~/domain/shared/result";
import { requireFewExports } from "~/use-cases/export-limit.server";
import { useCase } from "~/use-cases/use-case.server";

/** Files that measures can be downloaded as, by the end of their address. */
export const MEASURE_FILES = ["measures.xlsx"] as const;

/** Notes that measures leave the portal: who takes them along. Comes before the first byte. */
export const exportMeasures = useCase({
  action: "measure.export",
  input: z.strictObject({ file: z.enum(MEASURE_FILES) }),
  async run({ db, actor, now }) {
    await requireFewExports(db, actor, { action: "measure.export", now });
    return accept({ id: actor.organisationId });
  },
  audit: ({ file }) => ({ file }),
});
