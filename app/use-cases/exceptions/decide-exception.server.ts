import { z } from "zod";
import { type ExceptionRefusal, mayBeExtended, moveException } from "~/domain/procurement/exception";
import { AppError } from "~/domain/shared/app-error";
import { accept, type Result, refuse } from "~/domain/shared/result";
import { textBlock } from "~/domain/shared/text";
import { supersedeException } from "~db/repositories/exceptions";
import { type InvalidInput, useCase } from "../use-case.server";
import { requireException, saveStep, toException, toExceptionMover } from "./find-exception.server";

export type DecideExceptionRefusal =
  | ExceptionRefusal
  /** What it would go on from has been revoked or has another successor. */
  | { code: "not-extendable" }
  | InvalidInput;

type Decided = { id: string; supersedes: string | null };

/**
 * The second pair of eyes: a security lead who did not ask for it. From the grant on it is in force, and what it goes
 * on from is not any more. Refusing needs a reason, because whoever asked reads it.
 */
export const decideException = useCase({
  action: "exception.decide",
  input: z.strictObject({
    exceptionId: z.string().min(1).max(64),
    decision: z.enum(["grant", "refuse"], "required"),
    note: textBlock(2000).default(""),
  }),
  async run({ db, actor, input, now }): Promise<Result<Decided, DecideExceptionRefusal>> {
    const { organisationId, personId } = actor;
    const requested = await requireException(db, organisationId, input.exceptionId);
    const moved = moveException(toException(requested), input.decision, toExceptionMover(actor, now));
    if (!moved.ok) return moved;
    if (input.decision === "refuse" && input.note === "") return refuse(NOTE_MISSING);
    const supersedes = input.decision === "grant" ? requested.extendsId : null;
    if (supersedes !== null) {
      const earlier = await requireException(db, organisationId, supersedes);
      if (!mayBeExtended(earlier)) return refuse({ code: "not-extendable" });
    }
    await saveStep(db, organisationId, requested, {
      state: moved.value,
      decidedBy: personId,
      decidedAt: now,
      decisionNote: input.note,
    });
    if (supersedes !== null) {
      const successor = { supersededBy: requested.id, supersededAt: now };
      const isSaved = await supersedeException(db, organisationId, supersedes, successor);
      if (!isSaved) throw new AppError("conflict", "the earlier exception has changed meanwhile");
    }
    return accept({ id: requested.id, supersedes });
  },
  audit: (input, value: Decided) => ({ decision: input.decision, supersedes: value.supersedes }),
});

const NOTE_MISSING: InvalidInput = { code: "invalid-input", fields: { note: ["required"] } };
