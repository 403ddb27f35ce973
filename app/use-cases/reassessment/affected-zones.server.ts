import type { RequirementProfile } from "~/domain/assessment/assessment";
import { canonicalProfile } from "~/domain/assessment/normal-form";
import { fingerprintOf } from "~/domain/shared/fingerprint";
import type { ZoneModel } from "~/domain/zone-model/zone-model";
import type { Db } from "~db/client";
import { listLatestRevisions } from "~db/repositories/revisions";
import { type ProfileSource, profileOf } from "../profiles/profile-source.server";

/** What hospitals hold suppliers to: a published state of a model, and what profiles are made of besides. */
export type Held = { modelId: string; content: ZoneModel };

/** A zone with its profile on both sides of a change; null where it asks for nothing. */
export type ZoneSides = {
  modelId: string;
  zoneId: string;
  zoneName: string;
  before: RequirementProfile | null;
  after: RequirementProfile | null;
};

export async function listHeld(db: Db, organisationId: string): Promise<ReadonlyArray<Held>> {
  return listLatestRevisions(db, organisationId);
}

type View = { source: ProfileSource; held: ReadonlyArray<Held> };

/** Zones whose profile is another one, that ask for something now, or no longer; in the order of the models. */
export function changedZones(before: View, after: View): ReadonlyArray<ZoneSides> {
  const [old, now] = [targetedZones(before), targetedZones(after)];
  return [...new Set([...now.keys(), ...old.keys()])].flatMap((key) => {
    const [was, is] = [old.get(key), now.get(key)];
    const zone = is ?? was;
    if (!zone || (was && is && profileKey(was.profile) === profileKey(is.profile))) return [];
    const { modelId, zoneId, zoneName } = zone;
    return [{ modelId, zoneId, zoneName, before: was?.profile ?? null, after: is?.profile ?? null }];
  });
}

export type TargetedZone = {
  modelId: string;
  zoneId: string;
  zoneName: string;
  profile: RequirementProfile;
};

/** Zones with a target, by model and zone. */
export function targetedZones({ source, held }: View): ReadonlyMap<string, TargetedZone> {
  return new Map(
    held.flatMap((model) =>
      model.content.zones.flatMap(({ id: zoneId, name: zoneName }) => {
        const profile = profileOf(source, model, zoneId);
        const { modelId } = model;
        return profile ? [[`${modelId} ${zoneId}`, { modelId, zoneId, zoneName, profile }] as const] : [];
      }),
    ),
  );
}

/** A zone that asks for the same on both sides. */
export function unchangedZone({ profile, ...zone }: TargetedZone): ZoneSides {
  return { ...zone, before: profile, after: profile };
}

const keys = new WeakMap<RequirementProfile, string>();

/** Equal keys, equal results: the fingerprint of what decides. */
export function profileKey(profile: RequirementProfile): string {
  const key = keys.get(profile) ?? fingerprintOf(canonicalProfile(profile));
  keys.set(profile, key);
  return key;
}
