import { z } from "zod";
import { accept } from "~/domain/shared/result";
import { requireFewExports } from "~/use-cases/export-limit.server";
import { useCase } from "~/use-cases/use-case.server";

/** Files that the register can be downloaded as, by the end of their address. */
export const REGISTER_FILES = ["register.csv", "register.xlsx"] as const;

/** Notes that the register leaves the portal: who takes which file along. Comes before the first byte. */
export const exportRegister = useCase({
  action: "register.export",
  input: z.strictObject({ file: z.enum(REGISTER_FILES) }),
  async run({ db, actor, now }) {
    await requireFewExports(db, actor, { action: "register.export", now });
    return accept({ id: actor.organisationId });
  },
  audit: ({ file }) => ({ file }),
});
