import type { RequirementProfile } from "~/domain/assessment/assessment";
import { compileEngine } from "~/domain/assessment/engine/engine";
import { verdictsOfProfile } from "~/domain/assessment/engine/verdicts";
import type { DeclarationContent } from "~/domain/declaration/declaration";
import type { IsoDate } from "~/domain/shared/iso-date";
import { grouped } from "~/domain/zone-model/queries";
import { profileKey } from "./affected-zones.server";
import type { Side } from "./changed-pairs.server";

/**
 * The verdicts of very many sides as places in `VERDICTS`: those of `judge`, without explaining any. 0 for a side that
 * is not among those handed in.
 */
export function verdictRanks(sides: ReadonlyArray<Side>): (side: Side) => number {
  const byDay = grouped(sides, ({ asOf }) => [asOf]);
  const rankOn = new Map([...byDay].map(([day, ofDay]) => [day, ranksOn(day, ofDay)]));
  return (side) => rankOn.get(side.asOf)?.(side) ?? 0;
}

/** One engine per day; the verdicts of a profile are worked out together. */
function ranksOn(asOf: IsoDate, sides: ReadonlyArray<Side>): (side: Side) => number {
  const profiles = new Map<string, RequirementProfile>();
  const places = new Map<DeclarationContent, number>();
  for (const { profile, content } of sides) {
    profiles.set(profileKey(profile), profile);
    if (!places.has(content)) places.set(content, places.size);
  }
  const requirements = sides[0]?.profile.requirements ?? [];
  const engine = compileEngine({
    ...{ requirements, asOf, profiles: [...profiles.values()], declarations: [...places.keys()] },
  });
  const verdictsByProfile = new Map(
    [...profiles.keys()].map((key, place) => [key, verdictsOfProfile(engine, place)]),
  );
  return ({ profile, content }) =>
    verdictsByProfile.get(profileKey(profile))?.[places.get(content) ?? -1] ?? 0;
}
