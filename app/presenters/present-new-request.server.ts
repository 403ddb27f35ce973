import { protocolsOf, zoneClassOf } from "~/catalogue/zone-class";
import { profileRows } from "~/domain/assessment/requirement-profile";
import { COMPONENT_TYPES } from "~/domain/requirement/component-requirement";
import { toIsoDate } from "~/domain/shared/iso-date";
import { indexModel, needsSlTarget } from "~/domain/zone-model/queries";
import { openProfiles, type ProfileSource, profileOf } from "~/use-cases/profiles/profile-source.server";
import { type Caller, requirePermission } from "~/use-cases/use-case.server";
import { listSuppliers } from "~db/repositories/organisations";
import { listLatestRevisions, type Revision } from "~db/repositories/revisions";

/** The form of a request; with a zone chosen, also what of it would be sent and what would not. */
export async function presentNewRequest(
  caller: Caller,
  wanted: { model: string | null; zone: string | null },
) {
  const { actor, database, now } = caller;
  requirePermission(actor, "request.create");
  const [revisions, suppliers] = await Promise.all([
    listLatestRevisions(database.read, actor.organisationId),
    listSuppliers(database.read, actor.organisationId),
  ]);
  const chosen = revisions.find(({ modelId }) => modelId === wanted.model);
  return {
    models: revisions.map(({ modelId, modelName, number, content }) => ({
      modelId,
      modelName,
      revisionNumber: number,
      zones: content.zones.flatMap(({ id, name, slTarget }) => (slTarget ? [{ id, name }] : [])),
    })),
    /** Zones that cannot be asked for, because nobody has set what they need. */
    withoutTarget: revisions.flatMap(({ content }) =>
      content.zones.flatMap((zone) => (needsSlTarget(zone) && !zone.slTarget ? [zone.name] : [])),
    ),
    suppliers,
    today: toIsoDate(now),
    preview:
      chosen && wanted.zone
        ? toPreview(await openProfiles(database.read, actor.organisationId), chosen, wanted.zone)
        : null,
  };
}

function toPreview(source: ProfileSource, revision: Revision, zoneId: string) {
  const { modelId, content } = revision;
  const zone = content.zones.find(({ id }) => id === zoneId);
  const profile = profileOf(source, revision, zoneId);
  if (!zone || !profile) return null;
  const protocols = protocolsOf(indexModel(content), zone.id);
  const groups = profileRows(profile, COMPONENT_TYPES);
  return {
    modelId,
    zoneId: zone.id,
    zoneName: zone.name,
    zoneClass: zoneClassOf(zone),
    slTarget: profile.slTarget,
    rowCount: groups.reduce((count, { rows }) => count + rows.length, 0),
    allowedProtocols: protocols.known,
    protocolsNotSent: protocols.ownWords,
  };
}
