import { loadCatalogue } from "~/catalogue/index.server";
import { SYSTEM_REQUIREMENTS } from "~/catalogue/system-requirements";
import { type RequiredMeasure, requiredInZone, requiredOfHospital } from "~/domain/measure/required";
import { indexModel, type ZoneModelIndex } from "~/domain/zone-model/queries";
import type { Zone } from "~/domain/zone-model/zone-model";
import type { Db } from "~db/client";
import type { MeasurePlace } from "~db/repositories/measures";
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
 * models, as they are published; a zone that is in no revision yet as it is drawn.
 */
export async function listMeasurePlaces(
  db: Db,
  organisationId: string,
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
    const toPlace = (index: ZoneModelIndex, zone: Zone, isPublished: boolean): PlaceWithMeasures => ({
      ...{ place: { modelId, zoneId: zone.id }, modelName, zoneName: zone.name, isPublished },
      required: requiredInZone(knowledge, index, zone),
    });
    return [
      ...(known ? known.model.zones.map((zone) => toPlace(known, zone, true)) : []),
      ...(drawn
        ? drawn.model.zones
            .filter(({ id }) => !known?.zoneById.has(id))
            .map((zone) => toPlace(drawn, zone, false))
        : []),
    ];
  });
  return [
    ...[
      {
        place: null,
        modelName: "",
        zoneName: "",
        isPublished: true,
        required: requiredOfHospital(knowledge),
      },
    ],
    ...zones,
  ];
}
