import { z } from "zod";
import { accept, type Result, refuse } from "~/domain/shared/result";
import { type ElementRef, ElementRefSchema } from "~/domain/zone-model/zone-model";
import {
  type Caller,
  type InvalidInput,
  requirePermission,
  toInvalidInput,
} from "~/use-cases/use-case.server";
import { deleteVisit, deleteVisitsBefore, listVisits, saveVisit } from "~db/repositories/model-visits";
import { requireModel } from "./publication.server";

/** A visit that is not renewed for this long is over. */
export const VISIT_MS = 45_000;
/** A page that asks again sooner is answered, and nothing is written. */
const SHORTEST_MS = 900;
/** More open pages of one model than this by one person are not noted. */
const MOST_PAGES = 10;

export const VisitModelInput = z.strictObject({
  modelId: z.string().max(64),
  visitId: z.string().regex(/^[A-Za-z0-9_-]{8,64}$/),
  /** What is selected there. */
  element: ElementRefSchema.nullable().default(null),
  /** The page is being closed. */
  hasLeft: z.boolean().default(false),
});

/** Somebody else who has the model open, or the same person in another window. */
export type OtherVisit = { personName: string; isSelf: boolean; element: ElementRef | null };

/**
 * Renews the visit of an open page and answers who else is there. The one write without an audit entry: it changes
 * nothing of the model, holds for less than a minute and would be most of the log.
 */
export async function visitModel(
  caller: Caller,
  raw: unknown,
): Promise<Result<ReadonlyArray<OtherVisit>, InvalidInput>> {
  const { actor, database, now } = caller;
  requirePermission(actor, "model.read");
  const parsed = VisitModelInput.safeParse(raw);
  if (!parsed.success) return refuse(toInvalidInput(parsed.error));
  const { modelId, visitId, element, hasLeft } = parsed.data;
  const { organisationId, personId } = actor;
  const since = new Date(now.getTime() - VISIT_MS);
  return database.transaction(async (db) => {
    await requireModel(db, organisationId, modelId);
    const visits = await listVisits(db, organisationId, modelId, since);
    const isOwn = (visit: { visitId: string; personId: string }) =>
      visit.visitId === visitId && visit.personId === personId;
    const own = visits.find(isOwn);
    const isSame = own?.element?.kind === element?.kind && own?.element?.id === element?.id;
    const isSoon = own !== undefined && now.getTime() - own.seenAt.getTime() < SHORTEST_MS;
    const pages = visits.filter((visit) => visit.personId === personId).length;
    if (hasLeft) await deleteVisit(db, organisationId, { modelId, visitId, personId });
    else if (own ? !(isSoon && isSame) : pages < MOST_PAGES) {
      await deleteVisitsBefore(db, organisationId, modelId, since);
      await saveVisit(db, organisationId, modelId, { visitId, personId, element, seenAt: now });
    }
    return accept(
      visits
        .filter((visit) => !isOwn(visit))
        .map((visit) => ({
          personName: visit.personName,
          isSelf: visit.personId === personId,
          element: visit.element,
        })),
    );
  });
}
