import { and, asc, desc, eq, gte, inArray, isNotNull, isNull, lt, ne, or } from "drizzle-orm";
import type { IncidentState, IncidentStep } from "~/domain/incident/incident";
import type { Db } from "../client";
import { incidentEntries, incidentMeasures, incidents, people } from "../schema";

/** `organisationId` is the hospital. */
export type Incident = {
  organisationId: string;
  id: string;
  title: string;
  description: string;
  involvesPersonalData: boolean;
  state: IncidentState;
  supplierId: string | null;
  noticeId: string | null;
  lastEntry: number;
  createdBy: string;
  createdAt: Date;
};

/** Added, never changed. `step` null: a note. */
export type IncidentEntry = {
  number: number;
  step: IncidentStep | null;
  happenedAt: Date;
  note: string;
  recordedBy: string;
  recordedAt: Date;
};

export type IncidentMeasure = {
  id: string;
  incidentId: string;
  text: string;
  owner: string;
  dueOn: string | null;
  createdBy: string;
  createdAt: Date;
  doneAt: Date | null;
  doneBy: string | null;
};

export async function findIncident(
  db: Db,
  organisationId: string,
  incidentId: string,
): Promise<Incident | undefined> {
  const [row] = await db.select().from(incidents).where(isIncident(organisationId, incidentId));
  return row;
}

/** Newest first (keyset paging): what is older than the record `before`, from the newest where there is none such. */
export async function listIncidents(
  db: Db,
  organisationId: string,
  { limit, before }: { limit: number; before?: string | null },
): Promise<ReadonlyArray<Incident>> {
  const { createdAt, id } = incidents;
  const last = before ? await findIncident(db, organisationId, before) : undefined;
  return db
    .select()
    .from(incidents)
    .where(
      and(
        eq(incidents.organisationId, organisationId),
        last && or(lt(createdAt, last.createdAt), and(eq(createdAt, last.createdAt), lt(id, last.id))),
      ),
    )
    .orderBy(desc(incidents.createdAt), desc(incidents.id))
    .limit(limit);
}

/** Those whose record is not closed, newest first. */
export async function listOpenIncidents(
  db: Db,
  organisationId: string,
  { limit }: { limit: number },
): Promise<ReadonlyArray<Incident>> {
  return db
    .select()
    .from(incidents)
    .where(and(eq(incidents.organisationId, organisationId), ne(incidents.state, "closed")))
    .orderBy(desc(incidents.createdAt), desc(incidents.id))
    .limit(limit);
}

/** Steps without notes of records that are not closed, in the order in which they were written down. */
export async function listIncidentSteps(
  db: Db,
  organisationId: string,
): Promise<ReadonlyArray<{ incidentId: string; step: IncidentStep; happenedAt: Date; recordedAt: Date }>> {
  const { incidentId, step, happenedAt, recordedAt, number } = incidentEntries;
  const rows = await db
    .select({ incidentId, step, happenedAt, recordedAt })
    .from(incidentEntries)
    .innerJoin(
      incidents,
      and(eq(incidents.organisationId, incidentEntries.organisationId), eq(incidents.id, incidentId)),
    )
    .where(
      and(eq(incidentEntries.organisationId, organisationId), ne(incidents.state, "closed"), isNotNull(step)),
    )
    .orderBy(asc(incidentId), asc(number));
  return rows.flatMap((row) => (row.step === null ? [] : [{ ...row, step: row.step }]));
}

/** What is still to be done about an incident by a day, from a day on, soonest first. */
export async function listDueIncidentMeasures(
  db: Db,
  organisationId: string,
  { from, limit }: { from: string; limit: number },
): Promise<ReadonlyArray<{ measure: Omit<IncidentMeasure, "dueOn">; dueOn: string; title: string }>> {
  const rows = await db
    .select({ measure: incidentMeasures, title: incidents.title })
    .from(incidentMeasures)
    .innerJoin(
      incidents,
      and(
        eq(incidents.organisationId, incidentMeasures.organisationId),
        eq(incidents.id, incidentMeasures.incidentId),
      ),
    )
    .where(
      and(
        eq(incidentMeasures.organisationId, organisationId),
        isNull(incidentMeasures.doneAt),
        gte(incidentMeasures.dueOn, from),
      ),
    )
    .orderBy(asc(incidentMeasures.dueOn), asc(incidentMeasures.id))
    .limit(limit);
  return rows.flatMap(({ measure: { organisationId: _, dueOn, ...measure }, title }) =>
    dueOn === null ? [] : [{ measure, dueOn, title }],
  );
}

export async function saveNewIncident(db: Db, incident: Incident): Promise<void> {
  await db.insert(incidents).values(incident);
}

/** Adds entries after `lastEntry`; false where somebody else has added one meanwhile: nothing is written. */
export async function saveIncidentEntries(
  db: Db,
  { organisationId, id, lastEntry }: Pick<Incident, "organisationId" | "id" | "lastEntry">,
  { state, entries }: { state: IncidentState; entries: ReadonlyArray<Omit<IncidentEntry, "number">> },
): Promise<boolean> {
  const saved = await db
    .update(incidents)
    .set({ state, lastEntry: lastEntry + entries.length })
    .where(and(isIncident(organisationId, id), eq(incidents.lastEntry, lastEntry)))
    .returning({ id: incidents.id });
  if (saved.length === 0) return false;
  await db.insert(incidentEntries).values(
    entries.map((entry, index) => ({
      ...{ ...entry, organisationId, incidentId: id, number: lastEntry + index + 1 },
    })),
  );
  return true;
}

/** Of these records, each in the order in which they were written down. */
export async function listIncidentEntries(
  db: Db,
  organisationId: string,
  incidentIds: ReadonlyArray<string>,
): Promise<ReadonlyArray<IncidentEntry & { incidentId: string; recordedByName: string }>> {
  if (incidentIds.length === 0) return [];
  const rows = await db
    .select({ entry: incidentEntries, recordedByName: people.name })
    .from(incidentEntries)
    .innerJoin(people, eq(people.id, incidentEntries.recordedBy))
    .where(
      and(
        eq(incidentEntries.organisationId, organisationId),
        inArray(incidentEntries.incidentId, [...incidentIds]),
      ),
    )
    .orderBy(asc(incidentEntries.incidentId), asc(incidentEntries.number));
  return rows.map(({ entry: { organisationId: _, ...entry }, recordedByName }) => ({
    ...entry,
    recordedByName,
  }));
}

/** In the order in which they were begun. */
export async function listIncidentMeasures(
  db: Db,
  organisationId: string,
  incidentId: string,
): Promise<ReadonlyArray<IncidentMeasure>> {
  const rows = await db
    .select()
    .from(incidentMeasures)
    .where(
      and(eq(incidentMeasures.organisationId, organisationId), eq(incidentMeasures.incidentId, incidentId)),
    )
    .orderBy(asc(incidentMeasures.createdAt), asc(incidentMeasures.id));
  return rows.map(({ organisationId: _, ...measure }) => measure);
}

export async function saveNewIncidentMeasure(
  db: Db,
  organisationId: string,
  measure: IncidentMeasure,
): Promise<void> {
  await db.insert(incidentMeasures).values({ organisationId, ...measure });
}

/** False where it is done already or is none of this incident. */
export async function saveIncidentMeasureDone(
  db: Db,
  organisationId: string,
  { id, incidentId }: Pick<IncidentMeasure, "id" | "incidentId">,
  done: { doneAt: Date; doneBy: string },
): Promise<boolean> {
  const saved = await db
    .update(incidentMeasures)
    .set(done)
    .where(
      and(
        eq(incidentMeasures.organisationId, organisationId),
        eq(incidentMeasures.incidentId, incidentId),
        eq(incidentMeasures.id, id),
        isNull(incidentMeasures.doneAt),
      ),
    )
    .returning({ id: incidentMeasures.id });
  return saved.length > 0;
}

function isIncident(organisationId: string, incidentId: string) {
  return and(eq(incidents.organisationId, organisationId), eq(incidents.id, incidentId));
}
