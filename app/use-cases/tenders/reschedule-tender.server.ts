import { z } from "zod";
import { IsoDateSchema, toIsoDate } from "~/domain/shared/iso-date";
import { accept, type Result, refuse } from "~/domain/shared/result";
import { rescheduleRequest, saveTender } from "~db/repositories/tenders";
import { extendLinks, tellSupplier } from "../requests/tell-supplier.server";
import { type InvalidInput, useCase } from "../use-case.server";
import { findOwnTender, toAsked } from "./tender-step.server";

type Rescheduled = { id: string; from: string; requests: number };
type Refusal = { code: "tender-closed" } | { code: "same-day" } | InvalidInput;

/** Another due date for all that has not been answered. Suppliers are told, and reminders begin anew for the new day. */
export const rescheduleTender = useCase({
  action: "tender.reschedule",
  input: z.strictObject({ tenderId: z.string().min(1).max(64), dueOn: IsoDateSchema }),
  async run({ db, actor, input, now, newId }): Promise<Result<Rescheduled, Refusal>> {
    const { organisationId } = actor;
    const { tender, waiting } = await findOwnTender(db, actor, input.tenderId);
    if (tender.state === "closed") return refuse({ code: "tender-closed" });
    if (input.dueOn < toIsoDate(now))
      return refuse({ code: "invalid-input", fields: { dueOn: ["in-the-past"] } });
    if (input.dueOn === tender.dueOn) return refuse({ code: "same-day" });
    const { dueOn } = input;
    await saveTender(db, organisationId, tender.id, { dueOn });
    const asked = await toAsked(db, actor);
    for (const request of waiting) {
      const told = asked({ ...request, dueOn });
      await rescheduleRequest(db, organisationId, request.requestId, { dueOn, updatedAt: now });
      await extendLinks({ db, now, newId }, told);
      await tellSupplier({ db, now, newId }, told, "new-due-date");
    }
    return accept({ id: tender.id, from: tender.dueOn, requests: waiting.length });
  },
  audit: ({ dueOn }, { from, requests }) => ({ from, dueOn, requests }),
});
