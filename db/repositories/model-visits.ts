import { and, asc, eq, gte, lt } from "drizzle-orm";
import type { ElementRef } from "~/domain/zone-model/zone-model";
import type { Db } from "../client";
import { modelVisits, people } from "../schema";

/** One open page of a model; `element` is what is selected there. */
export type ModelVisit = {
  visitId: string;
  personId: string;
  personName: string;
  element: ElementRef | null;
  seenAt: Date;
};

/** Notes that a page is open, or renews it. An id that another person's page uses is left alone. */
export async function saveVisit(
  db: Db,
  organisationId: string,
  modelId: string,
  { visitId, personId, element, seenAt }: Omit<ModelVisit, "personName">,
): Promise<void> {
  const state = { elementKind: element?.kind ?? null, elementId: element?.id ?? null, seenAt };
  await db
    .insert(modelVisits)
    .values({ organisationId, modelId, visitId, personId, ...state })
    .onConflictDoUpdate({
      target: [modelVisits.organisationId, modelVisits.modelId, modelVisits.visitId],
      set: state,
      setWhere: eq(modelVisits.personId, personId),
    });
}

/** The visits of a model renewed since an instant, by name. */
export async function listVisits(
  db: Db,
  organisationId: string,
  modelId: string,
  since: Date,
): Promise<ReadonlyArray<ModelVisit>> {
  const rows = await db
    .select({
      visitId: modelVisits.visitId,
      personId: modelVisits.personId,
      personName: people.name,
      elementKind: modelVisits.elementKind,
      elementId: modelVisits.elementId,
      seenAt: modelVisits.seenAt,
    })
    .from(modelVisits)
    .innerJoin(people, eq(people.id, modelVisits.personId))
    .where(and(isOf(organisationId, modelId), gte(modelVisits.seenAt, since)))
    .orderBy(asc(people.name), asc(modelVisits.visitId));
  return rows.map(({ elementKind, elementId, ...visit }) => ({
    ...visit,
    element: elementKind && elementId !== null ? { kind: elementKind, id: elementId } : null,
  }));
}

export async function deleteVisit(
  db: Db,
  organisationId: string,
  { modelId, visitId, personId }: { modelId: string; visitId: string; personId: string },
): Promise<void> {
  await db
    .delete(modelVisits)
    .where(
      and(
        isOf(organisationId, modelId),
        eq(modelVisits.visitId, visitId),
        eq(modelVisits.personId, personId),
      ),
    );
}

/** Forgets the visits of a model that were last renewed before an instant. */
export async function deleteVisitsBefore(
  db: Db,
  organisationId: string,
  modelId: string,
  before: Date,
): Promise<void> {
  await db.delete(modelVisits).where(and(isOf(organisationId, modelId), lt(modelVisits.seenAt, before)));
}

function isOf(organisationId: string, modelId: string) {
  return and(eq(modelVisits.organisationId, organisationId), eq(modelVisits.modelId, modelId));
}
