import { z } from "zod";
import { type ExceptionRefusal, moveException } from "~/domain/procurement/exception";
import { accept, type Result } from "~/domain/shared/result";
import { textBlock } from "~/domain/shared/text";
import { useCase } from "../use-case.server";
import { requireException, saveStep, toException, toExceptionMover } from "./find-exception.server";

/** Takes back what one has asked for and nobody has decided on. */
export const withdrawException = useCase({
  action: "exception.withdraw",
  input: z.strictObject({
    exceptionId: z.string().min(1).max(64),
    note: textBlock(2000).default(""),
  }),
  async run({ db, actor, input, now }): Promise<Result<{ id: string }, ExceptionRefusal>> {
    const { organisationId } = actor;
    const requested = await requireException(db, organisationId, input.exceptionId);
    const moved = moveException(toException(requested), "withdraw", toExceptionMover(actor, now));
    if (!moved.ok) return moved;
    await saveStep(db, organisationId, requested, {
      state: moved.value,
      withdrawnAt: now,
      withdrawalReason: input.note,
    });
    return accept({ id: requested.id });
  },
});
