import type { ZoneModelIndex } from "../zone-model/queries";
import { judge } from "./assess";
import type { Judgement, Verdict } from "./assessment";
import { compileNamed, verdictByName } from "./engine/named-profiles";
import type { JudgingGround, KnownProduct } from "./placed-products";
import { profileInGround } from "./zone-in-ground";

/** The ground without the products that stand in the model: what a zone asks of any product. */
export type CandidateGround = Omit<JudgingGround, "products">;

/** By zone id the verdict on a product that stands in no zone yet; only zones with a target ask for something. */
export function judgeCandidate(
  ground: CandidateGround,
  index: ZoneModelIndex,
  { content }: Pick<KnownProduct, "content">,
): ReadonlyMap<string, Verdict> {
  const profiles = new Map(
    index.model.zones.flatMap(({ id }) => {
      const profile = profileInGround(ground, index, id);
      return profile ? [[id, profile] as const] : [];
    }),
  );
  const [first] = profiles.values();
  if (!first) return new Map();
  const { requirements } = first;
  const engine = compileNamed({ requirements, asOf: ground.asOf, profiles, declarations: [content] });
  return new Map([...profiles.keys()].map((zoneId) => [zoneId, verdictByName(engine, zoneId, 0)]));
}

/** All that a zone finds in a product; undefined where the zone has no target. */
export function judgeCandidateIn(
  ground: CandidateGround,
  index: ZoneModelIndex,
  zoneId: string,
  { content }: Pick<KnownProduct, "content">,
): Judgement | undefined {
  const profile = profileInGround(ground, index, zoneId);
  return profile && judge(profile, content, ground.asOf);
}
