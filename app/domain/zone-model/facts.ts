import { fingerprintOf } from "../shared/fingerprint";
import type { Asset, Conduit, Zone, ZoneModel } from "./zone-model";

/** What a zone model says, without how it is drawn or in which order it was typed in. */
export type ZoneModelFacts = {
  zones: ReadonlyArray<Zone>;
  conduits: ReadonlyArray<Conduit>;
  assets: ReadonlyArray<Asset>;
};

/**
 * The facts in one order: elements, channels and component types sorted. The layout is left out, because
 * moving a box must never make an approved model look changed or a decision "needs review".
 */
export function factsOf(model: ZoneModel): ZoneModelFacts {
  return {
    zones: sortedById(model.zones),
    conduits: sortedById(model.conduits).map((conduit) => ({
      ...conduit,
      channels: sortedById(conduit.channels),
    })),
    assets: sortedById(model.assets).map((asset) => ({
      ...asset,
      componentTypes: [...new Set(asset.componentTypes)].sort(),
    })),
  };
}

/** SHA-256 of the facts: two models that say the same have the same fingerprint, wherever their boxes stand. */
export function fingerprintOfModel(model: ZoneModel): string {
  return fingerprintOf(factsOf(model));
}

function sortedById<Element extends { id: string }>(elements: ReadonlyArray<Element>): Array<Element> {
  return elements.toSorted((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));
}
