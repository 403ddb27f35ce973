import type { IsoDate } from "../shared/iso-date";
import { assetsIn, conduitsOf, otherEndOf, type ZoneModelIndex } from "../zone-model/queries";
import { MODEL_RULES } from "../zone-model/rules";
import type { ModelFinding } from "../zone-model/rules/rule";
import { sortOutWaived } from "../zone-model/waivers";
import type { Asset, Channel, Conduit, Zone } from "../zone-model/zone-model";
import { isSameElement, type TargetedElement } from "./target-record";

/** What IEC 62443-3-2 ZCR 3.3 to 3.6 keeps apart. */
export const ASSET_MARKS = ["safetyRelated", "portable", "wireless", "externallyConnected"] as const;
export type AssetMark = (typeof ASSET_MARKS)[number];
export const CONDUIT_MARKS = ["wireless", "remoteAccess", "temporary"] as const;
export type ConduitMark = (typeof CONDUIT_MARKS)[number];

/**
 * What the partition says of an element, as far as its risk depends on it (ZCR 3): what is in it, what reaches it, and
 * what stands against the rules of the partition.
 */
export type PartitionFacts = (
  | {
      kind: "zone";
      criticality: Zone["criticality"];
      /** Devices directly in the zone, each as often as there are of it. */
      devices: number;
      marked: Readonly<Record<AssetMark, number>>;
      conduits: ReadonlyArray<{ id: string; otherEnd: string; marks: ReadonlyArray<ConduitMark> }>;
    }
  | {
      kind: "conduit";
      ends: ReadonlyArray<{ id: string; name: string }>;
      marks: ReadonlyArray<ConduitMark>;
      channels: ReadonlyArray<Pick<Channel, "id" | "protocol" | "ports" | "encrypted" | "authenticated">>;
    }
) & { findings: ReadonlyArray<Pick<ModelFinding, "id" | "ruleId" | "params">> };

const PARTITION_RULES = MODEL_RULES.filter(({ clauses }) =>
  clauses.some(({ ref }) => ref.startsWith("ZCR 3")),
);

/** Undefined where there is no such element. `asOf` decides which waivers hold. */
export function partitionFacts(
  index: ZoneModelIndex,
  element: TargetedElement,
  asOf: IsoDate,
): PartitionFacts | undefined {
  const { kind, id } = element;
  const stands = kind === "zone" ? zoneFacts(index, id) : conduitFacts(index, id);
  if (!stands) return undefined;
  const all = PARTITION_RULES.flatMap((rule) => rule.evaluate(index));
  const { open } = sortOutWaived(all, index.model.waivers, asOf);
  const findings = open.filter((finding) => concerns(index, finding, element));
  return { ...stands, findings: findings.map(({ id: at, ruleId, params }) => ({ id: at, ruleId, params })) };
}

/** At the element, or at an asset that stands in it. */
function concerns(index: ZoneModelIndex, finding: ModelFinding, element: TargetedElement): boolean {
  const { kind, id } = finding.element;
  if (kind !== "asset") return isSameElement({ kind, id }, element);
  return element.kind === "zone" && index.assetById.get(id)?.zoneId === element.id;
}

function zoneFacts(index: ZoneModelIndex, id: string) {
  const zone = index.zoneById.get(id);
  if (!zone) return undefined;
  const assets = assetsIn(index, id);
  const countOf = (some: ReadonlyArray<Asset>) => some.reduce((sum, { quantity }) => sum + quantity, 0);
  const countMarked = (mark: AssetMark) => countOf(assets.filter((asset) => asset[mark]));
  return {
    kind: "zone" as const,
    criticality: zone.criticality,
    devices: countOf(assets),
    marked: {
      safetyRelated: countMarked("safetyRelated"),
      portable: countMarked("portable"),
      wireless: countMarked("wireless"),
      externallyConnected: countMarked("externallyConnected"),
    },
    conduits: conduitsOf(index, id).map((conduit) => ({
      id: conduit.id,
      otherEnd: index.zoneById.get(otherEndOf(conduit, id))?.name ?? "",
      marks: marksOf(conduit),
    })),
  };
}

function conduitFacts(index: ZoneModelIndex, id: string) {
  const conduit = index.conduitById.get(id);
  if (!conduit) return undefined;
  return {
    kind: "conduit" as const,
    ends: [conduit.fromZoneId, conduit.toZoneId].map((end) => ({
      id: end,
      name: index.zoneById.get(end)?.name ?? "",
    })),
    marks: marksOf(conduit),
    channels: conduit.channels.map(({ id: channelId, protocol, ports, encrypted, authenticated }) => ({
      ...{ id: channelId, protocol, ports, encrypted, authenticated },
    })),
  };
}

function marksOf(conduit: Conduit): ReadonlyArray<ConduitMark> {
  return CONDUIT_MARKS.filter((mark) => conduit[mark]);
}
