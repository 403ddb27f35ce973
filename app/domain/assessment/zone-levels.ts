import type { DeclarationContent } from "../declaration/declaration";
import { FOUNDATIONAL_REQUIREMENTS, type FoundationalRequirement } from "../security-level/security-level";
import { assetsIn, type ZoneModelIndex } from "../zone-model/queries";
import { type AchievedLevel, achievedLevel } from "./achieved-level";
import type { FoundationalResult } from "./assessment";
import { compareWithTarget, computeCapability } from "./capability";
import { held } from "./engine/words";
import { normalise } from "./normal-form";
import type { JudgingGround, ZoneStanding } from "./placed-products";
import { profileInGround } from "./zone-in-ground";

/** SL-A of a zone of a drawing, and where its products stay below the target. */
export type ZoneLevels = AchievedLevel & {
  /** In the standard's order: short, or not known to be reached, in at least one product. */
  short: ReadonlyArray<FoundationalRequirement>;
};

/**
 * The levels that the known products bring into a zone as the model is now. `standing` is that of the zone, of the same
 * ground and model, else a RangeError; results are kept with it, so that an edit costs the zones it touches.
 */
export function levelsOfZone(
  ground: JudgingGround,
  index: ZoneModelIndex,
  zoneId: string,
  standing: ZoneStanding | undefined,
): ZoneLevels {
  const results = standing ? resultsOf(ground, index, zoneId, standing) : [];
  const known = standing?.products.reduce((sum, { assetIds }) => sum + assetIds.length, 0) ?? 0;
  const short = new Set(
    results.flatMap((product) =>
      product
        .filter(({ state }) => state === "short" || state === "undecided")
        .map(({ foundationalRequirement }) => foundationalRequirement),
    ),
  );
  return {
    // Equal devices are equally strong: one of each decides.
    ...achievedLevel(results),
    known,
    unknown: assetsIn(index, zoneId).length - known,
    short: FOUNDATIONAL_REQUIREMENTS.filter((fr) => short.has(fr)),
  };
}

type Results = ReadonlyArray<ReadonlyArray<FoundationalResult>>;
const kept = new WeakMap<ZoneStanding, { ground: JudgingGround; results: Results }>();

function resultsOf(
  ground: JudgingGround,
  index: ZoneModelIndex,
  zoneId: string,
  standing: ZoneStanding,
): Results {
  const known = kept.get(standing);
  if (known?.ground === ground) return known.results;
  const profile = held(profileInGround(ground, index, zoneId));
  const contents = contentsOf(ground);
  const results = standing.products.map(({ releaseId }) => {
    const content = held(contents.get(releaseId));
    const capability = computeCapability(profile.requirements, content);
    return compareWithTarget(profile, content, capability, ground.asOf);
  });
  kept.set(standing, { ground, results });
  return results;
}

const normalised = new WeakMap<JudgingGround, ReadonlyMap<string, DeclarationContent>>();

function contentsOf(ground: JudgingGround): ReadonlyMap<string, DeclarationContent> {
  const known = normalised.get(ground);
  if (known) return known;
  const fresh = new Map(ground.products.map(({ releaseId, content }) => [releaseId, normalise(content)]));
  normalised.set(ground, fresh);
  return fresh;
}
