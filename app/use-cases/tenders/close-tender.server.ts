import { z } from "zod";
import { accept, type Result, refuse } from "~/domain/shared/result";
import { appendAuditEntry } from "~db/repositories/audit";
import { saveRequestState } from "~db/repositories/intake-requests";
import { saveTender } from "~db/repositories/tenders";
import { reassessDeclarations, seenByHospitals } from "../reassessment/reassess-declaration.server";
import { useCase } from "../use-case.server";
import { findOwnTender } from "./tender-step.server";

type Closed = { id: string; withdrawn: number };

/**
 * Ends a tender: what nobody has answered is withdrawn, with all that follows from it; what was answered stays and can be
 * decided on. There is no way back.
 */
export const closeTender = useCase({
  action: "tender.close",
  input: z.strictObject({ tenderId: z.string().min(1).max(64), isFinal: z.literal("yes", "required") }),
  async run({ db, actor, input, now, newId }): Promise<Result<Closed, { code: "tender-closed" }>> {
    const { organisationId, personId } = actor;
    const { tender, waiting } = await findOwnTender(db, actor, input.tenderId);
    if (tender.state === "closed") return refuse({ code: "tender-closed" });
    for (const supplierId of new Set(waiting.map((request) => request.supplierId))) {
      const shared = () => seenByHospitals(db, { supplierId }, [organisationId]);
      const before = await shared();
      for (const { requestId } of waiting.filter((request) => request.supplierId === supplierId)) {
        await saveRequestState(db, organisationId, requestId, { state: "withdrawn", updatedAt: now });
        await appendAuditEntry(db, {
          ...{ at: now, action: "request.withdraw", personId, organisationId, subjectId: requestId },
          details: { tenderId: tender.id },
        });
      }
      const step = { db, now, newId, personId };
      await reassessDeclarations(step, "declaration-shared", { before, after: await shared() });
    }
    await saveTender(db, organisationId, tender.id, { state: "closed", closedAt: now });
    return accept({ id: tender.id, withdrawn: waiting.length });
  },
  audit: (_, { withdrawn }) => ({ withdrawn }),
});
