import { z } from "zod";
import { AppError } from "~/domain/shared/app-error";
import { accept } from "~/domain/shared/result";
import { findReceivedRequest } from "~db/repositories/intake-requests";
import { requireFewExports } from "../export-limit.server";
import { useCase } from "../use-case.server";

/** Notes who takes along what a hospital asks for, before its first byte. A request to another supplier is not found. */
export const exportReceivedZone = useCase({
  action: "received-request.export",
  input: z.strictObject({ requestId: z.string().max(64) }),
  async run({ db, actor, input, now }) {
    const request = await findReceivedRequest(db, actor.organisationId, input.requestId);
    if (!request) throw new AppError("not-found", "there is no such request");
    await requireFewExports(db, actor, { action: "received-request.export", now });
    return accept({ id: input.requestId });
  },
  audit: () => ({}),
});
