import type { Caller } from "~/use-cases/use-case.server";
import type { Db } from "~db/client";
import { keptValues } from "~db/kept";
import { findZoneModel, listZoneModels, type ModelSummary } from "~db/repositories/zone-models";
import { placedReleases } from "./standing-ground.server";

/**
 * Releases that stand in a model of the hospital, as it is drawn or as it is published. What a version of a draft names is
 * kept: a page that only counts reads no model twice.
 */
export async function heldReleases(caller: Caller): Promise<ReadonlyArray<string>> {
  const { actor, database } = caller;
  const held = new Set(await placedReleases(caller));
  for (const model of await listZoneModels(database.read, actor.organisationId))
    for (const id of (await drawnReleases(database.read, actor.organisationId, model)).ids) held.add(id);
  return [...held];
}

/** Ids of all organisations together. */
const KEPT_RELEASES = 200_000;
const kept = keptValues<{ ids: ReadonlyArray<string> }>(KEPT_RELEASES, ({ ids }) => 1 + ids.length);

async function drawnReleases(
  db: Db,
  organisationId: string,
  { id, draftVersion }: ModelSummary,
): Promise<{ ids: ReadonlyArray<string> }> {
  const key = `${organisationId} ${id} ${draftVersion}`;
  const known = kept.find(key);
  if (known) return known;
  const model = await findZoneModel(db, organisationId, id);
  const ids = new Set(model?.draft.assets.flatMap(({ productReleaseId }) => productReleaseId ?? []));
  // Saved in between: what was read belongs to a later version.
  if (model?.draftVersion !== draftVersion) return { ids: [...ids] };
  return kept.keep(key, { ids: [...ids] });
}
