import { and, asc, desc, eq, max, min } from "drizzle-orm";
import { type ZoneModel, ZoneModelSchema } from "~/domain/zone-model/zone-model";
import type { Db } from "../client";
import { keptValues } from "../kept";
import { revisions, sites, zoneModels } from "../schema";
import { readStored } from "../stored";

/** A published state of a model. Never updated, only followed by the next one. */
export type Revision = {
  organisationId: string;
  modelId: string;
  number: number;
  content: ZoneModel;
  fingerprint: string;
  note: string;
  submittedBy: string;
  approvedBy: string;
  publishedAt: Date;
};

export type RevisionSummary = Omit<Revision, "content">;

const SUMMARY = {
  organisationId: revisions.organisationId,
  modelId: revisions.modelId,
  number: revisions.number,
  fingerprint: revisions.fingerprint,
  note: revisions.note,
  submittedBy: revisions.submittedBy,
  approvedBy: revisions.approvedBy,
  publishedAt: revisions.publishedAt,
};

/** Zones, conduits and assets of all contents together: about eleven of the largest models foreseen. */
const KEPT_ELEMENTS = 60_000;
/** A revision is never changed; its fingerprint tells it from one that was undone before it. */
const contents = keptValues<ZoneModel>(
  KEPT_ELEMENTS,
  ({ zones, conduits, assets }) => 1 + zones.length + conduits.length + assets.length,
);

export async function findRevision(
  db: Db,
  organisationId: string,
  modelId: string,
  number: number,
): Promise<Revision | undefined> {
  const [row] = await db
    .select()
    .from(revisions)
    .where(and(isOfModel(organisationId, modelId), eq(revisions.number, number)));
  return row && toRevision(row);
}

export async function findLatestRevision(
  db: Db,
  organisationId: string,
  modelId: string,
): Promise<Revision | undefined> {
  const [row] = await db
    .select()
    .from(revisions)
    .where(isOfModel(organisationId, modelId))
    .orderBy(desc(revisions.number))
    .limit(1);
  return row && toRevision(row);
}

/** Newest first, without what they hold. */
export async function listRevisions(
  db: Db,
  organisationId: string,
  modelId: string,
): Promise<ReadonlyArray<RevisionSummary>> {
  return db
    .select(SUMMARY)
    .from(revisions)
    .where(isOfModel(organisationId, modelId))
    .orderBy(desc(revisions.number));
}

/** The latest revision of every model that has one, by the model's name. What they hold is frozen, and read once. */
export async function listLatestRevisions(
  db: Db,
  organisationId: string,
): Promise<ReadonlyArray<Revision & { modelName: string }>> {
  const latest = db
    .select({ modelId: revisions.modelId, number: max(revisions.number).as("latest_number") })
    .from(revisions)
    .where(eq(revisions.organisationId, organisationId))
    .groupBy(revisions.modelId)
    .as("latest");
  const rows = await db
    .select({ revision: SUMMARY, modelName: zoneModels.name })
    .from(revisions)
    .innerJoin(latest, and(eq(latest.modelId, revisions.modelId), eq(latest.number, revisions.number)))
    .innerJoin(
      zoneModels,
      and(eq(zoneModels.organisationId, revisions.organisationId), eq(zoneModels.id, revisions.modelId)),
    )
    .where(eq(revisions.organisationId, organisationId))
    .orderBy(zoneModels.name, zoneModels.id);
  const latestOnes = [];
  for (const { revision, modelName } of rows) {
    const content = await contentOf(db, revision);
    if (content) latestOnes.push({ ...revision, modelName, content });
  }
  return latestOnes;
}

export type PlacedRevision = RevisionSummary & { modelName: string; siteName: string };

/** Every revision of the hospital's models, oldest first, without what they hold. */
export async function listAllRevisions(
  db: Db,
  organisationId: string,
): Promise<ReadonlyArray<PlacedRevision>> {
  const rows = await db
    .select({ revision: SUMMARY, modelName: zoneModels.name, siteName: sites.name })
    .from(revisions)
    .innerJoin(
      zoneModels,
      and(eq(zoneModels.organisationId, revisions.organisationId), eq(zoneModels.id, revisions.modelId)),
    )
    .innerJoin(
      sites,
      and(eq(sites.organisationId, zoneModels.organisationId), eq(sites.id, zoneModels.siteId)),
    )
    .where(eq(revisions.organisationId, organisationId))
    .orderBy(asc(revisions.publishedAt), asc(revisions.modelId), asc(revisions.number));
  return rows.map(({ revision, ...names }) => ({ ...revision, ...names }));
}

/** When the hospital first published anything. */
export async function findFirstPublication(db: Db, organisationId: string): Promise<Date | undefined> {
  const [row] = await db
    .select({ at: min(revisions.publishedAt) })
    .from(revisions)
    .where(eq(revisions.organisationId, organisationId));
  return row?.at ?? undefined;
}

/** What a revision holds: frozen, and read once. */
export async function contentOf(db: Db, revision: RevisionSummary): Promise<ZoneModel | undefined> {
  const { organisationId, modelId, number, fingerprint } = revision;
  const key = `${organisationId} ${modelId} ${number} ${fingerprint}`;
  const known = contents.find(key);
  if (known) return known;
  const read = await findRevision(db, organisationId, modelId, number);
  return read && contents.keep(key, frozen(read.content));
}

/** What several requests look at must not be changed by one of them. */
function frozen<Value>(value: Value): Value {
  if (typeof value !== "object" || value === null || Object.isFrozen(value)) return value;
  for (const member of Object.values(value)) frozen(member);
  return Object.freeze(value);
}

export async function saveNewRevision(db: Db, revision: Revision): Promise<void> {
  await db.insert(revisions).values(revision);
}

function toRevision(row: Revision): Revision {
  const place = { column: "revisions.content", row: `${row.modelId} ${row.number}` };
  return { ...row, content: readStored(ZoneModelSchema, row.content, place) };
}

function isOfModel(organisationId: string, modelId: string) {
  return and(eq(revisions.organisationId, organisationId), eq(revisions.modelId, modelId));
}
