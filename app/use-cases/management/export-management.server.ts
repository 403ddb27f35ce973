import { z } from "zod";
import { accept } from "~/domain/shared/result";
import { requireFewExports } from "~/use-cases/export-limit.server";
import { useCase } from "~/use-cases/use-case.server";

/** Files that the numbers can be downloaded as, by the end of their address. */
export const MANAGEMENT_FILES = ["management.csv", "management.xlsx"] as const;

/** Notes that the numbers leave the portal: who takes which file along. Comes before the first byte. */
export const exportManagement = useCase({
  action: "management.export",
  input: z.strictObject({ file: z.enum(MANAGEMENT_FILES) }),
  async run({ db, actor, now }) {
    await requireFewExports(db, actor, { action: "management.export", now });
    return accept({ id: actor.organisationId });
  },
  audit: ({ file }) => ({ file }),
});
