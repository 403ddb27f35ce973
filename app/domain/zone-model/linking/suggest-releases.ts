import { udiDiKey } from "../../declaration/udi-di";
import { manufacturerKey, modelKey, tokensOf, versionKey } from "./folded-names";
import { likeNames, nameIndex } from "./like-names";
import type { LinkableRelease } from "./linkable-release";

/** What an inventory says of a device; empty where it says nothing. */
export type DescribedAsset = {
  name: string;
  manufacturer: string;
  model: string;
  udiDi: string;
  softwareVersion: string;
};

export const SUGGESTION_GRADES = ["certain", "likely", "possible"] as const;
export type SuggestionGrade = (typeof SUGGESTION_GRADES)[number];
/** What the suggestion rests on, the strongest first. */
export const SUGGESTION_BASES = ["udi-di", "manufacturer-and-model", "model", "name"] as const;
export type SuggestionBasis = (typeof SUGGESTION_BASES)[number];
/** What a person should look at before linking. */
export const SUGGESTION_DOUBTS = [
  ...["other-manufacturer", "several-products", "other-udi-di", "other-version", "several-releases"],
] as const;
export type SuggestionDoubt = (typeof SUGGESTION_DOUBTS)[number];

export type ReleaseSuggestion = {
  releaseId: string;
  grade: SuggestionGrade;
  basis: SuggestionBasis;
  doubts: ReadonlyArray<SuggestionDoubt>;
};

/** More would be a list to search, and that is there besides. */
const MOST = 3;

/**
 * Ranks the releases that an asset may be, best first, at most three; none where nothing is near enough, because a wrong link
 * would claim what another product is capable of. Certain is a UDI-DI that one product alone states, of the manufacturer that
 * the inventory names, in the version it names. Deterministic: the order of `releases` decides between equals, so the newest
 * release of a product comes first. Preparing takes one pass over the releases, and an asset only looks at releases
 * that share a word with it.
 */
export function releaseSuggester(
  releases: ReadonlyArray<LinkableRelease>,
): (asset: DescribedAsset) => ReadonlyArray<ReleaseSuggestion> {
  const known = indexOf(releases);
  return (asset) => {
    const maker = manufacturerKey(asset.manufacturer);
    for (const { basis, found } of lookUps(known, asset, maker)) {
      const products = byProduct(found);
      if (products.length === 0) continue;
      const suggestions = products.flatMap((own) => suggestionsOf(own, basis, asset, products.length > 1));
      return suggestions.toSorted((a, b) => rankOf(a) - rankOf(b)).slice(0, MOST);
    }
    return [];
  };
}

type Index = ReturnType<typeof indexOf>;
type Found = { basis: SuggestionBasis; found: ReadonlyArray<LinkableRelease> };

/** From what tells most to what tells least: the first that finds something decides. */
function* lookUps(known: Index, asset: DescribedAsset, maker: string): Generator<Found> {
  const udi = udiDiKey(asset.udiDi);
  if (udi !== "") yield { basis: "udi-di", found: known.byUdi.get(udi) ?? [] };
  const spelled =
    known.byModel.get(modelKey(asset.model)) ?? known.byModel.get(bareModel(asset, maker)) ?? [];
  if (maker !== "")
    yield {
      basis: "manufacturer-and-model",
      found: spelled.filter(({ supplierName }) => manufacturerKey(supplierName) === maker),
    };
  yield { basis: "model", found: spelled.filter((release) => isPossibleMaker(maker, release)) };
  const words = asset.model === "" ? asset.name : asset.model;
  const like = likeNames(known.names, tokensOf(`${maker} ${words}`), tokensOf(words));
  yield { basis: "name", found: like.filter((release) => isPossibleMaker(maker, release)) };
}

function indexOf(releases: ReadonlyArray<LinkableRelease>) {
  const byUdi = new Map<string, Array<LinkableRelease>>();
  const byModel = new Map<string, Array<LinkableRelease>>();
  const note = (map: Map<string, Array<LinkableRelease>>, key: string, release: LinkableRelease) => {
    if (key === "") return;
    const own = map.get(key);
    if (!own) map.set(key, [release]);
    else if (own.at(-1) !== release) own.push(release);
  };
  for (const release of releases) {
    for (const udi of release.udiDis) note(byUdi, udiDiKey(udi), release);
    for (const name of [release.productName, ...release.models])
      for (const key of new Set([
        modelKey(name),
        bareModel({ model: name }, manufacturerKey(release.supplierName)),
      ]))
        if (key.length >= SHORTEST_MODEL) note(byModel, key, release);
  }
  return { byUdi, byModel, names: nameIndex(releases) };
}
/** One character is a column of a table, not a model. */
const SHORTEST_MODEL = 2;

/** The model without the manufacturer in front of it: "Acme Flow 5" of Acme is "Flow 5". */
function bareModel({ model }: Pick<DescribedAsset, "model">, maker: string): string {
  const [whole, front] = [modelKey(model), maker.replaceAll(" ", "")];
  return front !== "" && whole.startsWith(front) ? whole.slice(front.length) : whole;
}

/** An inventory that names nobody may mean anybody; one that names somebody means them, perhaps by a part of the name. */
function isPossibleMaker(maker: string, { supplierName }: LinkableRelease): boolean {
  if (maker === "") return true;
  const [own, others] = [maker.split(" "), new Set(manufacturerKey(supplierName).split(" "))];
  return own.every((word) => others.has(word)) || [...others].every((word) => own.includes(word));
}

function byProduct(found: ReadonlyArray<LinkableRelease>): ReadonlyArray<ReadonlyArray<LinkableRelease>> {
  const products = new Map<string, Array<LinkableRelease>>();
  for (const release of found) {
    const own = products.get(release.productId);
    if (own) own.push(release);
    else products.set(release.productId, [release]);
  }
  return [...products.values()];
}

/** The release of the version that the inventory names; without one, the newest of the product. */
function suggestionsOf(
  releases: ReadonlyArray<LinkableRelease>,
  basis: SuggestionBasis,
  asset: DescribedAsset,
  isOneOfSeveral: boolean,
): ReadonlyArray<ReleaseSuggestion> {
  const version = versionKey(asset.softwareVersion);
  const meant = releases.filter(({ releaseVersion }) => versionKey(releaseVersion) === version);
  const release = meant[0] ?? releases[0];
  if (!release) return [];
  const maker = manufacturerKey(asset.manufacturer);
  const doubts: ReadonlyArray<SuggestionDoubt> = [
    // Whoever signs a declaration writes the UDI-DI: another's device must not be taken over by stating its number.
    ...(maker !== "" && manufacturerKey(release.supplierName) !== maker
      ? ["other-manufacturer" as const]
      : []),
    ...(isOneOfSeveral ? ["several-products" as const] : []),
    ...(isOtherUdiDi(asset, release) ? ["other-udi-di" as const] : []),
    ...(version !== "" && meant.length === 0 ? ["other-version" as const] : []),
    ...(version === "" && releases.length > 1 ? ["several-releases" as const] : []),
  ];
  return [{ releaseId: release.releaseId, grade: gradeOf(basis, doubts), basis, doubts }];
}

/** A device has one for every size and packing, and suppliers state few of them: it speaks against, but not for sure. */
function isOtherUdiDi({ udiDi }: DescribedAsset, { udiDis }: LinkableRelease): boolean {
  const stated = udiDis.map(udiDiKey).filter((key) => key !== "");
  const own = udiDiKey(udiDi);
  return own !== "" && stated.length > 0 && !stated.includes(own);
}

function gradeOf(basis: SuggestionBasis, doubts: ReadonlyArray<SuggestionDoubt>): SuggestionGrade {
  const isWhose = !doubts.includes("other-manufacturer") && !doubts.includes("several-products");
  switch (basis) {
    case "udi-di":
      return doubts.length === 0 ? "certain" : isWhose ? "likely" : "possible";
    case "manufacturer-and-model":
      return doubts.length === 0 ? "likely" : "possible";
    case "model":
    case "name":
      return "possible";
  }
}

function rankOf({ grade, doubts }: ReleaseSuggestion): number {
  return SUGGESTION_GRADES.indexOf(grade) * 10 + doubts.length;
}
