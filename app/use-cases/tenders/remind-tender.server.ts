import { z } from "zod";
import { mayRemindAgain } from "~/domain/procurement/tender";
import { accept, type Result, refuse } from "~/domain/shared/result";
import { saveTender } from "~db/repositories/tenders";
import { tellSupplier } from "../requests/tell-supplier.server";
import { useCase } from "../use-case.server";
import { findOwnTender, toAsked } from "./tender-step.server";

type Reminded = { id: string; requests: number; letters: number };
type Refusal = { code: "tender-closed" | "nobody-waits" | "reminded-today" };

/** Reminds everybody who has not answered, once a day at most. The reminders before the due date go out besides. */
export const remindTender = useCase({
  action: "tender.remind",
  input: z.strictObject({ tenderId: z.string().min(1).max(64) }),
  async run({ db, actor, input, now, newId }): Promise<Result<Reminded, Refusal>> {
    const { tender, waiting } = await findOwnTender(db, actor, input.tenderId);
    if (tender.state === "closed") return refuse({ code: "tender-closed" });
    if (waiting.length === 0) return refuse({ code: "nobody-waits" });
    if (!mayRemindAgain(tender.remindedAt, now)) return refuse({ code: "reminded-today" });
    const asked = await toAsked(db, actor);
    let letters = 0;
    for (const request of waiting)
      letters += await tellSupplier({ db, now, newId }, asked(request), "asked-again");
    await saveTender(db, actor.organisationId, tender.id, { remindedAt: now });
    return accept({ id: tender.id, requests: waiting.length, letters });
  },
  audit: (_, { requests, letters }) => ({ requests, letters }),
});
