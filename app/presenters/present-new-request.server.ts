import { protocolsOf } from "~/catalogue/zone-class";
import { profileRows } from "~/domain/assessment/requirement-profile";
import { toPostedAttachment } from "~/domain/procurement/attachment";
import { lotsOf, MOST_TENDER_ZONES } from "~/domain/procurement/tender";
import { COMPONENT_TYPES } from "~/domain/requirement/component-requirement";
import { canonicalJson } from "~/domain/shared/canonical-json";
import { addDays, toIsoDate } from "~/domain/shared/iso-date";
import { indexModel, needsSlTarget } from "~/domain/zone-model/queries";
import { openProfiles, type ProfileSource } from "~/use-cases/profiles/profile-source.server";
import { findAskedZone } from "~/use-cases/requests/asked-zone.server";
import { type Caller, requirePermission } from "~/use-cases/use-case.server";
import { listSharedDeclarations } from "~db/repositories/declarations";
import { listSuppliers } from "~db/repositories/organisations";
import { listRequestTemplates } from "~db/repositories/request-templates";
import { listLatestRevisions, type Revision } from "~db/repositories/revisions";

type Revisions = ReadonlyArray<Revision & { modelName: string }>;

/** What is asked for: zones as `modelId/zoneId`, or a device in use as `modelId/assetId`. */
type Wanted = { places: ReadonlyArray<string>; asset: string | null; template?: string | null };

/** Devices that can be started from; more than a list can be read through are found in the model. */
const ASSETS_AT_MOST = 300;

/** The form of a request; with zones chosen, also what of them would be sent and what would not. */
export async function presentNewRequest(caller: Caller, wanted: Wanted) {
  const { actor, database, now, newId } = caller;
  requirePermission(actor, "tender.create");
  requirePermission(actor, "request-template.read");
  const [revisions, suppliers, templates] = await Promise.all([
    listLatestRevisions(database.read, actor.organisationId),
    listSuppliers(database.read, actor.organisationId),
    listRequestTemplates(database.read, actor.organisationId),
  ]);
  const device = wanted.asset === null ? null : await findDevice(caller, revisions, wanted.asset);
  const template = templates.find(({ id }) => id === wanted.template);
  const places = [...new Set(device ? [device.place] : wanted.places)].slice(0, MOST_TENDER_ZONES);
  return {
    /** Goes back with the form: what has it a second time is not sent again. */
    submission: newId(),
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
    devices: listDevices(revisions),
    suppliers,
    today: toIsoDate(now),
    previews: await toPreviews(caller, revisions, places),
    templates: templates.map(({ id, name }) => ({ id, name })),
    template: template?.id ?? null,
    /**
     * What a template fills in, and what a device in use does: only what its supplier has said itself, nothing that the
     * hospital called it.
     */
    suggested: {
      ...(template && {
        ...{ subject: template.subject, message: template.message, componentTypes: template.componentTypes },
        dueOn: addDays(toIsoDate(now), template.dueInDays),
        attachments: template.attachments.map(toPostedAttachment),
      }),
      ...(device && {
        ...{
          subject: device.subject,
          supplierIds: device.supplierIds,
          componentTypes: device.componentTypes,
        },
      }),
    },
  };
}

/** Devices in zones with a target, by name. */
function listDevices(revisions: Revisions) {
  return revisions
    .flatMap(({ modelId, modelName, content }) => {
      const targeted = new Set(content.zones.flatMap(({ id, slTarget }) => (slTarget ? [id] : [])));
      return content.assets
        .filter(({ zoneId }) => zoneId !== null && targeted.has(zoneId))
        .map(({ id, name }) => ({ value: `${modelId}/${id}`, name, modelName }));
    })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .slice(0, ASSETS_AT_MOST);
}

/** The zone of a device, and of its product what the portal knows; null where it is not there or in no zone. */
async function findDevice({ actor, database }: Caller, revisions: Revisions, wanted: string) {
  const [modelId, assetId] = wanted.split("/");
  const revision = revisions.find((one) => one.modelId === modelId);
  const asset = revision?.content.assets.find(({ id }) => id === assetId);
  if (!revision || !asset?.zoneId) return null;
  const { productReleaseId: releaseId, componentTypes } = asset;
  const [product] =
    releaseId === null
      ? []
      : await listSharedDeclarations(database.read, actor.organisationId, { releaseIds: [releaseId] });
  return {
    place: `${revision.modelId}/${asset.zoneId}`,
    subject: product ? `${product.productName} ${product.releaseVersion}` : "",
    supplierIds: product ? [product.supplierId] : [],
    componentTypes,
  };
}

/** Zones without a target, and what is no zone, are left out. `lot`: those that ask the very same go out as one. */
async function toPreviews({ actor, database }: Caller, revisions: Revisions, places: ReadonlyArray<string>) {
  const source = await openProfiles(database.read, actor.organisationId);
  const found = [];
  for (const place of places) {
    const preview = await toPreview(database.read, { source, revisions, actor }, place);
    if (preview) found.push(preview);
  }
  const lots = lotsOf(found, ({ demand }) => demand);
  return lots.flatMap((lot, position) =>
    lot.map(({ demand: _, ...preview }) => ({ ...preview, lot: position + 1 })),
  );
}

type Ground = { source: ProfileSource; revisions: Revisions; actor: Caller["actor"] };

async function toPreview(db: Caller["database"]["read"], ground: Ground, place: string) {
  const [modelId = "", zoneId = ""] = place.split("/");
  const revision = ground.revisions.find((one) => one.modelId === modelId);
  const zone = revision?.content.zones.find(({ id }) => id === zoneId);
  if (!revision || !zone?.slTarget) return null;
  const { organisationId } = ground.actor;
  const asked = await findAskedZone(db, ground.source, organisationId, {
    modelId,
    zoneId,
    componentTypes: [],
  });
  if (!asked.ok) return null;
  const { snapshot } = asked.value;
  const { zoneClass, slTarget, allowedProtocols, profile } = snapshot;
  return {
    ...{ place, modelId, zoneId, zoneName: zone.name, zoneClass, slTarget, allowedProtocols },
    rowCount: profileRows(profile, COMPONENT_TYPES).reduce((count, { rows }) => count + rows.length, 0),
    protocolsNotSent: protocolsOf(indexModel(revision.content), zoneId).ownWords,
    demand: canonicalJson(snapshot),
  };
}
