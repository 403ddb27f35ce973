import { z } from "zod";
import { AppError } from "~/domain/shared/app-error";
import { accept } from "~/domain/shared/result";
import { findLatestRevision } from "~db/repositories/revisions";
import { requireFewExports } from "../export-limit.server";
import { useCase } from "../use-case.server";

/** Notes who takes along what the class of a zone asks, before its first byte. */
export const exportZonePackage = useCase({
  action: "profile.export",
  input: z.strictObject({ modelId: z.string().max(64), zoneId: z.string().max(64) }),
  async run({ db, actor, input, now }) {
    const revision = await findLatestRevision(db, actor.organisationId, input.modelId);
    if (!revision?.content.zones.some(({ id }) => id === input.zoneId))
      throw new AppError("not-found", "the latest revision has no such zone");
    await requireFewExports(db, actor, { action: "profile.export", now });
    return accept({ id: input.modelId, revisionNumber: revision.number });
  },
  audit: ({ zoneId }, { revisionNumber }) => ({ zoneId, revisionNumber }),
});
