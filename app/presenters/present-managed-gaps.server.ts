import { COMPONENT_REQUIREMENT_BY_ID } from "~/catalogue/catalogue";
import { OPEN_REASONS } from "~/domain/management/open-rows";
import { FOUNDATIONAL_REQUIREMENTS } from "~/domain/security-level/security-level";
import { toIsoDate } from "~/domain/shared/iso-date";
import { type Caller, requirePermission } from "~/use-cases/use-case.server";
import { listSharedNames } from "~db/repositories/shared-declarations";
import { pageOf } from "./page-of.server";
import { zonesOverTime } from "./zone-standings.server";

const PAGE = 50;

/** Every row that a product leaves open in a zone where it stands: by site, model, zone and product. */
export async function presentManagedGaps(
  caller: Caller,
  query: { fr: string | null; why: string | null; page: number | undefined },
) {
  const { actor, database, now } = caller;
  requirePermission(actor, "management.read");
  const today = toIsoDate(now);
  const fr = FOUNDATIONAL_REQUIREMENTS.find((one) => one === query.fr) ?? null;
  const why = OPEN_REASONS.find((one) => one === query.why) ?? null;
  const { days } = await zonesOverTime(caller, [today]);
  const all = (days[0]?.zones ?? []).flatMap(({ modelId, modelName, zone, products }) =>
    products.flatMap(({ releaseId, declarationId, open }) =>
      open
        .filter((row) => fr === null || row.foundationalRequirement === fr)
        .filter((row) => why === null || row.why === why)
        .map((row) => ({
          ...{ ...row, modelId, modelName, zoneId: zone.id, zoneName: zone.name, releaseId },
          declarationId: declarationId ?? "",
        })),
    ),
  );
  const { entries, paging } = pageOf(all, PAGE, query.page);
  const names = await listSharedNames(database.read, actor.organisationId, {
    releaseIds: [...new Set(entries.map(({ releaseId }) => releaseId))],
  });
  return {
    gaps: entries.map((gap) => {
      const name = names.find(({ releaseId }) => releaseId === gap.releaseId);
      return {
        ...gap,
        title: COMPONENT_REQUIREMENT_BY_ID.get(gap.requirementId)?.title ?? "",
        productName: name?.productName ?? "",
        releaseVersion: name?.releaseVersion ?? "",
        supplierName: name?.supplierName ?? "",
      };
    }),
    paging,
    filter: { fr, why },
    today,
  };
}
