import { and, asc, desc, eq, gt, max } from "drizzle-orm";
import { type ZoneModelCommand, ZoneModelCommandSchema } from "~/domain/zone-model/commands";
import { type ZoneModel, ZoneModelSchema } from "~/domain/zone-model/zone-model";
import type { Db } from "../client";
import { modelEdits, people, revisions, sites, zoneModels } from "../schema";

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

/** One accepted save: the commands that led from version - 1 to `version`. */
export type ModelEdit = {
  version: number;
  personId: string;
  personName: string;
  at: Date;
  commands: ReadonlyArray<ZoneModelCommand>;
};

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
  return row && { ...row.model, siteName: row.siteName, draft: ZoneModelSchema.parse(row.model.draft) };
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

/** What every model holds, by model id: for lists that count and check. */
export async function listDrafts(db: Db, organisationId: string): Promise<ReadonlyMap<string, ZoneModel>> {
  const rows = await db
    .select({ id: zoneModels.id, draft: zoneModels.draft })
    .from(zoneModels)
    .where(eq(zoneModels.organisationId, organisationId));
  return new Map(rows.map(({ id, draft }) => [id, ZoneModelSchema.parse(draft)]));
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
    draft: { zones: [], conduits: [], assets: [], layout: {} },
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
  const updated = await db
    .update(zoneModels)
    .set({ draft, draftVersion: version, updatedBy: personId, updatedAt: at })
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
  return true;
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

/** Edits that made the versions after `after`, oldest first, at most `limit`. */
export async function listModelEdits(
  db: Db,
  organisationId: string,
  { modelId, after, limit }: { modelId: string; after: number; limit: number },
): Promise<ReadonlyArray<ModelEdit>> {
  const rows = await selectEdits(db)
    .where(
      and(
        eq(modelEdits.organisationId, organisationId),
        eq(modelEdits.modelId, modelId),
        gt(modelEdits.version, after),
      ),
    )
    .orderBy(asc(modelEdits.version))
    .limit(limit);
  return rows.map(toEdit);
}

/** The last edits, newest first. */
export async function listLatestModelEdits(
  db: Db,
  organisationId: string,
  { modelId, limit }: { modelId: string; limit: number },
): Promise<ReadonlyArray<ModelEdit>> {
  const rows = await selectEdits(db)
    .where(and(eq(modelEdits.organisationId, organisationId), eq(modelEdits.modelId, modelId)))
    .orderBy(desc(modelEdits.version))
    .limit(limit);
  return rows.map(toEdit);
}

function selectEdits(db: Db) {
  return db
    .select({
      version: modelEdits.version,
      personId: modelEdits.personId,
      personName: people.name,
      at: modelEdits.at,
      commands: modelEdits.commands,
    })
    .from(modelEdits)
    .innerJoin(people, eq(people.id, modelEdits.personId));
}

function toEdit(row: ModelEdit): ModelEdit {
  return { ...row, commands: row.commands.map((command) => ZoneModelCommandSchema.parse(command)) };
}

function isModel(organisationId: string, modelId: string) {
  return and(eq(zoneModels.organisationId, organisationId), eq(zoneModels.id, modelId));
}

/** With the history of its draft. Fails where revisions exist. */
export async function deleteZoneModel(db: Db, organisationId: string, modelId: string): Promise<void> {
  await db.delete(zoneModels).where(isModel(organisationId, modelId));
}
