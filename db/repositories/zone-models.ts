import { and, asc, eq, max, sql } from "drizzle-orm";
import { applyCommands } from "~/domain/zone-model/apply-command";
import type { ZoneModelCommand } from "~/domain/zone-model/commands";
import { EMPTY_ZONE_MODEL, type ZoneModel, ZoneModelSchema } from "~/domain/zone-model/zone-model";
import type { Db } from "../client";
import { draftSnapshots, modelEdits, revisions, sites, zoneModels } from "../schema";
import { readStored } from "../stored";
import { listModelEdits } from "./model-edits";

/** `drawing`: open for edits. `submitted`: waits for a second person, nobody edits it. */
export type ModelState = "drawing" | "submitted";

/** A zone model with its one working draft. */
export type ModelRecord = {
  organisationId: string;
  id: string;
  siteId: string;
  siteName: string;
  name: string;
  purpose: string;
  draft: ZoneModel;
  /** 0 for a model that was never edited; rises by one with every accepted save. */
  draftVersion: number;
  state: ModelState;
  submittedBy: string | null;
  submittedAt: Date | null;
  submissionNote: string;
  returnComment: string;
  updatedBy: string;
  updatedAt: Date;
  createdAt: Date;
};

/** A model in a list: all but what it holds. */
export type ModelSummary = Pick<
  ModelRecord,
  "id" | "name" | "siteId" | "siteName" | "state" | "draftVersion" | "updatedAt"
> & { latestRevisionNumber: number | null };

/** Every so many versions the whole draft is kept beside the edits, so that any state is few replays away. */
export const SNAPSHOT_EVERY = 100;

/** A small edit of a large draft is kept as its commands; the whole draft is written every so many versions. */
const WRITTEN_EVERY = 25;
const LARGE_ELEMENTS = 500;
const SMALL_EDIT = 20;

export async function findZoneModel(
  db: Db,
  organisationId: string,
  modelId: string,
): Promise<ModelRecord | undefined> {
  const [row] = await db
    .select({ model: zoneModels, siteName: sites.name })
    .from(zoneModels)
    .innerJoin(
      sites,
      and(eq(sites.organisationId, zoneModels.organisationId), eq(sites.id, zoneModels.siteId)),
    )
    .where(isModel(organisationId, modelId));
  if (!row) return undefined;
  const { heldVersion, ...model } = row.model;
  return { ...model, siteName: row.siteName, draft: await readDraft(db, organisationId, row.model) };
}

/** By site, then by name. */
export async function listZoneModels(db: Db, organisationId: string): Promise<ReadonlyArray<ModelSummary>> {
  const rows = await db
    .select({
      id: zoneModels.id,
      name: zoneModels.name,
      siteId: zoneModels.siteId,
      siteName: sites.name,
      state: zoneModels.state,
      draftVersion: zoneModels.draftVersion,
      updatedAt: zoneModels.updatedAt,
    })
    .from(zoneModels)
    .innerJoin(
      sites,
      and(eq(sites.organisationId, zoneModels.organisationId), eq(sites.id, zoneModels.siteId)),
    )
    .where(eq(zoneModels.organisationId, organisationId))
    .orderBy(asc(sites.name), asc(zoneModels.name), asc(zoneModels.id));
  const latest = await db
    .select({ modelId: revisions.modelId, number: max(revisions.number) })
    .from(revisions)
    .where(eq(revisions.organisationId, organisationId))
    .groupBy(revisions.modelId);
  const numbers = new Map(latest.map(({ modelId, number }) => [modelId, number]));
  return rows.map((row) => ({ ...row, latestRevisionNumber: numbers.get(row.id) ?? null }));
}

/** Models that wait for a second person, the longest waiting first; `limit` at most. */
export async function listSubmittedModels(
  db: Db,
  organisationId: string,
  { limit }: { limit: number },
): Promise<
  ReadonlyArray<Pick<ModelRecord, "id" | "name" | "siteName" | "submittedBy" | "submittedAt" | "updatedAt">>
> {
  const { id, name, submittedBy, submittedAt, updatedAt } = zoneModels;
  return db
    .select({ id, name, siteName: sites.name, submittedBy, submittedAt, updatedAt })
    .from(zoneModels)
    .innerJoin(
      sites,
      and(eq(sites.organisationId, zoneModels.organisationId), eq(sites.id, zoneModels.siteId)),
    )
    .where(and(eq(zoneModels.organisationId, organisationId), eq(zoneModels.state, "submitted")))
    .orderBy(asc(submittedAt), asc(id))
    .limit(limit);
}

/** What every model holds, by model id: for lists that count and check. */
export async function listDrafts(db: Db, organisationId: string): Promise<ReadonlyMap<string, ZoneModel>> {
  const rows = await db
    .select({
      id: zoneModels.id,
      draft: zoneModels.draft,
      draftVersion: zoneModels.draftVersion,
      heldVersion: zoneModels.heldVersion,
    })
    .from(zoneModels)
    .where(eq(zoneModels.organisationId, organisationId));
  const drafts = new Map<string, ZoneModel>();
  for (const row of rows) drafts.set(row.id, await readDraft(db, organisationId, row));
  return drafts;
}

/** The draft as it is at `draftVersion`: what is held, and the edits since. */
async function readDraft(
  db: Db,
  organisationId: string,
  row: Pick<typeof zoneModels.$inferSelect, "id" | "draft" | "draftVersion" | "heldVersion">,
): Promise<ZoneModel> {
  const place = { column: "zone_models.draft", row: row.id };
  const held = readStored(ZoneModelSchema, row.draft, place);
  if (row.heldVersion === null) return held;
  const limit = row.draftVersion - row.heldVersion;
  const range = { modelId: row.id, after: row.heldVersion, limit };
  const edits = await listModelEdits(db, organisationId, range);
  const applied = applyCommands(
    held,
    edits.flatMap(({ commands }) => commands),
  );
  if (edits.length < limit || !applied.ok)
    throw new Error(`${place.column} of ${row.id} cannot be brought to version ${row.draftVersion}`);
  return applied.value;
}

export async function saveNewZoneModel(
  db: Db,
  organisationId: string,
  model: Pick<ModelRecord, "id" | "siteId" | "name" | "purpose"> & { createdBy: string; createdAt: Date },
): Promise<void> {
  const { createdBy, ...rest } = model;
  await db.insert(zoneModels).values({
    ...rest,
    organisationId,
    draft: EMPTY_ZONE_MODEL,
    draftVersion: 0,
    state: "drawing",
    submissionNote: "",
    returnComment: "",
    updatedBy: createdBy,
    updatedAt: model.createdAt,
  });
}

/**
 * Writes the draft as the version after `version`, together with the commands that made it. False, with nothing
 * written, where another version stands or the model is not open for edits.
 */
export async function saveDraft(
  db: Db,
  organisationId: string,
  save: {
    modelId: string;
    version: number;
    draft: ZoneModel;
    commands: ReadonlyArray<ZoneModelCommand>;
    personId: string;
    at: Date;
  },
): Promise<boolean> {
  const { modelId, draft, commands, personId, at } = save;
  const version = save.version + 1;
  const content = isKeptAsCommands(draft, commands, version)
    ? { heldVersion: sql<number>`coalesce(${zoneModels.heldVersion}, ${zoneModels.draftVersion})` }
    : { draft, heldVersion: null };
  const updated = await db
    .update(zoneModels)
    .set({ ...content, draftVersion: version, updatedBy: personId, updatedAt: at })
    .where(
      and(
        isModel(organisationId, modelId),
        eq(zoneModels.draftVersion, save.version),
        eq(zoneModels.state, "drawing"),
      ),
    )
    .returning({ id: zoneModels.id });
  if (updated.length === 0) return false;
  await db.insert(modelEdits).values({ organisationId, modelId, version, personId, at, commands });
  if (version % SNAPSHOT_EVERY === 0)
    await db.insert(draftSnapshots).values({ organisationId, modelId, version, draft });
  return true;
}

function isKeptAsCommands(
  { zones, conduits, assets }: ZoneModel,
  { length }: ReadonlyArray<ZoneModelCommand>,
  version: number,
): boolean {
  const isLarge = zones.length + conduits.length + assets.length >= LARGE_ELEMENTS;
  return isLarge && length > 0 && length <= SMALL_EDIT && version % WRITTEN_EVERY !== 0;
}

/** Where the draft stands on its way to the next revision; the draft itself stays as it is. */
export async function saveModelState(
  db: Db,
  organisationId: string,
  modelId: string,
  step: Pick<ModelRecord, "state" | "submittedBy" | "submittedAt" | "submissionNote" | "returnComment">,
): Promise<void> {
  await db.update(zoneModels).set(step).where(isModel(organisationId, modelId));
}

function isModel(organisationId: string, modelId: string) {
  return and(eq(zoneModels.organisationId, organisationId), eq(zoneModels.id, modelId));
}

/** With the history of its draft. Fails where revisions exist. */
export async function deleteZoneModel(db: Db, organisationId: string, modelId: string): Promise<void> {
  await db.delete(zoneModels).where(isModel(organisationId, modelId));
}
