import { profileOfZone } from "~/catalogue/zone-profile";
import type { RequirementProfile } from "~/domain/assessment/assessment";
import { countermeasuresOfZone, type PlacedCountermeasure } from "~/domain/assessment/zone-profile";
import type { PolicyLayer } from "~/domain/policy/policy";
import { fingerprintOf } from "~/domain/shared/fingerprint";
import { toIsoDate } from "~/domain/shared/iso-date";
import { indexModel, type ZoneModelIndex } from "~/domain/zone-model/queries";
import type { ZoneModel } from "~/domain/zone-model/zone-model";
import type { Db } from "~db/client";
import { type CountermeasureRecord, listAcceptedCountermeasures } from "~db/repositories/countermeasures";
import { findLatestPolicy } from "~db/repositories/policies";

/** What profiles are made of besides the model: what the organisation demands and what it makes up for. */
export type ProfileSource = {
  organisationPolicy: PolicyLayer;
  /** Accepted ones of the whole organisation. */
  ledger: ReadonlyArray<PlacedCountermeasure>;
};

/** `state` names what was read: where it is the same, so is every profile of the same revision. */
export type OpenedProfiles = ProfileSource & { state: string };

/** Read once per request; the models come from whoever asks. */
export async function openProfiles(db: Db, organisationId: string): Promise<OpenedProfiles> {
  const policy = await findLatestPolicy(db, organisationId);
  const ledger = await listAcceptedCountermeasures(db, organisationId);
  return {
    organisationPolicy: policy?.layer ?? {},
    ledger: ledger.flatMap(toPlaced),
    state: fingerprintOf([
      policy ? [policy.version, policy.createdAt.getTime()] : [],
      ledger.map(({ id, decidedAt }) => [id, decidedAt?.getTime() ?? null]),
    ]),
  };
}

const indexes = new WeakMap<ZoneModel, ZoneModelIndex>();

/** The profile of one zone of a model's state; undefined where there is no such zone or it has no target. */
export function profileOf(
  { organisationPolicy, ledger }: ProfileSource,
  { modelId, content }: { modelId: string; content: ZoneModel },
  zoneId: string,
): RequirementProfile | undefined {
  const index = indexes.get(content) ?? indexModel(content);
  indexes.set(content, index);
  const zone = index.zoneById.get(zoneId);
  if (!zone?.slTarget) return undefined;
  return profileOfZone({
    index,
    zone: { ...zone, slTarget: zone.slTarget },
    organisationPolicy,
    countermeasures: countermeasuresOfZone(ledger, modelId, index, zoneId),
  });
}

/** A record that was accepted always says when. */
export function toPlaced(record: CountermeasureRecord): ReadonlyArray<PlacedCountermeasure> {
  const { id, modelId, elementKind, elementId, title, requirementIds, decidedAt, expiresOn } = record;
  if (decidedAt === null) return [];
  const acceptedOn = toIsoDate(decidedAt);
  return [{ id, modelId, elementKind, elementId, title, requirementIds, acceptedOn, expiresOn }];
}
