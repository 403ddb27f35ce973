import { affectedByZone, blastRadius } from "~/domain/notice/blast-radius";
import { indexModel } from "~/domain/zone-model/queries";
import type { ZoneModel } from "~/domain/zone-model/zone-model";
import type { Db } from "~db/client";
import { listLatestRevisions } from "~db/repositories/revisions";
import { listDrafts, listZoneModels } from "~db/repositories/zone-models";

/** So many zones of one model are shown; how many more there are is said. */
export const MOST_ZONES_SHOWN = 100;

export type HospitalModel = {
  modelId: string;
  modelName: string;
  revision: number | null;
  content: ZoneModel;
};

/** Every model as it is published; one that never was, as it is drawn. */
export async function modelsInUse(db: Db, organisationId: string): Promise<ReadonlyArray<HospitalModel>> {
  const models = await listZoneModels(db, organisationId);
  const revisions = new Map(
    (await listLatestRevisions(db, organisationId)).map((revision) => [revision.modelId, revision]),
  );
  const drafts = await listDrafts(db, organisationId);
  return models.flatMap(({ id: modelId, name: modelName }) => {
    const published = revisions.get(modelId);
    const content = published?.content ?? drafts.get(modelId);
    return content ? [{ modelId, modelName, revision: published?.number ?? null, content }] : [];
  });
}

/** How many assets of these models are one of the releases. */
export function countAffected(
  models: ReadonlyArray<HospitalModel>,
  releaseIds: ReadonlyArray<string>,
): number {
  const wanted = new Set(releaseIds);
  return models.reduce(
    (sum, { content }) =>
      sum +
      content.assets.reduce(
        (count, { productReleaseId, quantity }) =>
          productReleaseId !== null && wanted.has(productReleaseId) ? count + quantity : count,
        0,
      ),
    0,
  );
}

/** Where the releases stand in one model and what can be reached from there; null where they do not. */
export function reachIn(
  { modelId, modelName, revision, content }: HospitalModel,
  releaseIds: ReadonlyArray<string>,
) {
  const index = indexModel(content);
  const radius = blastRadius(index, new Set(releaseIds));
  if (radius.assets.length === 0) return null;
  const byZone = affectedByZone(radius);
  const zoneName = (id: string) => index.zoneById.get(id)?.name ?? "";
  const shownAssets = (zoneId: string | null) =>
    (byZone.get(zoneId) ?? []).map(({ id, name, quantity }) => ({ id, name, quantity }));
  return {
    ...{ modelId, modelName, revision },
    assetCount: radius.assets.reduce((sum, { quantity }) => sum + quantity, 0),
    zoneCount: radius.zones.length,
    conduitsAtRisk: radius.conduitsAtRisk.map(({ id, name, fromZoneId, toZoneId }) => ({
      ...{ id, name: name || `${zoneName(fromZoneId)} – ${zoneName(toZoneId)}` },
    })),
    loose: shownAssets(null),
    zones: radius.zones.slice(0, MOST_ZONES_SHOWN).map(({ zoneId, hops, via }) => ({
      ...{ id: zoneId, name: zoneName(zoneId), hops, assets: shownAssets(zoneId) },
      via: via && {
        ...{ from: zoneName(via.fromZoneId), how: via.how },
        conduit: index.conduitById.get(via.conduitId)?.name ?? "",
      },
    })),
  };
}
