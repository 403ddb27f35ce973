import { z } from "zod";
import { type CountermeasureRefusal, moveCountermeasure } from "~/domain/countermeasure/countermeasure";
import { accept, type Result } from "~/domain/shared/result";
import { textBlock } from "~/domain/shared/text";
import { reassessCountermeasure } from "../reassessment/reassess-countermeasure.server";
import { useCase } from "../use-case.server";
import { requireCountermeasure, saveStep, toMover } from "./find-countermeasure.server";

/** Takes an entry back, e.g. because what it describes is no longer there. From now on it makes up for nothing. */
export const withdrawCountermeasure = useCase({
  action: "countermeasure.withdraw",
  input: z.strictObject({
    countermeasureId: z.string().min(1).max(64),
    reason: textBlock(2000).min(1, "required"),
  }),
  async run(step): Promise<Result<{ id: string }, CountermeasureRefusal>> {
    const { db, actor, input, now } = step;
    const { organisationId, personId } = actor;
    const standing = await requireCountermeasure(db, organisationId, input.countermeasureId);
    const moved = moveCountermeasure(standing, "withdraw", toMover(actor, now));
    if (!moved.ok) return moved;
    await saveStep(db, organisationId, standing, {
      state: moved.value,
      withdrawnBy: personId,
      withdrawnAt: now,
      withdrawalReason: input.reason,
    });
    // A proposal has counted nowhere.
    if (standing.state === "accepted")
      await reassessCountermeasure({ ...step, ...actor }, { countermeasure: standing, step: "withdrawn" });
    return accept({ id: standing.id });
  },
});
