import type { ComponentType } from "../requirement/component-requirement";
import type { SlVector } from "../security-level/security-level";
import {
  assetsIn,
  childrenOf,
  conduitsOf,
  effectiveConduitTarget,
  otherEndOf,
  parentOf,
  type ZoneModelIndex,
} from "./queries";
import type { ElementKind, TrustClass } from "./zone-model";

/** The first few of a list and how many it has. */
export type FewOf<Entry> = { first: ReadonlyArray<Entry>; count: number };

/** A conduit as one of its ends sees it. */
export type ConduitSeen = { otherEnd: string; protocols: ReadonlyArray<string> };

/** What is told of an element to whoever cannot see where it stands; words are made elsewhere. */
export type ElementFacts =
  | {
      kind: "zone";
      name: string;
      /** Id of a reference zone type; null = a kind of its own. */
      referenceType: string | null;
      trustClass: TrustClass;
      inside: string | null;
      slTarget: SlVector | null;
      zones: number;
      assets: FewOf<string>;
      conduits: FewOf<ConduitSeen>;
    }
  | {
      kind: "conduit";
      name: string;
      from: string;
      to: string;
      slTarget: SlVector | null;
      /** The target follows from both ends. */
      isDerived: boolean;
      protocols: ReadonlyArray<string>;
      isEncrypted: boolean;
      marks: ReadonlyArray<"wireless" | "remoteAccess" | "temporary">;
    }
  | {
      kind: "asset";
      name: string;
      zone: string | null;
      quantity: number;
      componentTypes: ReadonlyArray<ComponentType>;
      marks: ReadonlyArray<"safetyRelated" | "wireless" | "portable" | "externallyConnected">;
    };

const MOST_NAMED = 6;

/** Undefined where there is no such element. */
export function elementFacts(index: ZoneModelIndex, kind: ElementKind, id: string): ElementFacts | undefined {
  switch (kind) {
    case "zone":
      return zoneFacts(index, id);
    case "conduit":
      return conduitFacts(index, id);
    case "asset":
      return assetFacts(index, id);
  }
}

function zoneFacts(index: ZoneModelIndex, id: string): ElementFacts | undefined {
  const zone = index.zoneById.get(id);
  if (!zone) return undefined;
  const { name, referenceType, trustClass, slTarget } = zone;
  return {
    kind: "zone",
    ...{ name, referenceType, trustClass, slTarget },
    inside: parentOf(index, id)?.name ?? null,
    zones: childrenOf(index, id).length,
    assets: few(assetsIn(index, id), (asset) => asset.name),
    conduits: few(conduitsOf(index, id), (conduit) => ({
      otherEnd: index.zoneById.get(otherEndOf(conduit, id))?.name ?? "",
      protocols: protocolsIn(conduit.channels),
    })),
  };
}

function conduitFacts(index: ZoneModelIndex, id: string): ElementFacts | undefined {
  const conduit = index.conduitById.get(id);
  if (!conduit) return undefined;
  const { name, channels } = conduit;
  return {
    kind: "conduit",
    name,
    from: index.zoneById.get(conduit.fromZoneId)?.name ?? "",
    to: index.zoneById.get(conduit.toZoneId)?.name ?? "",
    slTarget: effectiveConduitTarget(index, conduit),
    isDerived: conduit.slTarget === null,
    protocols: protocolsIn(channels),
    isEncrypted: channels.length > 0 && channels.every(({ encrypted }) => encrypted === true),
    marks: (["wireless", "remoteAccess", "temporary"] as const).filter((mark) => conduit[mark]),
  };
}

function assetFacts(index: ZoneModelIndex, id: string): ElementFacts | undefined {
  const asset = index.assetById.get(id);
  if (!asset) return undefined;
  const { name, quantity, componentTypes, zoneId } = asset;
  return {
    kind: "asset",
    ...{ name, quantity, componentTypes },
    zone: zoneId === null ? null : (index.zoneById.get(zoneId)?.name ?? null),
    marks: (["safetyRelated", "wireless", "portable", "externallyConnected"] as const).filter(
      (mark) => asset[mark],
    ),
  };
}

function protocolsIn(channels: ReadonlyArray<{ protocol: string }>): ReadonlyArray<string> {
  return [...new Set(channels.map(({ protocol }) => protocol))];
}

function few<Element, Entry>(
  elements: ReadonlyArray<Element>,
  entryOf: (element: Element) => Entry,
): FewOf<Entry> {
  return { first: elements.slice(0, MOST_NAMED).map(entryOf), count: elements.length };
}
