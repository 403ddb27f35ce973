import type { DeclarationContent } from "../declaration/declaration";
import type { PolicyLayer } from "../policy/policy";
import { canonicalJson } from "../shared/canonical-json";
import type { IsoDate } from "../shared/iso-date";
import { assetsIn, type ZoneModelIndex } from "../zone-model/queries";
import type { Zone } from "../zone-model/zone-model";
import { judge } from "./assess";
import type { RequirementProfile, Verdict } from "./assessment";
import { compareVerdicts } from "./verdict";
import {
  countermeasuresOfZone,
  type PlacedCountermeasure,
  type ProfileKnowledge,
  zoneProfile,
} from "./zone-profile";

/** A release that stands in the model, with the newest declaration the hospital may see. */
export type KnownProduct = { releaseId: string; name: string; content: DeclarationContent };

/** Everything besides the model that decides how its products come out. */
export type JudgingGround = {
  modelId: string;
  knowledge: ProfileKnowledge;
  organisationPolicy: PolicyLayer;
  ledger: ReadonlyArray<PlacedCountermeasure>;
  products: ReadonlyArray<KnownProduct>;
  asOf: IsoDate;
};

/** One product in one zone; several assets of one release there are one entry. */
export type PlacedProduct = {
  zoneId: string;
  releaseId: string;
  assetIds: ReadonlyArray<string>;
  verdict: Verdict;
};

export type ZoneStanding = {
  /** What the verdicts rest on besides the declarations: equal keys, equal verdicts. */
  key: string;
  products: ReadonlyArray<PlacedProduct>;
  /** The worst verdict in the zone; null where no known product stands in it. */
  worst: Verdict | null;
};
/** By zone id; only zones with a target and a known product. */
export type ModelStanding = ReadonlyMap<string, ZoneStanding>;

/**
 * How every known product comes out in the zone it stands in, as the model is now. Zones on which nothing has changed
 * since `previous` (of the same ground) are not judged again, so that an edit costs what it touches.
 */
export function judgePlacedProducts(
  ground: JudgingGround,
  index: ZoneModelIndex,
  previous?: ModelStanding,
): ModelStanding {
  const products = new Map(ground.products.map((product) => [product.releaseId, product]));
  const standing = new Map<string, ZoneStanding>();
  for (const zone of index.model.zones) {
    const placed = placedIn(index, zone, products);
    if (zone.slTarget === null || placed.size === 0) continue;
    const profile = profileIn(ground, index, { ...zone, slTarget: zone.slTarget });
    const key = keyOf(profile, placed);
    const known = previous?.get(zone.id);
    standing.set(zone.id, known?.key === key ? known : judgeZone(zone.id, key, profile, placed, ground));
  }
  return standing;
}

/** What an edit did: products whose verdict is another one, or that came in or went out; worst first. */
export type ProductEffect = {
  zoneId: string;
  releaseId: string;
  before: Verdict | null;
  after: Verdict | null;
};

export function effectOf(before: ModelStanding, after: ModelStanding): ReadonlyArray<ProductEffect> {
  const effects: Array<ProductEffect> = [];
  for (const zoneId of new Set([...before.keys(), ...after.keys()])) {
    if (before.get(zoneId) === after.get(zoneId)) continue;
    const old = verdictsOf(before.get(zoneId));
    const now = verdictsOf(after.get(zoneId));
    for (const releaseId of new Set([...old.keys(), ...now.keys()])) {
      const [was, is] = [old.get(releaseId) ?? null, now.get(releaseId) ?? null];
      if (was !== is) effects.push({ zoneId, releaseId, before: was, after: is });
    }
  }
  return effects.sort((a, b) => compareVerdicts(b.after ?? "conforms", a.after ?? "conforms"));
}

type Placed = ReadonlyMap<string, { product: KnownProduct; assetIds: ReadonlyArray<string> }>;

function placedIn(
  index: ZoneModelIndex,
  zone: Pick<Zone, "id">,
  products: ReadonlyMap<string, KnownProduct>,
): Placed {
  const placed = new Map<string, { product: KnownProduct; assetIds: ReadonlyArray<string> }>();
  for (const { id, productReleaseId } of assetsIn(index, zone.id)) {
    const product = productReleaseId === null ? undefined : products.get(productReleaseId);
    if (!product) continue;
    const assetIds = placed.get(product.releaseId)?.assetIds ?? [];
    placed.set(product.releaseId, { product, assetIds: [...assetIds, id] });
  }
  return placed;
}

function profileIn(
  { knowledge, organisationPolicy, ledger, modelId }: JudgingGround,
  index: ZoneModelIndex,
  zone: Parameters<typeof zoneProfile>[1]["zone"],
): RequirementProfile {
  const countermeasures = countermeasuresOfZone(ledger, modelId, index, zone.id);
  return zoneProfile(knowledge, { index, zone, organisationPolicy, countermeasures });
}

/** Rows, questions and milestones are the ground's and stay the same. */
function keyOf({ slTarget, policy, channels, countermeasures }: RequirementProfile, placed: Placed): string {
  const assets = [...placed].map(([releaseId, { assetIds }]) => [releaseId, assetIds]);
  return canonicalJson([slTarget, policy, channels, countermeasures, assets]);
}

function judgeZone(
  zoneId: string,
  key: string,
  profile: RequirementProfile,
  placed: Placed,
  { asOf }: JudgingGround,
): ZoneStanding {
  const products = [...placed].map(([releaseId, { product, assetIds }]) => ({
    zoneId,
    releaseId,
    assetIds,
    verdict: judge(profile, product.content, asOf).verdict,
  }));
  return { key, products, worst: worstOf(products) };
}

function worstOf(products: ReadonlyArray<PlacedProduct>): Verdict | null {
  return products.reduce<Verdict | null>(
    (worst, { verdict }) => (worst === null || compareVerdicts(verdict, worst) > 0 ? verdict : worst),
    null,
  );
}

function verdictsOf(zone: ZoneStanding | undefined): ReadonlyMap<string, Verdict> {
  return new Map(zone?.products.map(({ releaseId, verdict }) => [releaseId, verdict]));
}
