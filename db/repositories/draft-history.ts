import { and, desc, eq, lte } from "drizzle-orm";
import { applyCommands } from "~/domain/zone-model/apply-command";
import { EMPTY_ZONE_MODEL, type ZoneModel, ZoneModelSchema } from "~/domain/zone-model/zone-model";
import type { Db } from "../client";
import { draftSnapshots, modelEdits, people } from "../schema";
import { readStored } from "../stored";
import { listModelEdits, type ModelEdit } from "./model-edits";

/** More edits than this are read and replayed in parts. */
const PART = 500;

/**
 * The draft as it was at a version, from the nearest snapshot before it and the edits since; models from before
 * there were snapshots are replayed from the beginning. Undefined where there is no such version, or where an edit
 * cannot be replayed (which would be a defect: every one was applied by the same functions when it was saved).
 */
export async function stateAt(
  db: Db,
  organisationId: string,
  modelId: string,
  version: number,
): Promise<ZoneModel | undefined> {
  const start = await snapshotBefore(db, organisationId, modelId, version);
  let { draft } = start;
  let after = start.version;
  while (after < version) {
    const limit = Math.min(PART, version - after);
    const edits = await listModelEdits(db, organisationId, { modelId, after, limit });
    if (edits.length < limit) return undefined;
    for (const edit of edits) {
      const applied = applyCommands(draft, edit.commands);
      if (!applied.ok || edit.version !== after + 1) return undefined;
      draft = applied.value;
      after = edit.version;
    }
  }
  return draft;
}

async function snapshotBefore(
  db: Db,
  organisationId: string,
  modelId: string,
  version: number,
): Promise<{ version: number; draft: ZoneModel }> {
  const [row] = await db
    .select({ version: draftSnapshots.version, draft: draftSnapshots.draft })
    .from(draftSnapshots)
    .where(
      and(
        eq(draftSnapshots.organisationId, organisationId),
        eq(draftSnapshots.modelId, modelId),
        lte(draftSnapshots.version, version),
      ),
    )
    .orderBy(desc(draftSnapshots.version))
    .limit(1);
  return row
    ? {
        version: row.version,
        draft: readStored(ZoneModelSchema, row.draft, {
          column: "draft_snapshots.draft",
          row: `${modelId} ${row.version}`,
        }),
      }
    : { version: 0, draft: EMPTY_ZONE_MODEL };
}

export async function findModelEdit(
  db: Db,
  organisationId: string,
  modelId: string,
  version: number,
): Promise<ModelEdit | undefined> {
  const [edit] = await listModelEdits(db, organisationId, { modelId, after: version - 1, limit: 1 });
  return edit?.version === version ? edit : undefined;
}

/** Everybody who ever edited the model, by name. */
export async function listEditors(
  db: Db,
  organisationId: string,
  modelId: string,
): Promise<ReadonlyArray<{ id: string; name: string }>> {
  const rows = await db
    .selectDistinct({ id: people.id, name: people.name })
    .from(modelEdits)
    .innerJoin(people, eq(people.id, modelEdits.personId))
    .where(and(eq(modelEdits.organisationId, organisationId), eq(modelEdits.modelId, modelId)));
  return rows.toSorted((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : a.id < b.id ? -1 : 1));
}
