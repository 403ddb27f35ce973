import {
  CATALOGUE_VERSION,
  COMPONENT_REQUIREMENT_BY_ID,
  COMPONENT_REQUIREMENTS,
} from "~/catalogue/catalogue";
import { REFERENCE_ZONE_TYPE_BY_ID } from "~/catalogue/reference-zones";
import { PROFILE_KNOWLEDGE } from "~/catalogue/zone-profile";
import { mayDo } from "~/domain/access/permissions";
import { profileRows, requirementProfile } from "~/domain/assessment/requirement-profile";
import { permittedChannels } from "~/domain/assessment/zone-profile";
import { circumstancesOf } from "~/domain/measure/required";
import type { PolicyLayer } from "~/domain/policy/policy";
import { COMPONENT_TYPES, type ComponentType } from "~/domain/requirement/component-requirement";
import type { SlVector } from "~/domain/security-level/security-level";
import { AppError } from "~/domain/shared/app-error";
import {
  assetsIn,
  conduitsOf,
  indexModel,
  otherEndOf,
  type ZoneModelIndex,
} from "~/domain/zone-model/queries";
import type { Zone } from "~/domain/zone-model/zone-model";
import { type Caller, requirePermission } from "~/use-cases/use-case.server";
import { findLatestPolicy } from "~db/repositories/policies";
import { findLatestRevision } from "~db/repositories/revisions";
import type { ModelRecord } from "~db/repositories/zone-models";
import { lawOfPlace } from "./law-of-place.server";
import { findModelOf, protocolsOf } from "./model-parts.server";
import { evidenceOf, inheritedPolicyOf, pendingChanges, zonePolicyOf } from "./policy-rows.server";
import { zoneLedger } from "./zone-ledger.server";
import { zoneMeasureRows } from "./zone-measure-rows.server";
import { zoneMeasureStanding } from "./zone-measure-standing.server";

/**
 * Everything a product of these types must show to enter one zone (product.md §3). Suppliers are held to the latest
 * revision; only where the zone is in none does the draft stand in, and the page says so.
 */
export async function presentZoneProfile(
  caller: Caller,
  modelId: string,
  zoneId: string,
  asked: ReadonlyArray<string>,
) {
  const { actor, database } = caller;
  requirePermission(actor, "profile.read");
  const model = await findModelOf(caller, modelId);
  const [latest, organisation] = await Promise.all([
    findLatestRevision(database.read, actor.organisationId, modelId),
    findLatestPolicy(database.read, actor.organisationId),
  ]);
  const organisationPolicy = organisation?.layer ?? {};
  const published = latest && indexModel(latest.content);
  const isPublished = published?.zoneById.has(zoneId) ?? false;
  const index = published && isPublished ? published : indexModel(model.draft);
  const zone = index.zoneById.get(zoneId);
  if (!zone) throw new AppError("not-found", "there is no such zone");
  const chosen = COMPONENT_TYPES.filter((type) => asked.includes(type));
  const types = chosen.length > 0 ? chosen : usualTypesOf(index, zoneId);
  const groups = zone.slTarget ? demandedGroups(zone.slTarget, types) : [];
  const { rows, policy, basis } = zonePolicyOf(zone, organisationPolicy);
  return {
    modelId,
    modelName: model.name,
    siteName: model.siteName,
    basis:
      isPublished && latest
        ? { kind: "revision" as const, number: latest.number }
        : { kind: "draft" as const },
    /** True where the zone itself is not published although the model is. */
    isNewInDraft: latest !== undefined && !isPublished,
    zone: {
      id: zone.id,
      name: zone.name,
      purpose: zone.purpose,
      trustClass: zone.trustClass,
      criticality: zone.criticality,
      slTarget: zone.slTarget,
      slTargetRationale: zone.slTargetRationale,
      owner: zone.owner,
      typeName: zone.referenceType ? (REFERENCE_ZONE_TYPE_BY_ID.get(zone.referenceType)?.name ?? null) : null,
    },
    types,
    groups,
    demanded: groups.reduce((sum, group) => sum + group.rows.length, 0),
    toVerify: groups.reduce(
      (sum, group) => sum + group.rows.filter((row) => row.needsVerification).length,
      0,
    ),
    protocols: protocolsOf(index, zoneId),
    policy: { rows, basis },
    evidence: zone.slTarget ? evidenceOf(zone.slTarget, policy) : null,
    channels: channelRows(index, zoneId),
    measures: zoneMeasureRows(index, zone),
    law: lawOfPlace(
      "zone",
      { facts: null, hasRemoteAccess: circumstancesOf(index, zone).hasRemoteAccess },
      caller.now,
    ),
    standing: await zoneMeasureStanding(caller, { modelId, index, zone }),
    ledger: await zoneLedger(caller, { modelId, content: index.model }, zoneId),
    own: ownPolicyOf(caller, model, zone, organisationPolicy),
    catalogueVersion: CATALOGUE_VERSION,
    mayTakeEvidence: mayDo(actor, "evidence-pack.export") && isPublished,
    mayAsk: mayDo(actor, "request.create") && isPublished && zone.slTarget !== null,
  };
}

/** The zone's own values in the draft, where they are changed; null where the draft no longer has the zone. */
function ownPolicyOf({ actor }: Caller, model: ModelRecord, held: Zone, organisationPolicy: PolicyLayer) {
  const drafted = model.draft.zones.find(({ id }) => id === held.id);
  if (!drafted) return null;
  return {
    version: model.draftVersion,
    state: model.state,
    mayEdit: mayDo(actor, "model.edit") && model.state === "drawing",
    layer: drafted.policy,
    inherited: inheritedPolicyOf(drafted, organisationPolicy),
    pending: pendingChanges(held.policy, drafted.policy),
  };
}

/** What may flow, as products are judged by it, in the hospital's own words: this page stays inside the hospital. */
function channelRows(index: ZoneModelIndex, zoneId: string) {
  const ends = conduitsOf(index, zoneId).flatMap((conduit) =>
    conduit.channels.map(({ id, protocol }) => ({
      id: `${conduit.id} ${id}`,
      protocol,
      otherName: index.zoneById.get(otherEndOf(conduit, zoneId))?.name ?? "",
    })),
  );
  // Both lists follow the conduits of the zone and their channels.
  const channels = permittedChannels(PROFILE_KNOWLEDGE, index, zoneId);
  return ends.flatMap((end, place) => {
    const channel = channels[place];
    return channel ? [{ ...channel, ...end }] : [];
  });
}

/** The types of what stands in the zone already; all four where nothing does. */
function usualTypesOf(index: ZoneModelIndex, zoneId: string): ReadonlyArray<ComponentType> {
  const present = new Set(assetsIn(index, zoneId).flatMap(({ componentTypes }) => componentTypes));
  return present.size > 0 ? COMPONENT_TYPES.filter((type) => present.has(type)) : COMPONENT_TYPES;
}

function demandedGroups(slTarget: SlVector, types: ReadonlyArray<ComponentType>) {
  const profile = requirementProfile({
    slTarget,
    requirements: COMPONENT_REQUIREMENTS,
    catalogueVersion: CATALOGUE_VERSION,
  });
  return profileRows(profile, types).map(({ foundationalRequirement, target, rows }) => ({
    foundationalRequirement,
    target,
    rows: rows.flatMap(({ id }) => {
      const row = COMPONENT_REQUIREMENT_BY_ID.get(id);
      if (!row) return [];
      const { title, minSl, appliesTo, confidence, conflict, condition, note } = row;
      const needsVerification = confidence !== "cross-checked" || conflict === true;
      return [{ id, title, minSl, appliesTo, confidence, conflict, condition, note, needsVerification }];
    }),
  }));
}
