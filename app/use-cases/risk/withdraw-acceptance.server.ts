import { z } from "zod";
import { AppError } from "~/domain/shared/app-error";
import { accept, type Result, refuse } from "~/domain/shared/result";
import { textBlock } from "~/domain/shared/text";
import { type InvalidInput, useCase } from "~/use-cases/use-case.server";
import { requireModel } from "~/use-cases/zone-models/publication.server";
import { listAcceptancesOf, withdrawAcceptance } from "~db/repositories/target-acceptances";

export const WithdrawTargetAcceptanceInput = z.strictObject({
  modelId: z.string().min(1).max(64),
  elementKind: z.enum(["zone", "conduit"]),
  elementId: z.string().min(1).max(64),
  acceptanceId: z.string().min(1).max(64),
  reason: textBlock(2000).min(1, "required"),
});

export type WithdrawAcceptanceRefusal =
  /** Somebody's word is theirs to take back; anybody else changes the target or accepts another one. */
  | { code: "not-yours" }
  /** Another acceptance has come since, or this one was withdrawn already. */
  | { code: "not-the-last" }
  | InvalidInput;

type Withdrawn = { id: string; draftVersion: number };

/**
 * Whoever accepted a target takes their word back and says why (IEC 62443-3-2 ZCR 7.1): nobody stands by the target
 * then, until somebody accepts it. What was accepted, when and with which words stays readable. Of a submitted draft too.
 */
export const withdrawTargetAcceptance = useCase({
  action: "target.withdraw-acceptance",
  input: WithdrawTargetAcceptanceInput,
  async run({ db, actor, input, now }): Promise<Result<Withdrawn, WithdrawAcceptanceRefusal>> {
    const { organisationId, personId } = actor;
    const { modelId, elementKind, elementId, acceptanceId, reason } = input;
    const model = await requireModel(db, organisationId, modelId);
    const element = { kind: elementKind, id: elementId };
    const [latest] = await listAcceptancesOf(db, organisationId, { modelId, element, limit: 1 });
    if (!latest) throw new AppError("not-found", "this target was never accepted");
    if (latest.id !== acceptanceId || latest.withdrawnAt !== null) return refuse({ code: "not-the-last" });
    if (latest.acceptedBy !== personId) return refuse({ code: "not-yours" });
    await withdrawAcceptance(db, organisationId, acceptanceId, {
      withdrawnAt: now,
      withdrawalReason: reason,
    });
    return accept({ id: modelId, draftVersion: model.draftVersion });
  },
  audit: ({ elementKind, elementId, acceptanceId, reason }, { draftVersion }) => ({
    elementKind,
    elementId,
    acceptanceId,
    reason,
    draftVersion,
  }),
});
