import { REFERENCE_PROTOCOLS, REFERENCE_ZONE_TYPES } from "~/catalogue/reference-zones";
import { mayDo } from "~/domain/access/permissions";
import type { ZoneModelCommand } from "~/domain/zone-model/commands";
import { descendantsOf, indexModel, type ZoneModelIndex } from "~/domain/zone-model/queries";
import { evaluateRules } from "~/domain/zone-model/rules";
import type { Asset, Conduit, ElementKind, Zone } from "~/domain/zone-model/zone-model";
import { type Caller, requirePermission } from "~/use-cases/use-case.server";
import { assetRows, conduitRows, findModelOf, zoneChoices, zoneRows } from "./model-parts.server";
import { presentKnownReleases } from "./present-model.server";

/** More rows than a person reads; the zone filter leads to the others. */
const MAX_ROWS = 300;
/** Value of the zone filter for assets that are in no zone. */
const NO_ZONE = "none";

export type TableQuery = { element: string | null; add: string | null; zone: string | null };

/** The same model as the diagram, as tables, with the form of the element that is picked. */
export async function presentModelTable(caller: Caller, modelId: string, query: TableQuery) {
  const { actor } = caller;
  requirePermission(actor, "model.read");
  const [model, releases] = await Promise.all([findModelOf(caller, modelId), presentKnownReleases(caller)]);
  const index = indexModel(model.draft);
  const mayEdit = mayDo(actor, "model.edit") && model.state === "drawing";
  const assets = model.draft.assets.filter(
    ({ zoneId }) => query.zone === null || zoneId === (query.zone === NO_ZONE ? null : query.zone),
  );
  const findings = evaluateRules(model.draft);
  return {
    modelId,
    version: model.draftVersion,
    state: model.state,
    mayEdit,
    zones: zoneRows(index),
    conduits: conduitRows(index),
    assets: assetRows(index, assets.slice(0, MAX_ROWS)),
    assetCount: assets.length,
    zoneFilter: { value: query.zone, noZone: NO_ZONE },
    findings: findings
      .slice(0, MAX_ROWS)
      .map(({ fix, ...finding }) => ({ ...finding, hasFix: fix !== undefined })),
    findingCount: findings.length,
    choices: {
      zones: zoneChoices(index),
      zoneTypes: REFERENCE_ZONE_TYPES.map(({ id, name }) => ({ id, name })),
      protocols: REFERENCE_PROTOCOLS.map(({ name }) => name),
      releases: releases.map(({ releaseId, productName, releaseVersion }) => ({
        id: releaseId,
        name: `${productName} ${releaseVersion}`,
      })),
    },
    picked: mayEdit ? pickedOf(index, query) : null,
  };
}

/** The element whose form is open, or the kind of a new one. */
type Picked =
  | { kind: "new"; of: ElementKind }
  | { kind: "zone"; zone: Zone; parents: ReturnType<typeof zoneChoices> }
  | { kind: "conduit"; conduit: Conduit }
  | { kind: "asset"; asset: Asset };

function pickedOf(index: ZoneModelIndex, { element, add }: TableQuery): Picked | null {
  if (add === "zone" || add === "conduit" || add === "asset") return { kind: "new", of: add };
  const zone = element === null ? undefined : index.zoneById.get(element);
  if (zone) {
    const inside = new Set([zone.id, ...descendantsOf(index, zone.id).map(({ id }) => id)]);
    return { kind: "zone", zone, parents: zoneChoices(index).filter(({ id }) => !inside.has(id)) };
  }
  const conduit = element === null ? undefined : index.conduitById.get(element);
  if (conduit) return { kind: "conduit", conduit };
  const asset = element === null ? undefined : index.assetById.get(element);
  if (asset) return { kind: "asset", asset };
  return null;
}

/** The one step that closes a finding in the draft as it is now; empty where it has closed already. */
export async function presentFix(
  caller: Caller,
  modelId: string,
  findingId: string,
): Promise<ReadonlyArray<ZoneModelCommand>> {
  requirePermission(caller.actor, "model.read");
  const model = await findModelOf(caller, modelId);
  return evaluateRules(model.draft).find(({ id }) => id === findingId)?.fix ?? [];
}
