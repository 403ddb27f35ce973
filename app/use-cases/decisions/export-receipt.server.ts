import { z } from "zod";
import { AppError } from "~/domain/shared/app-error";
import { accept } from "~/domain/shared/result";
import { findDecision } from "~db/repositories/decisions";
import { requireFewExports } from "../export-limit.server";
import { useCase } from "../use-case.server";

/** As which files a receipt can be taken along, by the end of their address. */
export const RECEIPT_FILES = ["receipt.json", "receipt.pdf"] as const;
export type ReceiptFileName = (typeof RECEIPT_FILES)[number];

/** Notes who takes the receipt of which decision, before its first byte. What belongs to another hospital is not found. */
export const exportReceipt = useCase({
  action: "decision.export",
  input: z.strictObject({ decisionId: z.string().max(64), file: z.enum(RECEIPT_FILES) }),
  async run({ db, actor, input, now }) {
    const decision = await findDecision(db, actor.organisationId, input.decisionId);
    if (!decision) throw new AppError("not-found", "there is no such decision");
    await requireFewExports(db, actor, { action: "decision.export", now });
    return accept({ id: decision.id, fingerprint: decision.fingerprint });
  },
  audit: ({ file }, { fingerprint }) => ({ file, fingerprint }),
});
