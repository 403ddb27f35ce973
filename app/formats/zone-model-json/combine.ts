import type { ZoneModel } from "~/domain/zone-model/zone-model";

/** How a model from a file meets the draft: it takes its place, or comes beside what is there. */
export const IMPORT_MODES = ["replace", "add"] as const;
export type ImportMode = (typeof IMPORT_MODES)[number];

/**
 * The draft as it should be after the import. Beside what is there everything gets a new id, because the file may
 * be a copy of the very same model; in an empty draft, and in place of a full one, ids stay as they are.
 */
export function combined(
  draft: ZoneModel,
  file: ZoneModel,
  mode: ImportMode,
  newId: () => string,
): ZoneModel {
  if (mode === "replace" || isEmpty(draft)) return file;
  const fresh = withFreshIds(file, newId);
  return {
    zones: [...draft.zones, ...fresh.zones],
    conduits: [...draft.conduits, ...fresh.conduits],
    assets: [...draft.assets, ...fresh.assets],
    waivers: [...draft.waivers, ...fresh.waivers],
    layout: { ...draft.layout, ...fresh.layout },
  };
}

export function isEmpty({ zones, conduits, assets, waivers }: ZoneModel): boolean {
  return zones.length + conduits.length + assets.length + waivers.length === 0;
}

/** The model without links to product releases that the hospital does not know, and how many there were. */
export function withKnownReleases(
  model: ZoneModel,
  releaseIds: ReadonlySet<string>,
): { model: ZoneModel; dropped: number } {
  let dropped = 0;
  const assets = model.assets.map((asset) => {
    if (asset.productReleaseId === null || releaseIds.has(asset.productReleaseId)) return asset;
    dropped += 1;
    return { ...asset, productReleaseId: null };
  });
  return { model: dropped > 0 ? { ...model, assets } : model, dropped };
}

/**
 * The model with ids that are not in use in another one, so that it can be put beside what is there. What it
 * refers to outside the file stays: types, rules and product releases.
 */
function withFreshIds(file: ZoneModel, newId: () => string): ZoneModel {
  const zones = new Map(file.zones.map(({ id }) => [id, newId()]));
  const conduits = new Map(file.conduits.map(({ id }) => [id, newId()]));
  const assets = new Map(file.assets.map(({ id }) => [id, newId()]));
  const of = (ids: ReadonlyMap<string, string>, id: string) => ids.get(id) ?? id;
  const ofKind = { zone: zones, conduit: conduits, asset: assets };
  return {
    zones: file.zones.map((zone) => ({
      ...zone,
      id: of(zones, zone.id),
      parentId: zone.parentId === null ? null : of(zones, zone.parentId),
    })),
    conduits: file.conduits.map((conduit) => ({
      ...conduit,
      id: of(conduits, conduit.id),
      fromZoneId: of(zones, conduit.fromZoneId),
      toZoneId: of(zones, conduit.toZoneId),
    })),
    assets: file.assets.map((asset) => ({
      ...asset,
      id: of(assets, asset.id),
      zoneId: asset.zoneId === null ? null : of(zones, asset.zoneId),
    })),
    waivers: file.waivers.map((waiver) => ({
      ...waiver,
      id: newId(),
      element: { kind: waiver.element.kind, id: of(ofKind[waiver.element.kind], waiver.element.id) },
    })),
    layout: Object.fromEntries(Object.entries(file.layout).map(([id, place]) => [of(zones, id), place])),
  };
}
