import type { Actor } from "~/domain/access/role";
import { AppError } from "~/domain/shared/app-error";
import type { Db } from "~db/client";
import {
  findIncident,
  type Incident,
  type IncidentEntry,
  listIncidentEntries,
} from "~db/repositories/incidents";

/** Throws `not-found` for a foreign id too. */
export async function findOwnIncident(db: Db, actor: Actor, incidentId: string): Promise<Incident> {
  const incident = await findIncident(db, actor.organisationId, incidentId);
  if (!incident) throw new AppError("not-found", "there is no such incident");
  return incident;
}

/** When it was detected, as the latest entry says. Every record begins with one. */
export async function detectionOf(db: Db, { organisationId, id, createdAt }: Incident): Promise<Date> {
  const entries: ReadonlyArray<IncidentEntry> = await listIncidentEntries(db, organisationId, [id]);
  return entries.findLast(({ step }) => step === "detected")?.happenedAt ?? createdAt;
}
