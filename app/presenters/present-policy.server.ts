import { policyBasisOf } from "~/catalogue/policy-defaults";
import { REFERENCE_ZONE_TYPES } from "~/catalogue/reference-zones";
import { policyLayersOf } from "~/catalogue/zone-profile";
import { mayDo } from "~/domain/access/permissions";
import { type LayerEntry, layerChanges } from "~/domain/policy/layer-changes";
import { canonicalValue, type PolicyLayer } from "~/domain/policy/policy";
import { POLICY_KEYS, type PolicyKey } from "~/domain/policy/policy-rules";
import { canonicalJson } from "~/domain/shared/canonical-json";
import type { Zone } from "~/domain/zone-model/zone-model";
import { type Caller, requirePermission } from "~/use-cases/use-case.server";
import type { Db } from "~db/client";
import { listPeopleByIds } from "~db/repositories/people";
import { listPolicyVersions } from "~db/repositories/policies";
import { listLatestRevisions } from "~db/repositories/revisions";
import { findZoneModel, listZoneModels } from "~db/repositories/zone-models";

/** Versions that a person reads; the one before the last is needed to say what it changed. */
const MAX_VERSIONS = 30;
/** Zones that say otherwise, by name. */
const MAX_NAMES = 8;

/** What the organisation demands in all its zones, where it holds, and how it came to be. */
export async function presentPolicy({ actor, database }: Caller) {
  requirePermission(actor, "policy.read");
  const [versions, zones] = await Promise.all([
    listPolicyVersions(database.read, actor.organisationId, { limit: MAX_VERSIONS + 1 }),
    zonesThatHold(database.read, actor.organisationId),
  ]);
  const [current] = versions;
  const people = await listPeopleByIds(
    database.read,
    versions.map(({ createdBy }) => createdBy),
  );
  const nameOf = new Map(people.map(({ id, name }) => [id, name]));
  const history = versions.slice(0, MAX_VERSIONS).map((version, place) => ({
    version: version.version,
    personName: nameOf.get(version.createdBy) ?? "",
    at: version.createdAt.toISOString(),
    reason: version.reason,
    changes: layerChanges(versions[place + 1]?.layer ?? {}, version.layer),
  }));
  return {
    mayEdit: mayDo(actor, "policy.set"),
    version: current?.version ?? 0,
    layer: current?.layer ?? {},
    baseline: policyLayersOf({ referenceType: null, policy: {} }, {})["reference-type"],
    defaults: DEFAULTS_BY_TYPE,
    basis: policyBasisOf(null),
    zones: {
      count: zones.length,
      withOwn: zones.filter(({ policy }) => Object.keys(policy).length > 0).length,
      exceptions: exceptionsOf(zones),
    },
    history,
    isHistoryCut: versions.length > MAX_VERSIONS,
  };
}

/** What the kinds of zones say of one rule: the most usual entry first, the others with their kinds. */
export type DefaultsOfRule = ReadonlyArray<{ entry: LayerEntry; types: ReadonlyArray<string> }>;

const DEFAULTS_BY_TYPE = toRecord(defaultsOf);

function defaultsOf(key: PolicyKey): DefaultsOfRule {
  const groups = new Map<string, { entry: LayerEntry; types: Array<string> }>();
  // Outside the hospital nothing can be demanded: that kind would only say "no rule" everywhere.
  for (const { id, name } of REFERENCE_ZONE_TYPES.filter((type) => type.suggestedSlTarget !== null)) {
    const entry = canonicalValue(key, layerOfType(id)[key] ?? null);
    const group = groups.get(canonicalJson(entry)) ?? { entry, types: [] };
    groups.set(canonicalJson(entry), group);
    group.types.push(name);
  }
  return [...groups.values()].sort((a, b) => b.types.length - a.types.length);
}

function layerOfType(referenceType: string): PolicyLayer {
  return policyLayersOf({ referenceType, policy: {} }, {})["reference-type"];
}

type HoldingZone = Pick<Zone, "name" | "policy">;

/** What suppliers are held to: the zones of the latest revision, or of the draft where nothing is published. */
async function zonesThatHold(db: Db, organisationId: string): Promise<ReadonlyArray<HoldingZone>> {
  const [models, latest] = await Promise.all([
    listZoneModels(db, organisationId),
    listLatestRevisions(db, organisationId),
  ]);
  const published = new Set(latest.map(({ modelId }) => modelId));
  const drafts = await Promise.all(
    models.filter(({ id }) => !published.has(id)).map(({ id }) => findZoneModel(db, organisationId, id)),
  );
  const zones = [
    ...latest.flatMap(({ content }) => content.zones),
    ...drafts.flatMap((model) => model?.draft.zones ?? []),
  ];
  // A zone without a target asks nothing of a product.
  return zones.filter(({ slTarget }) => slTarget !== null);
}

function exceptionsOf(zones: ReadonlyArray<HoldingZone>) {
  return toRecord((key) => {
    const own = zones.filter(({ policy }) => policy[key] !== undefined);
    return { count: own.length, names: own.slice(0, MAX_NAMES).map(({ name }) => name) };
  });
}

function toRecord<Value>(entryOf: (key: PolicyKey) => Value): Readonly<Record<PolicyKey, Value>> {
  // Filled for every key of the table.
  return Object.fromEntries(POLICY_KEYS.map((key) => [key, entryOf(key)])) as Record<PolicyKey, Value>;
}
