import { mayDo } from "~/domain/access/permissions";
import { folded, foldedWords } from "~/domain/shared/folded";
import type { LinkableRelease } from "~/domain/zone-model/linking/linkable-release";
import {
  type DescribedAsset,
  type ReleaseSuggestion,
  SUGGESTION_GRADES,
} from "~/domain/zone-model/linking/suggest-releases";
import type { Asset } from "~/domain/zone-model/zone-model";
import { type Caller, requirePermission } from "~/use-cases/use-case.server";
import {
  certainGroups,
  isUnlinked,
  type LinkedGroup,
  type LinkingGround,
  linkingGround,
  markOf,
  markOfAssets,
  type SuggestedGroup,
} from "./linking-ground.server";
import { pageOf } from "./page-of.server";
import { tableSteps } from "./table-steps.server";

export type LinkingQuery = {
  /** `linked`, or anything else for what is to be linked. */
  show: string | null;
  grade: string | null;
  find: string | null;
  page: number;
  /** An asset whose group gets a product of its own choice, and what that is called. */
  choose: string | null;
  product: string | null;
};

const GROUPS_AT_ONCE = 25;
/** So many assets and zones of a group are named. */
const NAMED = 5;
const PRODUCTS_FOUND = 20;

/** Assets of a draft without a product, as decisions to take, each with what it may be and why; and those that have one. */
export async function presentLinking(caller: Caller, modelId: string, query: LinkingQuery) {
  const { actor } = caller;
  requirePermission(actor, "model.read");
  const ground = await linkingGround(caller, modelId);
  const { model, groups } = ground;
  const mayEdit = mayDo(actor, "model.edit") && model.state === "drawing";
  const isLinked = query.show === "linked";
  const grade = [...SUGGESTION_GRADES, "none" as const].find((one) => one === query.grade) ?? null;
  const wanted = groups.filter(
    (group) => (grade === null || gradeOf(group) === grade) && isFound(group, query),
  );
  const unlinkedPage = pageOf(isLinked ? [] : wanted, GROUPS_AT_ONCE, query.page);
  const linkedPage = pageOf(isLinked ? linkedOf(ground, query) : [], GROUPS_AT_ONCE, query.page);
  const certain = certainGroups(ground);
  const unlinked = model.draft.assets.filter(isUnlinked).length;
  const nameOf = zoneNames(ground);
  return {
    ...{ modelId, version: model.draftVersion, state: model.state, mayEdit, isLinked, grade },
    find: query.find ?? "",
    steps: mayEdit ? await tableSteps(caller, model) : { undo: null, redo: null },
    counts: { unlinked, linked: model.draft.assets.length - unlinked },
    grades: [...SUGGESTION_GRADES, "none" as const].map((one) => ({
      grade: one,
      count: groups.filter((group) => gradeOf(group) === one).length,
    })),
    certain: { groups: certain.length, assets: countOf(certain), mark: markOf(certain) },
    groups: unlinkedPage.entries.map((group) => toShownGroup(group, ground, nameOf)),
    linked: linkedPage.entries.map(({ releaseId, assets }) => ({
      ...{ releaseId, mark: markOfAssets(assets), ...toShownAssets(assets, nameOf) },
      release: toShownRelease(ground.releases.get(releaseId)),
    })),
    paging: isLinked ? linkedPage.paging : unlinkedPage.paging,
    choosing: mayEdit ? choosing(ground, query, nameOf) : null,
    hasProducts: ground.releases.size > 0,
  };
}

type NameOf = (zoneId: string | null) => string | null;

function toShownGroup(group: SuggestedGroup, ground: LinkingGround, nameOf: NameOf) {
  const { key, described, assets, suggestions } = group;
  return {
    ...{ key, described, mark: markOfAssets(assets), ...toShownAssets(assets, nameOf) },
    suggestions: suggestions.flatMap((suggestion) => toShownSuggestion(suggestion, ground)),
  };
}

function toShownSuggestion(suggestion: ReleaseSuggestion, { releases }: LinkingGround) {
  const release = toShownRelease(releases.get(suggestion.releaseId));
  return release ? [{ ...suggestion, release }] : [];
}

function toShownRelease(release: LinkableRelease | undefined) {
  if (!release) return null;
  const { releaseId, productName, releaseVersion, supplierName } = release;
  return { releaseId, productName, releaseVersion, supplierName };
}

function toShownAssets(assets: ReadonlyArray<Asset>, nameOf: NameOf) {
  const zones = [...new Set(assets.map(({ zoneId }) => nameOf(zoneId)))];
  return {
    firstId: assets[0]?.id ?? "",
    count: assets.length,
    devices: assets.reduce((sum, { quantity }) => sum + quantity, 0),
    names: assets.slice(0, NAMED).map(({ id, name }) => ({ id, name })),
    zones: zones.slice(0, NAMED),
    moreZones: Math.max(0, zones.length - NAMED),
  };
}

/** The group of one asset and the products that a search finds for it; the suggestions where nothing is searched for. */
function choosing(ground: LinkingGround, { choose, product }: LinkingQuery, nameOf: NameOf) {
  if (choose === null) return null;
  const group = ground.groups.find(({ assets }) => assets.some(({ id }) => id === choose));
  if (!group) return null;
  const words = foldedWords(product ?? "")
    .split(" ")
    .filter((word) => word !== "");
  const found = [...ground.releases.values()].filter((release) => isCalled(release, words));
  const suggested = new Set(group.suggestions.map(({ releaseId }) => releaseId));
  const first = found.toSorted(
    (a, b) => Number(suggested.has(b.releaseId)) - Number(suggested.has(a.releaseId)),
  );
  return {
    ...{ asset: choose, product: product ?? "", group: toShownGroup(group, ground, nameOf) },
    found: first.slice(0, PRODUCTS_FOUND).flatMap((release) => toShownRelease(release) ?? []),
    more: Math.max(0, found.length - PRODUCTS_FOUND),
  };
}

function isCalled(release: LinkableRelease, words: ReadonlyArray<string>): boolean {
  if (words.length === 0) return true;
  const { supplierName, productName, releaseVersion, models, udiDis } = release;
  const own = foldedWords([supplierName, productName, releaseVersion, ...models, ...udiDis].join(" "));
  return words.every((word) => own.includes(word));
}

function isFound({ described, assets }: SuggestedGroup, { find }: LinkingQuery): boolean {
  return isNamed(
    [...Object.values<DescribedAsset[keyof DescribedAsset]>(described), ...namesOf(assets)],
    find,
  );
}

function linkedOf({ linked, releases }: LinkingGround, { find }: LinkingQuery): ReadonlyArray<LinkedGroup> {
  return linked
    .filter(({ releaseId, assets }) => {
      const release = releases.get(releaseId);
      const called = release ? [release.productName, release.supplierName, release.releaseVersion] : [];
      return isNamed([...called, ...namesOf(assets)], find);
    })
    .toSorted((a, b) => b.assets.length - a.assets.length);
}

function isNamed(names: ReadonlyArray<string>, find: string | null): boolean {
  const words = folded(find ?? "").split(/\s+/);
  const own = folded(names.join(" "));
  return words.every((word) => own.includes(word));
}

function namesOf(assets: ReadonlyArray<Asset>): ReadonlyArray<string> {
  return assets.map(({ name }) => name);
}

function zoneNames({ model }: LinkingGround): NameOf {
  const names = new Map(model.draft.zones.map(({ id, name }) => [id, name]));
  return (zoneId) => (zoneId === null ? null : (names.get(zoneId) ?? null));
}

function gradeOf({ suggestions }: SuggestedGroup) {
  return suggestions[0]?.grade ?? "none";
}

function countOf(groups: ReadonlyArray<{ assets: ReadonlyArray<Asset> }>): number {
  return groups.reduce((sum, { assets }) => sum + assets.length, 0);
}
