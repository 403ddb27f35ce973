import type { RequirementProfile } from "~/domain/assessment/assessment";
import type { SlVector } from "~/domain/security-level/security-level";
import { fingerprintOf } from "~/domain/shared/fingerprint";
import type { Zone } from "~/domain/zone-model/zone-model";
import { openProfiles, profileOf } from "~/use-cases/profiles/profile-source.server";
import type { Caller } from "~/use-cases/use-case.server";
import { keptValues } from "~db/kept";
import { listLatestRevisions } from "~db/repositories/revisions";

/** A zone that products can be held to, with where it stands. */
export type TargetedZone = {
  modelId: string;
  modelName: string;
  revisionNumber: number;
  zone: Zone & { slTarget: SlVector };
  profile: RequirementProfile;
};

export type Targets = {
  /** Names everything that the profiles are made of: the same state, the same profiles. */
  state: string;
  zones: ReadonlyArray<TargetedZone>;
};

/** Zones of all organisations together. */
const KEPT_ZONES = 20_000;
const kept = keptValues<Targets>(KEPT_ZONES, ({ zones }) => 1 + zones.length);

/** Zones with SL-T of the latest revisions, in the order of models and of their zones. */
export async function listTargetedZones(caller: Caller): Promise<ReadonlyArray<TargetedZone>> {
  return (await openTargets(caller)).zones;
}

/** The same with their state. Profiles are made once for a policy, a ledger and the revisions of the models. */
export async function openTargets({ database, actor }: Caller): Promise<Targets> {
  const { organisationId } = actor;
  const [revisions, source] = await Promise.all([
    listLatestRevisions(database.read, organisationId),
    openProfiles(database.read, organisationId),
  ]);
  const models = revisions.map(({ modelId, modelName, number, fingerprint }) => [
    ...[modelId, modelName, number, fingerprint],
  ]);
  const state = fingerprintOf([source.state, models]);
  const key = `${organisationId} ${state}`;
  const known = kept.find(key);
  if (known) return known;
  const zones = revisions.flatMap((revision) =>
    revision.content.zones.flatMap((zone) => {
      const profile = profileOf(source, revision, zone.id);
      if (!profile) return [];
      const { modelId, modelName, number: revisionNumber } = revision;
      const { slTarget } = profile;
      return [{ modelId, modelName, revisionNumber, zone: { ...zone, slTarget }, profile }];
    }),
  );
  return kept.keep(key, { state, zones });
}
