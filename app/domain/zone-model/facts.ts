import { canonicalJson } from "../shared/canonical-json";
import { fingerprintOf, openFingerprint } from "../shared/fingerprint";
import type { Asset, Conduit, Waiver, Zone, ZoneModel } from "./zone-model";

/** What a zone model says, without how it is drawn or in which order it was typed in. */
export type ZoneModelFacts = {
  zones: ReadonlyArray<Zone>;
  conduits: ReadonlyArray<Conduit>;
  assets: ReadonlyArray<Asset>;
  waivers: ReadonlyArray<Waiver>;
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
    waivers: sortedById(model.waivers),
  };
}

/** SHA-256 of the facts: two models that say the same have the same fingerprint, wherever their boxes stand. */
export function fingerprintOfModel(model: ZoneModel): string {
  return fingerprintOf(withoutLaterAdditions(factsOf(model)));
}

/**
 * The same fingerprint, a hundred elements at a time: whoever drives it may do other things in between. Of a large model
 * it takes a third of a second.
 */
export function* fingerprintInParts(model: ZoneModel): Generator<void, string> {
  const hash = openFingerprint();
  const facts = Object.entries(withoutLaterAdditions(factsOf(model))).sort(([a], [b]) => (a < b ? -1 : 1));
  let separator = "{";
  for (const [name, elements] of facts) {
    hash.add(`${separator}${canonicalJson(name)}:[`);
    for (let from = 0; from < elements.length; from += AT_ONCE) {
      const some = elements.slice(from, from + AT_ONCE).map(canonicalJson);
      hash.add(`${from === 0 ? "" : ","}${some.join(",")}`);
      yield;
    }
    hash.add("]");
    separator = ",";
  }
  hash.add("}");
  return hash.end();
}
const AT_ONCE = 100;

/** What models could not say at first is left out while it says nothing, so that their fingerprints hold. */
function withoutLaterAdditions({
  zones,
  conduits,
  assets,
  waivers,
  ...rest
}: ZoneModelFacts): Readonly<Record<string, ReadonlyArray<object>>> {
  return {
    ...rest,
    zones: zones.map(({ riskAssessment, ...zone }) => ({
      ...zone,
      ...(riskAssessment && { riskAssessment }),
    })),
    conduits: conduits.map(({ riskAssessment, slTargetRationale, ...conduit }) => ({
      ...conduit,
      ...(riskAssessment && { riskAssessment }),
      ...(slTargetRationale !== "" && { slTargetRationale }),
    })),
    assets: assets.map(withoutSilence),
    ...(waivers.length > 0 && { waivers }),
  };
}

/** An asset as models wrote it before they could say what the inventory calls it, unless they say it. */
export function withoutSilence({
  manufacturer,
  model,
  udiDi,
  ...asset
}: Asset): Omit<Asset, InventoryWord> & Partial<Pick<Asset, InventoryWord>> {
  return {
    ...asset,
    ...(manufacturer !== "" && { manufacturer }),
    ...(model !== "" && { model }),
    ...(udiDi !== "" && { udiDi }),
  };
}
type InventoryWord = "manufacturer" | "model" | "udiDi";

function sortedById<Element extends { id: string }>(elements: ReadonlyArray<Element>): Array<Element> {
  return elements.toSorted((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));
}
