import { COMPONENT_REQUIREMENTS } from "~/catalogue/catalogue";
import { computeCapability } from "~/domain/assessment/capability";
import { placements } from "~/domain/assessment/questions/placements";
import { VERDICTS } from "~/domain/assessment/verdict";
import { AppError } from "~/domain/shared/app-error";
import { toIsoDate } from "~/domain/shared/iso-date";
import { type Caller, requirePermission } from "~/use-cases/use-case.server";
import { findSeal } from "~db/repositories/declaration-seals";
import { findSharedDeclaration, type SharedDeclaration } from "~db/repositories/declarations";
import { readSort, sortRows, toShownFit } from "./shown-fit.server";
import { listTargetedZones, type TargetedZone } from "./targeted-zones.server";

export type PlacementQuery = {
  model: string | null;
  verdict: string | null;
  sort: string | null;
  direction: string | null;
};

/** So many zones are judged for one page; beyond it the page says so and the model can be chosen. */
export const ZONES_AT_MOST = 400;

/** Where may this product go: every zone with a target, best first, with what is missing for each. */
export async function presentPlacement(caller: Caller, declarationId: string, query: PlacementQuery) {
  const { actor, database, now } = caller;
  requirePermission(actor, "assessment.read");
  const [declaration, targeted] = await Promise.all([
    findSharedDeclaration(database.read, actor.organisationId, declarationId),
    listTargetedZones(caller),
  ]);
  if (!declaration) throw new AppError("not-found", "there is no such declaration");
  const asOf = toIsoDate(now);
  const inModel = targeted.filter(({ modelId }) => query.model === null || modelId === query.model);
  const rows = placements(
    declaration.content,
    inModel.slice(0, ZONES_AT_MOST).map((zone) => ({ place: zone, profile: zone.profile })),
    asOf,
  ).map(({ place, fit }) => ({ ...toPlace(place), fit: toShownFit(fit) }));
  const verdict = VERDICTS.find((one) => one === query.verdict) ?? null;
  const sort = readSort(["fit", "zone", "missing"], query);
  return {
    product: toNamedProduct(declaration),
    variants: declaration.content.facts.variants,
    slCapability: computeCapability(COMPONENT_REQUIREMENTS, declaration.content),
    rows: sortRows(
      rows.filter(({ fit }) => verdict === null || fit.verdict === verdict),
      sort,
      { zone: ({ zoneName }) => zoneName },
    ),
    counts: VERDICTS.map((one) => ({
      verdict: one,
      count: rows.filter(({ fit }) => fit.verdict === one).length,
    })),
    models: [...new Map(targeted.map(({ modelId, modelName }) => [modelId, modelName]))].map(
      ([id, name]) => ({ id, name }),
    ),
    isSealed: (await findSeal(database.read, declaration.supplierId, declarationId)) !== undefined,
    judged: { count: inModel.length, bound: ZONES_AT_MOST },
    sort,
    asOf,
  };
}

function toPlace({ modelId, modelName, revisionNumber, zone }: TargetedZone) {
  return { modelId, modelName, revisionNumber, zoneId: zone.id, zoneName: zone.name };
}

export function toNamedProduct(
  declaration: Pick<
    SharedDeclaration,
    "declarationId" | "productName" | "releaseVersion" | "declarationVersion" | "supplierName"
  >,
) {
  const { declarationId, productName, releaseVersion, declarationVersion, supplierName } = declaration;
  return { declarationId, productName, releaseVersion, declarationVersion, supplierName };
}
