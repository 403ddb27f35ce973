import { TEMPLATE_OFFERS } from "~/catalogue/templates/model-templates";
import { mayDo } from "~/domain/access/permissions";
import { toIsoDate } from "~/domain/shared/iso-date";
import { countFindings, judgeModel } from "~/domain/zone-model/waivers";
import { EMPTY_ZONE_MODEL } from "~/domain/zone-model/zone-model";
import { type Caller, requirePermission } from "~/use-cases/use-case.server";
import { listSites } from "~db/repositories/sites";
import { listDrafts, listZoneModels } from "~db/repositories/zone-models";

/** Every zone model of the hospital with what is in it and what is open in it. */
export async function presentModels({ actor, database, now }: Caller) {
  requirePermission(actor, "model.read");
  const [models, drafts] = await Promise.all([
    listZoneModels(database.read, actor.organisationId),
    listDrafts(database.read, actor.organisationId),
  ]);
  return {
    mayCreate: mayDo(actor, "model.create"),
    models: models.map(({ updatedAt, ...model }) => {
      const draft = drafts.get(model.id) ?? EMPTY_ZONE_MODEL;
      return {
        ...model,
        updatedAt: updatedAt.toISOString(),
        zones: draft.zones.length,
        conduits: draft.conduits.length,
        assets: draft.assets.length,
        findings: countFindings(judgeModel(draft, toIsoDate(now))),
      };
    }),
  };
}

/** The sites to choose from when a model is created. */
export async function presentNewModel({ actor, database }: Caller) {
  requirePermission(actor, "model.create");
  const sites = await listSites(database.read, actor.organisationId);
  return { sites: sites.map(({ id, name }) => ({ id, name })), templates: TEMPLATE_OFFERS };
}
