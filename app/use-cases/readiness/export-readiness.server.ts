import { z } from "zod";
import { AppError } from "~/domain/shared/app-error";
import { accept } from "~/domain/shared/result";
import { requireFewExports } from "~/use-cases/export-limit.server";
import { useCase } from "~/use-cases/use-case.server";
import { findProduct } from "~db/repositories/products";

export const READINESS_FILES = ["readiness.xlsx"] as const;

/** Notes that a readiness leaves the portal: who takes it along, and of which product. Comes before the first byte. */
export const exportReadiness = useCase({
  action: "readiness.export",
  input: z.strictObject({ file: z.enum(READINESS_FILES), productId: z.string().max(64).nullable() }),
  async run({ db, actor, input, now }) {
    if ((input.productId !== null) !== (actor.organisationKind === "supplier"))
      throw new AppError("not-found", "there is no such readiness");
    if (input.productId !== null && !(await findProduct(db, actor.organisationId, input.productId)))
      throw new AppError("not-found", "there is no such product");
    await requireFewExports(db, actor, { action: "readiness.export", now });
    return accept({ id: input.productId ?? actor.organisationId });
  },
  audit: ({ file }) => ({ file }),
});
