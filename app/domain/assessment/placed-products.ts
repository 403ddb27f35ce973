import type { DeclarationContent } from "../declaration/declaration";
import type { PolicyLayer } from "../policy/policy";
import { canonicalJson } from "../shared/canonical-json";
import type { IsoDate } from "../shared/iso-date";
import { assetsIn, conduitsOf, otherEndOf, type ZoneModelIndex } from "../zone-model/queries";
import type { Zone } from "../zone-model/zone-model";
import type { RequirementProfile, Verdict } from "./assessment";
import { compileNamed, type NamedEngine, nameProfile, verdictByName } from "./engine/named-profiles";
import { held } from "./engine/words";
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
 * since `previous` keep their standing, and an edit costs what it touches: what is the same object as before is not
 * looked into. Grounds are told apart as objects, so `previous` may be of another one; neither a ground nor a model may
 * be changed once it was handed in.
 */
export function judgePlacedProducts(
  ground: JudgingGround,
  index: ZoneModelIndex,
  previous?: ModelStanding,
): ModelStanding {
  const asked = index.model.zones.flatMap((zone) => askZone(ground, index, zone, previous?.get(zone.id)));
  const unjudged = asked.flatMap((one) => (one.kept ? [] : [one]));
  const engine = engineFor(ground, index, unjudged);
  return new Map(asked.map((one) => [one.zone.id, one.kept ?? judgeZone(ground, engine, one)]));
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

/** By release the assets that are of it, in the order of the zone. */
type Placed = ReadonlyMap<string, ReadonlyArray<string>>;
/** A zone that keeps its standing, or what it has to be judged on. */
type AskedZone = { zone: Zone; kept: ZoneStanding } | UnjudgedZone;
type UnjudgedZone = {
  zone: Zone;
  kept: null;
  parts: Parts;
  placed: Placed;
  profile: RequirementProfile;
  key: string;
};

/** The objects of a model that a standing rests on. */
type Parts = ReadonlyArray<object | undefined>;
const bases = new WeakMap<ZoneStanding, { ground: JudgingGround; parts: Parts }>();

function askZone(
  ground: JudgingGround,
  index: ZoneModelIndex,
  zone: Zone,
  before: ZoneStanding | undefined,
): ReadonlyArray<AskedZone> {
  const { slTarget } = zone;
  if (slTarget === null) return [];
  const parts = partsOf(index, zone);
  const basis = before && bases.get(before);
  const known = basis?.ground === ground ? before : undefined;
  if (known && basis && areSame(parts, basis.parts)) return [{ zone, kept: known }];
  const placed = placedIn(ground, index, zone);
  if (placed.size === 0) return [];
  const profile = profileIn(ground, index, { ...zone, slTarget });
  const key = keyOf(profile, placed);
  if (known?.key !== key) return [{ zone, kept: null, parts, placed, profile, key }];
  bases.set(known, { ground, parts });
  return [{ zone, kept: known }];
}

/** The zone, what stands in it, its conduits and what lies behind them. */
function partsOf(index: ZoneModelIndex, zone: Zone): Parts {
  const conduits = conduitsOf(index, zone.id);
  const others = conduits.map((conduit) => index.zoneById.get(otherEndOf(conduit, zone.id)));
  return [zone, ...assetsIn(index, zone.id), ...conduits, ...others];
}

function areSame(parts: Parts, others: Parts): boolean {
  return parts.length === others.length && parts.every((part, place) => part === others[place]);
}

function placedIn(ground: JudgingGround, index: ZoneModelIndex, { id: zoneId }: Pick<Zone, "id">): Placed {
  const places = placesOf(ground);
  const placed = new Map<string, Array<string>>();
  for (const { id, productReleaseId } of assetsIn(index, zoneId)) {
    if (productReleaseId === null || !places.has(productReleaseId)) continue;
    const assetIds = placed.get(productReleaseId);
    if (assetIds) assetIds.push(id);
    else placed.set(productReleaseId, [id]);
  }
  return placed;
}

const places = new WeakMap<JudgingGround, ReadonlyMap<string, number>>();

/** By release the place of its declaration in the ground, which is that in the engine. */
function placesOf(ground: JudgingGround): ReadonlyMap<string, number> {
  const known = places.get(ground);
  if (known) return known;
  const fresh = new Map(ground.products.map(({ releaseId }, place) => [releaseId, place]));
  places.set(ground, fresh);
  return fresh;
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
  return canonicalJson([slTarget, policy, channels, countermeasures, [...placed]]);
}

const engines = new WeakMap<JudgingGround, NamedEngine>();

/** The engine of the ground with the profiles of these zones in it; made when the first of them is to be judged. */
function engineFor(
  ground: JudgingGround,
  index: ZoneModelIndex,
  zones: ReadonlyArray<UnjudgedZone>,
): NamedEngine | undefined {
  const [first] = zones;
  const engine = engines.get(ground);
  if (!first) return engine;
  if (engine) {
    for (const { zone, profile } of zones)
      nameProfile(engine, zone.id, profile, (id) => index.zoneById.has(id));
    return engine;
  }
  const fresh = compileNamed({
    requirements: first.profile.requirements,
    asOf: ground.asOf,
    profiles: new Map(zones.map(({ zone, profile }) => [zone.id, profile])),
    declarations: ground.products.map(({ content }) => content),
  });
  engines.set(ground, fresh);
  return fresh;
}

function judgeZone(
  ground: JudgingGround,
  engine: NamedEngine | undefined,
  { zone, key, parts, placed }: UnjudgedZone,
): ZoneStanding {
  const places = placesOf(ground);
  const products = [...placed].map(([releaseId, assetIds]) => ({
    zoneId: zone.id,
    releaseId,
    assetIds,
    verdict: verdictByName(held(engine), zone.id, held(places.get(releaseId))),
  }));
  const standing = { key, products, worst: worstOf(products) };
  bases.set(standing, { ground, parts });
  return standing;
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
