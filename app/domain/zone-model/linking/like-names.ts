import { tokensOf } from "./folded-names";
import type { LinkableRelease } from "./linkable-release";

/** Of names alone, at least so much of the weight of their words must be the same, 0 to 1. */
const NEAR_ENOUGH = 0.6;
/** A word of more names than this tells nothing and finds nothing: looking through all of them would be n × m. */
const MOST_NAMES = 200;

type Name = {
  release: LinkableRelease;
  /** Of the release among all, from 0. */
  place: number;
  own: ReadonlyArray<string>;
  /** Words of the supplier's name that are not in the product's. */
  maker: ReadonlyArray<string>;
};
export type NameIndex = {
  byToken: ReadonlyMap<string, ReadonlyArray<Name>>;
  weightOf(token: string): number;
};

/** Every name of every release by its words. */
export function nameIndex(releases: ReadonlyArray<LinkableRelease>): NameIndex {
  const byToken = new Map<string, Array<Name>>();
  let names = 0;
  for (const [place, release] of releases.entries())
    for (const name of new Set([release.productName, ...release.models])) {
      const own = tokensOf(name);
      const maker = tokensOf(release.supplierName).filter((token) => !own.includes(token));
      const entry = { release, place, own, maker };
      names += 1;
      for (const token of own) {
        const known = byToken.get(token);
        if (known) known.push(entry);
        else byToken.set(token, [entry]);
      }
    }
  // A word that few names have tells more than one that all have.
  const weightOf = (token: string) => Math.log(1 + (names + 1) / ((byToken.get(token)?.length ?? 0) + 1));
  return { byToken, weightOf };
}

/**
 * Releases with a name near enough to the words, nearest first, equals in the order of the index. `words` may hold the
 * manufacturer, `own` are those of the device alone: one of them has to be the same, and where both sides have numbers,
 * those of one are all among the other's, because another number is another model.
 */
export function likeNames(
  { byToken, weightOf }: NameIndex,
  words: ReadonlyArray<string>,
  own: ReadonlyArray<string>,
): ReadonlyArray<LinkableRelease> {
  const wanted = new Set(words);
  const candidates = new Set<Name>();
  for (const token of own) {
    const named = byToken.get(token) ?? [];
    if (isTelling(token) && named.length <= MOST_NAMES) for (const name of named) candidates.add(name);
  }
  const nearest = new Map<number, { release: LinkableRelease; nearness: number }>();
  for (const name of candidates) {
    if (!isSameNumbers(own, name.own)) continue;
    const nearness = nearnessOf(wanted, name, weightOf);
    const { release, place } = name;
    if (nearness >= NEAR_ENOUGH && nearness > (nearest.get(place)?.nearness ?? 0))
      nearest.set(place, { release, nearness });
  }
  const most = [...nearest.values()].reduce((highest, { nearness }) => Math.max(highest, nearness), 0);
  // Only the nearest: what is less near than another is not meant.
  return [...nearest]
    .filter(([, { nearness }]) => most - nearness < 1e-9)
    .toSorted(([a], [b]) => a - b)
    .map(([, { release }]) => release);
}

/** A letter or a figure alone stands in too many names to be the one word that two have in common. */
function isTelling(token: string): boolean {
  return token.length > 1;
}

function nearnessOf(wanted: ReadonlySet<string>, name: Name, weightOf: NameIndex["weightOf"]): number {
  const shared = name.own.filter((token) => wanted.has(token));
  if (!shared.some(isTelling)) return 0;
  const weigh = (tokens: Iterable<string>) => [...tokens].reduce((sum, token) => sum + weightOf(token), 0);
  // The supplier's name in front of a model is no difference.
  const mine = [...wanted].filter((token) => !name.maker.includes(token));
  return (2 * weigh(shared)) / (weigh(mine) + weigh(name.own));
}

function isSameNumbers(a: ReadonlyArray<string>, b: ReadonlyArray<string>): boolean {
  const [left, right] = [a.filter(hasDigit), b.filter(hasDigit)];
  if (left.length === 0 || right.length === 0) return true;
  return left.every((token) => right.includes(token)) || right.every((token) => left.includes(token));
}

function hasDigit(token: string): boolean {
  return /\p{N}/u.test(token);
}
