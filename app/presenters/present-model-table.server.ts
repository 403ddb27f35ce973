import { REFERENCE_PROTOCOLS, REFERENCE_ZONE_TYPES } from "~/catalogue/reference-zones";
import { mayDo } from "~/domain/access/permissions";
import { findElements, NO_ZONE } from "~/domain/zone-model/find-elements";
import { indexModel } from "~/domain/zone-model/queries";
import { type Caller, requirePermission } from "~/use-cases/use-case.server";
import { listZoneModels } from "~db/repositories/zone-models";
import { presentFindings } from "./model-findings.server";
import { findModelOf, zoneChoices } from "./model-parts.server";
import { presentKnownReleases } from "./present-model.server";
import { presentModelProducts } from "./present-model-products.server";
import { tableCandidate } from "./table-candidate.server";
import { tableFindings } from "./table-findings.server";
import { tableOutline } from "./table-outline.server";
import { tablePicked } from "./table-picked.server";
import type { TableQuery } from "./table-query.server";
import { tableRows } from "./table-rows.server";
import { tableSteps } from "./table-steps.server";

/**
 * The same model as the diagram: an outline, tables and forms. However large the model, every list is a page of a bounded
 * number of entries.
 */
export async function presentModelTable(caller: Caller, modelId: string, query: TableQuery) {
  const { actor } = caller;
  requirePermission(actor, "model.read");
  const model = await findModelOf(caller, modelId);
  const index = indexModel(model.draft);
  const mayEdit = mayDo(actor, "model.edit") && model.state === "drawing";
  const [releases, products, findings] = await Promise.all([
    presentKnownReleases(caller),
    presentModelProducts(caller, modelId),
    presentFindings(caller, modelId, model.draft),
  ]);
  const { ground } = products;
  const { open } = findings.sorted;
  const found = findElements(index, { text: query.text ?? null, zoneId: query.zone });
  const [tables, candidate, steps, others] = await Promise.all([
    tableRows(caller, { modelId, index, found, products, query }),
    tableCandidate(caller, { modelId, index, ground }, query),
    mayEdit ? tableSteps(caller, model) : { undo: null, redo: null },
    mayEdit ? otherModels(caller, modelId) : [],
  ]);
  return {
    ...{ modelId, version: model.draftVersion, state: model.state, mayEdit, steps, candidate, others },
    ...tables,
    outline: tableOutline({ index, findings: open, ground, found }, query),
    zoneFilter: { value: query.zone, noZone: NO_ZONE },
    search: query.text ?? "",
    ...tableFindings(findings, mayEdit ? query : { ...query, waive: null }),
    choices: {
      zones: zoneChoices(index),
      zoneTypes: REFERENCE_ZONE_TYPES.map(({ id, name }) => ({ id, name })),
      protocols: REFERENCE_PROTOCOLS.map(({ name }) => name),
      releases: releases.map(({ releaseId, productName, releaseVersion }) => ({
        id: releaseId,
        name: `${productName} ${releaseVersion}`,
      })),
    },
    picked: mayEdit ? await tablePicked(caller, { modelId, index, findings: open, ground }, query) : null,
  };
}

/** Where what is chosen can be copied to. */
async function otherModels({ actor, database }: Caller, modelId: string) {
  const models = await listZoneModels(database.read, actor.organisationId);
  return models
    .filter(({ id, state }) => id !== modelId && state === "drawing")
    .map(({ id, name, siteName }) => ({ id, name, siteName }));
}
