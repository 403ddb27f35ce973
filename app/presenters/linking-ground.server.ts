import { fingerprintOf } from "~/domain/shared/fingerprint";
import { type AssetGroup, groupAssets } from "~/domain/zone-model/linking/asset-groups";
import type { LinkableRelease } from "~/domain/zone-model/linking/linkable-release";
import {
  type ReleaseSuggestion,
  releaseSuggester,
  SUGGESTION_GRADES,
} from "~/domain/zone-model/linking/suggest-releases";
import type { Asset } from "~/domain/zone-model/zone-model";
import type { Caller } from "~/use-cases/use-case.server";
import { MAX_LINKED_ASSETS } from "~/use-cases/zone-models/link-assets.server";
import type { ModelRecord } from "~db/repositories/zone-models";
import { listLinkableReleases } from "./linkable-releases.server";
import { findModelOf } from "./model-parts.server";

export type SuggestedGroup = AssetGroup & { suggestions: ReadonlyArray<ReleaseSuggestion> };
/** Assets of one release, or of one that is no longer shared. */
export type LinkedGroup = { releaseId: string; assets: ReadonlyArray<Asset> };

export type LinkingGround = {
  model: ModelRecord;
  releases: ReadonlyMap<string, LinkableRelease>;
  /** Assets without a product: the surest first, then the group of most devices, then as the model has them. */
  groups: ReadonlyArray<SuggestedGroup>;
  linked: ReadonlyArray<LinkedGroup>;
};

/** So many descriptions are looked up before others who wait for this process get their turn. */
const AT_ONCE = 500;

/** The draft's assets by what can be decided at once, and what they may be linked to. Whoever calls asks for the permission. */
export async function linkingGround(caller: Caller, modelId: string): Promise<LinkingGround> {
  const model = await findModelOf(caller, modelId);
  const releases = await listLinkableReleases(caller);
  const suggest = releaseSuggester(releases);
  const groups: Array<SuggestedGroup> = [];
  for (const group of groupAssets(model.draft.assets.filter(isUnlinked))) {
    groups.push({ ...group, suggestions: suggest(group.described) });
    if (groups.length % AT_ONCE === 0) await new Promise((resolve) => setImmediate(resolve));
  }
  return {
    model,
    releases: new Map(releases.map((release) => [release.releaseId, release])),
    groups: groups.toSorted((a, b) => rankOf(a) - rankOf(b) || b.assets.length - a.assets.length),
    linked: linkedGroups(model.draft.assets),
  };
}

export function isUnlinked({ productReleaseId }: Asset): boolean {
  return productReleaseId === null;
}

/** What one press links: every group whose first suggestion is certain, as far as one edit goes. */
export function certainGroups({ groups }: LinkingGround): ReadonlyArray<SuggestedGroup> {
  const certain: Array<SuggestedGroup> = [];
  let count = 0;
  for (const group of groups) {
    if (group.suggestions[0]?.grade !== "certain") break;
    count += group.assets.length;
    if (count > MAX_LINKED_ASSETS) break;
    certain.push(group);
  }
  return certain;
}

/** Tells whether what is pressed is what was seen: another asset in the group, or another suggestion, has another mark. */
export function markOf(groups: ReadonlyArray<Pick<SuggestedGroup, "assets" | "suggestions">>): string {
  const parts = groups.map(({ assets, suggestions }) => [suggestions[0]?.releaseId ?? "", ...idsOf(assets)]);
  return fingerprintOf(parts).slice(0, 16);
}

export function markOfAssets(assets: ReadonlyArray<Asset>): string {
  return fingerprintOf(idsOf(assets)).slice(0, 16);
}

export function idsOf(assets: ReadonlyArray<Asset>): ReadonlyArray<string> {
  return assets.map(({ id }) => id);
}

function rankOf({ suggestions }: SuggestedGroup): number {
  const [first] = suggestions;
  return first ? SUGGESTION_GRADES.indexOf(first.grade) : SUGGESTION_GRADES.length;
}

function linkedGroups(assets: ReadonlyArray<Asset>): ReadonlyArray<LinkedGroup> {
  const groups = new Map<string, Array<Asset>>();
  for (const asset of assets) {
    if (asset.productReleaseId === null) continue;
    const own = groups.get(asset.productReleaseId);
    if (own) own.push(asset);
    else groups.set(asset.productReleaseId, [asset]);
  }
  return [...groups].map(([releaseId, own]) => ({ releaseId, assets: own }));
}
