import { z } from "zod";
import { AppError } from "~/domain/shared/app-error";
import { accept } from "~/domain/shared/result";
import { findReceivedDecision } from "~db/repositories/received-returns";
import { RECEIPT_FILES } from "../decisions/export-receipt.server";
import { requireFewExports } from "../export-limit.server";
import { useCase } from "../use-case.server";

/** Notes who takes along the receipt of the latest decision on a request. A request to another supplier is not found. */
export const exportReceivedReceipt = useCase({
  action: "received-request.export",
  input: z.strictObject({ requestId: z.string().max(64), file: z.enum(RECEIPT_FILES) }),
  async run({ db, actor, input, now }) {
    const decision = await findReceivedDecision(db, actor.organisationId, input.requestId);
    if (!decision) throw new AppError("not-found", "nothing was decided on this request");
    await requireFewExports(db, actor, { action: "received-request.export", now });
    return accept({ id: input.requestId, fingerprint: decision.fingerprint });
  },
  audit: ({ file }, { fingerprint }) => ({ file, fingerprint }),
});
