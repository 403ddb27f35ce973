import { COMPONENT_REQUIREMENTS } from "~/catalogue/catalogue";
import { toIsoDate } from "~/domain/shared/iso-date";
import { indexModel, type ZoneModelIndex } from "~/domain/zone-model/queries";
import type { ZoneModel } from "~/domain/zone-model/zone-model";
import { type Caller, requirePermission } from "~/use-cases/use-case.server";
import { listLatestRevisions } from "~db/repositories/revisions";
import { listDrafts, listZoneModels } from "~db/repositories/zone-models";
import {
  conduitName,
  elementName,
  judgeDevices,
  openGround,
  openRows,
  zonesUnder,
} from "./zone-ledger.server";

export type ChosenPlace = { modelId: string; elementKind: "zone" | "conduit"; elementId: string };

/**
 * The form of a proposal: first where it stands, then what it makes up for. Rows that products there miss today come
 * first; the others are all there.
 */
export async function presentNewCountermeasure(caller: Caller, chosen: ChosenPlace | null) {
  const { actor, database, now } = caller;
  requirePermission(actor, "countermeasure.propose");
  const { organisationId } = actor;
  const [models, revisions, drafts] = await Promise.all([
    listZoneModels(database.read, organisationId),
    listLatestRevisions(database.read, organisationId),
    listDrafts(database.read, organisationId),
  ]);
  const states = models.map(({ id, name }) => ({
    ...{ modelId: id, modelName: name },
    published: revisions.find(({ modelId }) => modelId === id)?.content ?? null,
    draft: drafts.get(id) ?? null,
  }));
  return {
    models: states.map(({ modelId, modelName, published, draft }) => ({
      ...{ modelId, modelName },
      ...placesOf(published, draft),
    })),
    today: toIsoDate(now),
    place: chosen && (await presentPlace(caller, states, chosen)),
  };
}

type State = { modelId: string; modelName: string; published: ZoneModel | null; draft: ZoneModel | null };

/** Zones and conduits of the latest revision, then those that are only drawn so far. */
function placesOf(published: ZoneModel | null, draft: ZoneModel | null) {
  const [held, drawn] = [published && indexModel(published), draft && indexModel(draft)];
  const zones = (index: ZoneModelIndex) => index.model.zones.map(({ id, name }) => ({ id, name }));
  const conduits = (index: ZoneModelIndex) =>
    index.model.conduits.map((conduit) => ({ id: conduit.id, name: conduitName(index, conduit) }));
  const merged = (listOf: typeof zones) => {
    const first = held ? listOf(held) : [];
    const known = new Set(first.map(({ id }) => id));
    const later = drawn ? listOf(drawn).filter(({ id }) => !known.has(id)) : [];
    return [
      ...first.map((one) => ({ ...one, isDrawnOnly: false })),
      ...later.map((one) => ({ ...one, isDrawnOnly: true })),
    ];
  };
  return { zones: merged(zones), conduits: merged(conduits) };
}

async function presentPlace(caller: Caller, states: ReadonlyArray<State>, chosen: ChosenPlace) {
  const state = states.find(({ modelId }) => modelId === chosen.modelId);
  const content = [state?.published, state?.draft].find(
    (one) => one && elementName(indexModel(one), chosen) !== undefined,
  );
  if (!state || !content) return null;
  const index = indexModel(content);
  const ground = await openGround(caller, content);
  const held = { modelId: state.modelId, content };
  const devices = zonesUnder(index, chosen).flatMap(({ id }) => judgeDevices(ground, held, id));
  const missed = openRows(devices);
  return {
    ...chosen,
    name: elementName(index, chosen) ?? "",
    modelName: state.modelName,
    isDrawnOnly: content !== state.published,
    missed,
    rows: COMPONENT_REQUIREMENTS.map(({ id, title, minSl, foundationalRequirement }) => ({
      ...{ id, title, minSl, foundationalRequirement },
    })),
  };
}
