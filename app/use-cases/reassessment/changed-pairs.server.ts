import type { RequirementProfile } from "~/domain/assessment/assessment";
import { type BothDays, changeDetector } from "~/domain/assessment/changed-results";
import type { DeclarationContent } from "~/domain/declaration/declaration";
import type { IsoDate } from "~/domain/shared/iso-date";
import type { SharedDeclaration } from "~db/repositories/declarations";
import { profileKey, type ZoneSides } from "./affected-zones.server";

/** A declaration with what it says on both sides of a change; null where the hospital does not see it. */
export type DeclarationSides = {
  /** What it is listed as. */
  declaration: SharedDeclaration;
  before: DeclarationContent | null;
  after: DeclarationContent | null;
};

/** Every one of these declarations in every one of these zones: what a change may concern. */
export type Affected = {
  zones: ReadonlyArray<ZoneSides>;
  declarations: ReadonlyArray<DeclarationSides>;
  days: BothDays;
  /** For pairs that are there on both sides, where not all of them can be concerned. */
  isConcerned?: (profile: RequirementProfile, content: DeclarationContent) => boolean;
};

export type Side = { profile: RequirementProfile; content: DeclarationContent; asOf: IsoDate };

/** A pair that comes out otherwise; a side is null where the pair is not there, and one of them always is. */
export type ChangedPair = {
  zone: ZoneSides;
  declaration: SharedDeclaration;
  before: Side | null;
  after: Side | null;
};

/** Declarations that are the same on both sides. */
export function unchanged(declarations: ReadonlyArray<SharedDeclaration>): ReadonlyArray<DeclarationSides> {
  return declarations.map((declaration) => {
    const { content } = declaration;
    return { declaration, before: content, after: content };
  });
}

/**
 * How many pairs a change concerns, and those whose result is another one: by name of the zone, then of the product.
 * Nothing is judged. Zones with equal profiles on both sides share what was found for one of them.
 */
export function changedPairs(affected: Affected): {
  assessed: number;
  pairs: ReadonlyArray<ChangedPair>;
} {
  const zones = affected.zones.toSorted((a, b) => compare(nameOfZone(a), nameOfZone(b)));
  const declarations = affected.declarations.toSorted((a, b) => compare(nameOf(a), nameOf(b)));
  const pairStates = zonePairs({ ...affected, declarations });
  const { days } = affected;
  let assessed = 0;
  const pairs: Array<ChangedPair> = [];
  for (const zone of zones)
    for (const [place, state] of pairStates(zone).entries()) {
      const sides = declarations[place];
      if (state === NOT_CONCERNED || !sides) continue;
      assessed += 1;
      if (state === CHANGED)
        pairs.push({
          zone,
          declaration: sides.declaration,
          before: sideOf(zone.before, sides.before, days.before),
          after: sideOf(zone.after, sides.after, days.after),
        });
    }
  return { assessed, pairs };
}

const NOT_CONCERNED = 0;
const SAME = 1;
const CHANGED = 2;

/** Of one zone with each declaration, how the pair stands. */
function zonePairs({ declarations, days, isConcerned }: Affected): (zone: ZoneSides) => Uint8Array {
  const detect = changeDetector(days);
  const known = new Map<string, Uint8Array>();
  function statesOf({ before: old, after: now }: ZoneSides): Uint8Array {
    const hasChanged = old && now ? detect(old, now) : null;
    return Uint8Array.from(declarations, ({ before, after }) => {
      const [was, is] = [old && before, now && after];
      if (!was && !is) return NOT_CONCERNED;
      if (!hasChanged || !was || !is) return CHANGED;
      if (isConcerned && now && !isConcerned(now, is)) return NOT_CONCERNED;
      return hasChanged(was, is) ? CHANGED : SAME;
    });
  }
  return (zone) => {
    const key = [zone.before, zone.after].map((profile) => (profile ? profileKey(profile) : "")).join();
    const states = known.get(key) ?? statesOf(zone);
    known.set(key, states);
    return states;
  };
}

function sideOf(
  profile: RequirementProfile | null,
  content: DeclarationContent | null,
  asOf: IsoDate,
): Side | null {
  return profile && content && { profile, content, asOf };
}

function nameOfZone({ zoneName, modelId, zoneId }: ZoneSides): string {
  return [zoneName, modelId, zoneId].join("\u0000");
}

function nameOf({ declaration }: DeclarationSides): string {
  const { productName, releaseVersion, supplierId, releaseId } = declaration;
  return [productName, releaseVersion, supplierId, releaseId].join("\u0000");
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
