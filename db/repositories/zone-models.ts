import { and, asc, desc, eq, gt, lt, max, or, sql } from "drizzle-orm";
import { type ZoneModelCommand, ZoneModelCommandSchema } from "~/domain/zone-model/commands";
import { EMPTY_ZONE_MODEL, type ZoneModel, ZoneModelSchema } from "~/domain/zone-model/zone-model";
import type { Db } from "../client";
import { draftSnapshots, modelEdits, people, revisions, sites, zoneModels } from "../schema";
import { readStored } from "../stored";

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
  return row && { ...row.model, siteName: row.siteName, draft: readDraft(row.model) };
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
  return new Map(rows.map((row) => [row.id, readDraft(row)]));
}

function readDraft({ id, draft }: { id: string; draft: unknown }): ZoneModel {
  return readStored(ZoneModelSchema, draft, { column: "zone_models.draft", row: id });
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
  if (version % SNAPSHOT_EVERY === 0)
    await db.insert(draftSnapshots).values({ organisationId, modelId, version, draft });
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

/** Which saves of a draft to read. */
export type EditRange = {
  modelId: string;
  /** Only those that made later versions than this one. */
  after?: number;
  /** Only those that made earlier versions than this one. */
  before?: number;
  personId?: string | undefined;
  /**
   * Only those whose commands, as JSON, have one of the texts of each group in them (an id in its quotation marks). The database looks for them, so
   * that what is not asked for is never read. A text that is found need not mean what was looked for.
   */
  containing?: ReadonlyArray<ReadonlyArray<string>>;
  /** Commands that nobody needs are neither checked nor given back. */
  only?: (command: ZoneModelCommand) => boolean;
  newestFirst?: boolean;
  limit: number;
};

/** Saves of a draft, oldest first unless asked otherwise, at most `limit`. */
export async function listModelEdits(
  db: Db,
  organisationId: string,
  { modelId, after, before, personId, containing = [], only, newestFirst = false, limit }: EditRange,
): Promise<ReadonlyArray<ModelEdit>> {
  const rows = await db
    .select({
      version: modelEdits.version,
      personId: modelEdits.personId,
      personName: people.name,
      at: modelEdits.at,
      commands: modelEdits.commands,
    })
    .from(modelEdits)
    .innerJoin(people, eq(people.id, modelEdits.personId))
    .where(
      and(
        eq(modelEdits.organisationId, organisationId),
        eq(modelEdits.modelId, modelId),
        after === undefined ? undefined : gt(modelEdits.version, after),
        before === undefined ? undefined : lt(modelEdits.version, before),
        personId === undefined ? undefined : eq(modelEdits.personId, personId),
        ...containing.map((texts) => or(...texts.map(isInCommands))),
      ),
    )
    .orderBy(newestFirst ? desc(modelEdits.version) : asc(modelEdits.version))
    .limit(limit);
  return rows.map((row) => ({
    ...row,
    commands: (only ? row.commands.filter(only) : row.commands).map((command) =>
      readStored(ZoneModelCommandSchema, command, {
        column: "model_edits.commands",
        row: `${modelId} ${row.version}`,
      }),
    ),
  }));
}

/** The same one by one, however many there are: read in parts, and no further than whoever asks goes on. */
export async function* walkModelEdits(
  db: Db,
  organisationId: string,
  { limit: part, ...range }: EditRange,
): AsyncGenerator<ModelEdit> {
  let edge = range.newestFirst ? range.before : range.after;
  for (;;) {
    const from = range.newestFirst ? { before: edge } : { after: edge };
    const edits = await listModelEdits(db, organisationId, { ...range, ...from, limit: part });
    yield* edits;
    edge = edits.at(-1)?.version;
    if (edits.length < part) return;
  }
}

/** An id may hold `_`, which stands for any letter unless it is escaped. */
function isInCommands(text: string) {
  const pattern = `%${text.replace(/[!%_]/g, "!$&")}%`;
  return sql`cast(${modelEdits.commands} as text) like ${pattern} escape '!'`;
}

function isModel(organisationId: string, modelId: string) {
  return and(eq(zoneModels.organisationId, organisationId), eq(zoneModels.id, modelId));
}

/** With the history of its draft. Fails where revisions exist. */
export async function deleteZoneModel(db: Db, organisationId: string, modelId: string): Promise<void> {
  await db.delete(zoneModels).where(isModel(organisationId, modelId));
}
