import { z } from "zod";
import { accept, type Result, refuse } from "../shared/result";
import type { ZoneModelCommand } from "./commands";
import { findInconsistencies } from "./consistency";
import { placeOf } from "./layout";
import { ancestorsOf, descendantsOf, indexModel, type ZoneModelIndex } from "./queries";
import {
  AssetSchema,
  ConduitSchema,
  type ElementRef,
  type Place,
  WaiverSchema,
  type Zone,
  type ZoneModel,
  ZoneModelSchema,
  ZoneSchema,
} from "./zone-model";

/** A part of a zone model that can stand alone: what is copied, and pasted into this or another model. */
export const FRAGMENT_MARK = "zone-model-fragment";
const VERSION = 1;

/** A copy of the largest hospital has about 4 million characters; more is none of ours. */
export const LONGEST_FRAGMENT = 8_000_000;
/** What the server takes as one gesture. */
const MOST_ELEMENTS = 10_000;

export const FragmentSchema = z.strictObject({
  cordon: z.literal(FRAGMENT_MARK),
  version: z.literal(VERSION),
  zones: z.array(ZoneSchema).max(MOST_ELEMENTS),
  conduits: z.array(ConduitSchema).max(MOST_ELEMENTS),
  assets: z.array(AssetSchema).max(MOST_ELEMENTS),
  waivers: z.array(WaiverSchema).max(MOST_ELEMENTS),
  layout: ZoneModelSchema.shape.layout,
});
export type Fragment = z.output<typeof FragmentSchema>;

type Corner = { x: number; y: number };

/**
 * The elements named, zones with everything inside them, the conduits whose both ends are in it, and the waivers of
 * all of these. Outermost zones have no parent, and a place only where one is known: the one they have in the model,
 * or, for zones of different parents, the one that `corners` gives by id. A lone conduit is no part that can stand.
 */
export function fragmentOf(
  index: ZoneModelIndex,
  refs: Iterable<ElementRef>,
  corners?: ReadonlyMap<string, Corner>,
): Fragment {
  const { zoneIds, assetIds } = withContents(index, refs);
  const { model } = index;
  const zones = outsideIn(index, zoneIds).map((zone) =>
    zone.parentId !== null && zoneIds.has(zone.parentId) ? zone : { ...zone, parentId: null },
  );
  const conduits = model.conduits.filter(
    ({ fromZoneId, toZoneId }) => zoneIds.has(fromZoneId) && zoneIds.has(toZoneId),
  );
  const conduitIds = new Set(conduits.map(({ id }) => id));
  const idsOf = { zone: zoneIds, conduit: conduitIds, asset: assetIds };
  return {
    cordon: FRAGMENT_MARK,
    version: VERSION,
    zones,
    conduits,
    assets: model.assets
      .filter(({ id }) => assetIds.has(id))
      .map((asset) =>
        asset.zoneId === null || zoneIds.has(asset.zoneId) ? asset : { ...asset, zoneId: null },
      ),
    waivers: model.waivers.filter(({ element }) => idsOf[element.kind].has(element.id)),
    layout: Object.fromEntries(
      zones.flatMap(({ id, parentId }): ReadonlyArray<[string, Place]> => {
        const place = placeOf(model, id);
        const corner = parentId === null ? corners?.get(id) : undefined;
        if (corner) return [[id, { ...place, x: corner.x, y: corner.y }]];
        return place ? [[id, place]] : [];
      }),
    ),
  };
}

/** Takes out the same elements that a fragment of `refs` has in it: contents first, then zones from the inside. */
export function commandsOfCut(
  index: ZoneModelIndex,
  refs: Iterable<ElementRef>,
): ReadonlyArray<ZoneModelCommand> {
  const { zoneIds, assetIds } = withContents(index, refs);
  return [
    ...[...assetIds].map((assetId) => ({ type: "delete-asset" as const, assetId })),
    ...outsideIn(index, zoneIds)
      .toReversed()
      .map(({ id: zoneId }) => ({ type: "delete-zone" as const, zoneId })),
  ];
}

export type PasteOptions = {
  /** A new id that the model does not have. */
  newId(): string;
  /** The zone that takes in the outermost zones and the assets without a zone; null = the top. */
  into: string | null;
  /** Where the left upper corner of the outermost zones goes, as seen from `into`; null = the diagram finds a place. */
  at: Corner | null;
  /** The name that a zone gets: zones are told apart by name. */
  nameOf(name: string): string;
};

/**
 * The commands that put a fragment into a model, all ids fresh, so that it collides with nothing and can be pasted any
 * number of times. References inside the fragment are kept; products stay linked.
 */
export function commandsOfFragment(
  fragment: Fragment,
  { newId, into, at, nameOf }: PasteOptions,
): ReadonlyArray<ZoneModelCommand> {
  const zoneIds = new Map(fragment.zones.map(({ id }) => [id, newId()]));
  const conduitIds = new Map(fragment.conduits.map(({ id }) => [id, newId()]));
  const assetIds = new Map(fragment.assets.map(({ id }) => [id, newId()]));
  const idsOf = { zone: zoneIds, conduit: conduitIds, asset: assetIds };
  const fresh = (ids: ReadonlyMap<string, string>, id: string) => ids.get(id) ?? id;
  const index = indexModel({ ...fragment });
  const corner = cornerOf(fragment);

  return [
    ...outsideIn(index, new Set(zoneIds.keys())).map((zone) => ({
      type: "add-zone" as const,
      zone: {
        ...zone,
        id: fresh(zoneIds, zone.id),
        name: nameOf(zone.name),
        parentId: zone.parentId === null ? into : fresh(zoneIds, zone.parentId),
      },
      place: placed(placeOf(fragment, zone.id), zone.parentId === null, corner, at),
    })),
    ...fragment.conduits.map((conduit) => ({
      type: "add-conduit" as const,
      conduit: {
        ...conduit,
        id: fresh(conduitIds, conduit.id),
        fromZoneId: fresh(zoneIds, conduit.fromZoneId),
        toZoneId: fresh(zoneIds, conduit.toZoneId),
      },
    })),
    ...fragment.assets.map((asset) => ({
      type: "add-asset" as const,
      asset: {
        ...asset,
        id: fresh(assetIds, asset.id),
        zoneId: asset.zoneId === null ? into : fresh(zoneIds, asset.zoneId),
      },
    })),
    ...fragment.waivers.flatMap((waiver) => {
      const id = idsOf[waiver.element.kind].get(waiver.element.id);
      if (id === undefined) return [];
      return [
        {
          type: "add-waiver" as const,
          waiver: { ...waiver, id: newId(), element: { kind: waiver.element.kind, id } },
        },
      ];
    }),
  ];
}

/** Why a text cannot be pasted: none of ours, too large, not readable as what it says it is, or contradictory. */
export type FragmentRefusal = "not-a-fragment" | "too-big" | "unreadable" | "inconsistent";

/** Reads what came from the clipboard. Anything may stand there: nothing of it is trusted before it is checked. */
export function readFragment(text: string): Result<Fragment, FragmentRefusal> {
  if (text.length > LONGEST_FRAGMENT) return refuse("too-big");
  const json = parsed(text);
  if (typeof json !== "object" || json === null || !("cordon" in json) || json.cordon !== FRAGMENT_MARK)
    return refuse("not-a-fragment");
  const checked = FragmentSchema.safeParse(json);
  if (!checked.success) return refuse("unreadable");
  const { zones, conduits, assets, waivers, layout } = checked.data;
  if (zones.length + conduits.length + assets.length + waivers.length > MOST_ELEMENTS)
    return refuse("too-big");
  if (findInconsistencies({ zones, conduits, assets, waivers, layout }).length > 0)
    return refuse("inconsistent");
  return accept(checked.data);
}

/** `{"cordon":"zone-model-fragment", …}` */
export function writeFragment(fragment: Fragment): string {
  return JSON.stringify(fragment);
}

export function isEmptyFragment({ zones, assets }: Fragment): boolean {
  return zones.length + assets.length === 0;
}

/**
 * Gives names that no zone has: `Imaging (2)` where there is one. Remembers what it gave, so that two zones pasted
 * together do not get one name.
 */
export function freeZoneNames(taken: Iterable<string>): (name: string) => string {
  const known = new Set([...taken].map(comparable));
  return (name) => {
    let free = name;
    for (let number = 2; known.has(comparable(free)); number += 1) {
      const ending = ` (${number})`;
      free = `${name.slice(0, LONGEST_NAME - ending.length)}${ending}`;
    }
    known.add(comparable(free));
    return free;
  };
}
const LONGEST_NAME = 120;

/** As the rule `zone-name-is-unique` compares. */
function comparable(name: string): string {
  return name.normalize("NFC").toLowerCase();
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function withContents(index: ZoneModelIndex, refs: Iterable<ElementRef>) {
  const zoneIds = new Set<string>();
  const assetIds = new Set<string>();
  for (const { kind, id } of refs) {
    if (kind === "asset" && index.assetById.has(id)) assetIds.add(id);
    if (kind !== "zone" || !index.zoneById.has(id)) continue;
    for (const zone of [{ id }, ...descendantsOf(index, id)]) zoneIds.add(zone.id);
  }
  for (const { id, zoneId } of index.model.assets)
    if (zoneId !== null && zoneIds.has(zoneId)) assetIds.add(id);
  return { zoneIds, assetIds };
}

/** A zone after the zone around it, else in model order. */
function outsideIn(index: ZoneModelIndex, zoneIds: ReadonlySet<string>): ReadonlyArray<Zone> {
  return index.model.zones
    .filter(({ id }) => zoneIds.has(id))
    .map((zone) => ({ zone, depth: ancestorsOf(index, zone.id).length }))
    .toSorted((a, b) => a.depth - b.depth)
    .map(({ zone }) => zone);
}

/** The left upper corner of the outermost zones that have a place. */
function cornerOf(fragment: Pick<ZoneModel, "zones" | "layout">): Corner {
  const places = fragment.zones.flatMap(({ id, parentId }) =>
    parentId === null ? (placeOf(fragment, id) ?? []) : [],
  );
  return {
    x: places.reduce((least, { x }) => Math.min(least, x), Number.POSITIVE_INFINITY),
    y: places.reduce((least, { y }) => Math.min(least, y), Number.POSITIVE_INFINITY),
  };
}

function placed(place: Place | null, isOutermost: boolean, corner: Corner, at: Corner | null): Place | null {
  if (!place || !isOutermost) return place;
  if (!at) return null;
  return { ...place, x: within(place.x - corner.x + at.x), y: within(place.y - corner.y + at.y) };
}

function within(coordinate: number): number {
  return Math.max(-1_000_000, Math.min(1_000_000, coordinate));
}
