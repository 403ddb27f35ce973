import { loadCatalogue } from "~/catalogue/index.server";
import { SYSTEM_REQUIREMENTS } from "~/catalogue/system-requirements";
import { type RequiredMeasure, requiredInZone, requiredOfHospital } from "~/domain/measure/required";
import { indexModel, type ZoneModelIndex } from "~/domain/zone-model/queries";
import type { Db } from "~db/client";
import { type MeasurePlace, placeKey } from "~db/repositories/measures";
import { listLatestRevisions } from "~db/repositories/revisions";
import { listDrafts, listZoneModels } from "~db/repositories/zone-models";

/** A zone with what it must have, or the whole hospital with the programme. */
export type PlaceWithMeasures = {
  place: MeasurePlace;
  modelName: string;
  zoneName: string;
  /** False where the zone is in the draft alone: suppliers are not held to it yet. */
  isPublished: boolean;
  required: ReadonlyArray<RequiredMeasure>;
};

export function measureKnowledge() {
  return { system: SYSTEM_REQUIREMENTS, programme: loadCatalogue().requirements["programme-requirements"] };
}

/**
 * Every place of a hospital in which measures are written down: first the hospital as a whole, then the zones of its
 * models, as they are published; a zone that is in no revision yet as it is drawn. Of the zones those
 * that are `wanted` alone, by key, where any are named.
 */
export async function listMeasurePlaces(
  db: Db,
  organisationId: string,
  wanted?: ReadonlySet<string>,
): Promise<ReadonlyArray<PlaceWithMeasures>> {
  const knowledge = measureKnowledge();
  const models = await listZoneModels(db, organisationId);
  const revisions = await listLatestRevisions(db, organisationId);
  const drafts = await listDrafts(db, organisationId);
  const zones = models.flatMap(({ id: modelId, name: modelName }) => {
    const published = revisions.find((revision) => revision.modelId === modelId)?.content;
    const known = published && indexModel(published);
    const draft = drafts.get(modelId);
    const drawn = draft && indexModel(draft);
    const toPlaces = (index: ZoneModelIndex, isPublished: boolean): ReadonlyArray<PlaceWithMeasures> =>
      index.model.zones.flatMap((zone) => {
        const place = { modelId, zoneId: zone.id };
        if (wanted && !wanted.has(placeKey(place))) return [];
        const required = requiredInZone(knowledge, index, zone);
        return [{ place, modelName, zoneName: zone.name, isPublished, required }];
      });
    return [
      ...(known ? toPlaces(known, true) : []),
      ...(drawn
        ? toPlaces(drawn, false).filter(({ place }) => !place || !known?.zoneById.has(place.zoneId))
        : []),
    ];
  });
  const hospital: PlaceWithMeasures = {
    ...{ place: null, modelName: "", zoneName: "", isPublished: true },
    required: requiredOfHospital(knowledge),
  };
  return [hospital, ...zones];
}
