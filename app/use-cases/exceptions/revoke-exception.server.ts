import { z } from "zod";
import { type ExceptionRefusal, moveException } from "~/domain/procurement/exception";
import { accept, type Result } from "~/domain/shared/result";
import { textBlock } from "~/domain/shared/text";
import { useCase } from "../use-case.server";
import { requireException, saveStep, toException, toExceptionMover } from "./find-exception.server";

/** Ends an exception before its last day. Decisions that rest on it need review from now on; none is changed. */
export const revokeException = useCase({
  action: "exception.revoke",
  input: z.strictObject({
    exceptionId: z.string().min(1).max(64),
    note: textBlock(2000).min(1, "required"),
  }),
  async run({ db, actor, input, now }): Promise<Result<{ id: string }, ExceptionRefusal>> {
    const { organisationId, personId } = actor;
    const granted = await requireException(db, organisationId, input.exceptionId);
    const moved = moveException(toException(granted), "revoke", toExceptionMover(actor, now));
    if (!moved.ok) return moved;
    await saveStep(db, organisationId, granted, {
      state: moved.value,
      revokedBy: personId,
      revokedAt: now,
      revocationReason: input.note,
    });
    return accept({ id: granted.id });
  },
});
