import { mayDo } from "~/domain/access/permissions";
import { candidates } from "~/domain/assessment/questions/candidates";
import { FEWEST_OFFERS, MOST_OFFERS } from "~/domain/procurement/offer-comparison";
import { folded } from "~/domain/shared/folded";
import { toIsoDate } from "~/domain/shared/iso-date";
import { type Caller, requirePermission } from "~/use-cases/use-case.server";
import { listSharedDeclarations } from "~db/repositories/declarations";
import { listSharedNames } from "~db/repositories/shared-declarations";
import { type ComparedOffers, comparedOffers, type ShownGroup } from "./compared-offers.server";
import { toNamedProduct } from "./present-placement.server";
import { PRODUCTS_AT_MOST } from "./present-zone-candidates.server";
import { listTargetedZones } from "./targeted-zones.server";
import { findPublishedZone, type PublishedZone } from "./zone-of-revision.server";

export type OffersQuery = {
  model: string | null;
  zone: string | null;
  declarations: ReadonlyArray<string>;
  /** `all` = alike ones too, `weighing` = those that weigh alone. */
  show: string | null;
  find: string | null;
};

/** Which zone, which offers, or the offers side by side: as much as the address says. */
export async function presentOffers(caller: Caller, query: OffersQuery) {
  const { actor } = caller;
  requirePermission(actor, "assessment.read");
  requirePermission(actor, "offer-note.read");
  if (query.model === null || query.zone === null)
    return { step: "zone" as const, ...(await presentZones(caller)) };
  const place = await findPublishedZone(caller, query.model, query.zone);
  const { profile } = place;
  const chosen = [...new Set(query.declarations)];
  if (profile === null || chosen.length < FEWEST_OFFERS || chosen.length > MOST_OFFERS)
    return { step: "offers" as const, ...(await presentChoice(caller, place, chosen)) };
  const compared = await comparedOffers(caller, { ...place, profile }, chosen);
  return {
    step: "comparison" as const,
    ...compared,
    ...shownOf(compared, query),
    mayWrite: mayDo(actor, "offer-note.write"),
    mayDecide: mayDo(actor, "decision.record"),
  };
}

async function presentZones(caller: Caller) {
  const zones = await listTargetedZones(caller);
  return {
    zones: zones.map(({ modelId, modelName, zone }) => ({
      modelId,
      modelName,
      zoneId: zone.id,
      name: zone.name,
    })),
  };
}

async function presentChoice(
  { actor, database, now }: Caller,
  { revision, zone, profile }: PublishedZone,
  chosen: ReadonlyArray<string>,
) {
  const { organisationId } = actor;
  const shared = profile ? await listSharedNames(database.read, organisationId, {}) : [];
  const judged = await listSharedDeclarations(database.read, organisationId, {
    releaseIds: shared.slice(0, PRODUCTS_AT_MOST).map(({ releaseId }) => releaseId),
  });
  const rows = profile
    ? candidates(
        profile,
        judged.map((product) => ({ product, declaration: product.content })),
        toIsoDate(now),
      )
    : [];
  return {
    zone: { modelId: revision.modelId, id: zone.id, name: zone.name, slTarget: zone.slTarget },
    rows: rows.map(({ product, fit }) => ({
      ...toNamedProduct(product),
      verdict: fit.verdict,
      isChosen: chosen.includes(product.declarationId),
    })),
    judged: { count: shared.length, bound: PRODUCTS_AT_MOST },
    chosen: { count: chosen.length, most: MOST_OFFERS },
    problem: chosen.length > MOST_OFFERS ? ("too-many" as const) : null,
  };
}

const SHOWN = ["differences", "weighing", "all"] as const;

function isShown({ differs, weighs }: ShownGroup["rows"][number], show: (typeof SHOWN)[number]): boolean {
  switch (show) {
    case "differences":
      return differs;
    case "weighing":
      return weighs;
    case "all":
      return true;
  }
}

/** What the address asks to see of the rows: differences alone unless it says otherwise, and only what holds the words. */
function shownOf({ groups, rules }: ComparedOffers, query: OffersQuery) {
  const isAll = query.show === "all";
  const show = SHOWN.find((one) => one === query.show) ?? "differences";
  const find = query.find?.trim() ?? "";
  const wanted = folded(find);
  const holds = (row: ShownGroup["rows"][number]) =>
    wanted === "" ||
    [row.requirementId, row.title, ...row.cells.map(({ note }) => note)].some((text) =>
      folded(text).includes(wanted),
    );
  const shown = groups
    .map((group) => ({ ...group, rows: group.rows.filter((row) => isShown(row, show) && holds(row)) }))
    .filter((group) => group.rows.length > 0);
  return {
    groups: shown,
    rules: rules.filter((rule) => isAll || rule.differs),
    filter: { show, find },
    shownRows: shown.reduce((sum, group) => sum + group.rows.length, 0),
  };
}
