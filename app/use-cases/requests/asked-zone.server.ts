import { protocolsOf, zoneClassOf } from "~/catalogue/zone-class";
import { toClassProfile } from "~/catalogue/zone-profile";
import type { RequirementProfile } from "~/domain/assessment/assessment";
import { COMPONENT_TYPES, type ComponentType } from "~/domain/requirement/component-requirement";
import { AppError } from "~/domain/shared/app-error";
import { accept, type Result, refuse } from "~/domain/shared/result";
import { indexModel } from "~/domain/zone-model/queries";
import type { Zone, ZoneModel } from "~/domain/zone-model/zone-model";
import type { Db } from "~db/client";
import { findLatestRevision } from "~db/repositories/revisions";
import type { ZoneClassSnapshot } from "~db/schema";
import { type ProfileSource, profileOf } from "../profiles/profile-source.server";

/** A zone of the latest revision with what of it crosses to a supplier. */
export type AskedZone = {
  modelId: string;
  zoneId: string;
  zoneName: string;
  revisionNumber: number;
  snapshot: ZoneClassSnapshot;
};

type Wanted = { modelId: string; zoneId: string; componentTypes: ReadonlyArray<ComponentType> };

/**
 * What the supplier will see is frozen here: the profile of the zone's class, never the zone (product.md §3). Throws
 * `not-found` where the latest revision has no such zone.
 */
export async function findAskedZone(
  db: Db,
  source: ProfileSource,
  organisationId: string,
  { modelId, zoneId, componentTypes }: Wanted,
): Promise<Result<AskedZone, { code: "zone-without-target" }>> {
  const revision = await findLatestRevision(db, organisationId, modelId);
  const zone = revision?.content.zones.find(({ id }) => id === zoneId);
  if (!revision || !zone) throw new AppError("not-found", "the latest revision has no such zone");
  const profile = profileOf(source, revision, zoneId);
  if (!profile) return refuse({ code: "zone-without-target" });
  return accept({
    ...{ modelId, zoneId, zoneName: zone.name, revisionNumber: revision.number },
    snapshot: toSnapshot(revision.content, zone, profile, componentTypes),
  });
}

function toSnapshot(
  model: ZoneModel,
  zone: Zone,
  profile: RequirementProfile,
  componentTypes: ReadonlyArray<ComponentType>,
): ZoneClassSnapshot {
  return {
    zoneClass: zoneClassOf(zone),
    slTarget: profile.slTarget,
    componentTypes: COMPONENT_TYPES.filter((type) => componentTypes.includes(type)),
    profile: toClassProfile(profile),
    allowedProtocols: protocolsOf(indexModel(model), zone.id).known,
  };
}
