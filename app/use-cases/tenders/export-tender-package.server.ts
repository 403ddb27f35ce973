import { z } from "zod";
import { AppError } from "~/domain/shared/app-error";
import { accept } from "~/domain/shared/result";
import { findTender } from "~db/repositories/tenders";
import { requireFewExports } from "../export-limit.server";
import { useCase } from "../use-case.server";

/** Notes who takes along what a tender asks, before its first byte. */
export const exportTenderPackage = useCase({
  action: "tender.export",
  input: z.strictObject({ tenderId: z.string().max(64) }),
  async run({ db, actor, input, now }) {
    const tender = await findTender(db, actor.organisationId, input.tenderId);
    if (!tender) throw new AppError("not-found", "there is no such tender");
    await requireFewExports(db, actor, { action: "tender.export", now });
    return accept({ id: tender.id });
  },
  audit: () => ({}),
});
