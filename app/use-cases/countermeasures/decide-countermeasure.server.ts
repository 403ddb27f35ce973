import { z } from "zod";
import { type CountermeasureRefusal, moveCountermeasure } from "~/domain/countermeasure/countermeasure";
import { accept, type Result, refuse } from "~/domain/shared/result";
import { textBlock } from "~/domain/shared/text";
import { reassessCountermeasure } from "../reassessment/reassess-countermeasure.server";
import { type InvalidInput, useCase } from "../use-case.server";
import { requireCountermeasure, saveStep, toMover } from "./find-countermeasure.server";

export type DecideCountermeasureRefusal = CountermeasureRefusal | InvalidInput;

/**
 * The second pair of eyes: from acceptance on it counts in the zones it stands on, and these are assessed anew. Never
 * by the person who proposed it. Refusing needs a reason, because the proposer reads it.
 */
export const decideCountermeasure = useCase({
  action: "countermeasure.decide",
  input: z.strictObject({
    countermeasureId: z.string().min(1).max(64),
    decision: z.enum(["accept", "refuse"], "required"),
    reason: textBlock(2000).default(""),
  }),
  async run(step): Promise<Result<{ id: string }, DecideCountermeasureRefusal>> {
    const { db, actor, input, now } = step;
    const { organisationId, personId } = actor;
    const proposed = await requireCountermeasure(db, organisationId, input.countermeasureId);
    const moved = moveCountermeasure(proposed, input.decision, toMover(actor, now));
    if (!moved.ok) return moved;
    if (input.decision === "refuse" && input.reason === "") return refuse(REASON_MISSING);
    const decided = await saveStep(db, organisationId, proposed, {
      state: moved.value,
      decidedBy: personId,
      decidedAt: now,
      reason: input.reason,
    });
    if (input.decision === "accept")
      await reassessCountermeasure({ ...step, ...actor }, { countermeasure: decided, step: "accepted" });
    return accept({ id: proposed.id });
  },
  audit: (input) => ({ decision: input.decision }),
});

const REASON_MISSING: InvalidInput = { code: "invalid-input", fields: { reason: ["required"] } };
