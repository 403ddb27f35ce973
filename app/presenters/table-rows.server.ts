import type { FoundElements } from "~/domain/zone-model/find-elements";
import {
  assetsIn,
  conduitsOf,
  depthOf,
  type ZoneModelIndex,
  zonesOutsideIn,
} from "~/domain/zone-model/queries";
import type { Caller } from "~/use-cases/use-case.server";
import { assetRows, conduitRows } from "./model-parts.server";
import { pageOf } from "./page-of.server";
import type { ModelProducts } from "./present-model-products.server";
import { tableApprovals } from "./table-approvals.server";
import { levelsIn } from "./table-outline.server";
import type { TableQuery } from "./table-query.server";
import { targetStandings } from "./target-standings.server";

const ROWS_PER_PAGE = { zones: 50, conduits: 25, assets: 50 };

type Parts = {
  modelId: string;
  index: ZoneModelIndex;
  found: FoundElements;
  products: ModelProducts;
  query: TableQuery;
};

/** One page of zones, of conduits and of assets, narrowed to what is looked for. */
export async function tableRows({ actor, database }: Caller, parts: Parts) {
  const { modelId, index, found, products, query } = parts;
  const meant = new Set(found.zones);
  const inOrder = zonesOutsideIn(index).filter((zone) => meant.has(zone));
  const zones = pageOf(inOrder, ROWS_PER_PAGE.zones, query.pages?.zones);
  const conduits = pageOf(found.conduits, ROWS_PER_PAGE.conduits, query.pages?.conduits);
  const assets = pageOf(found.assets, ROWS_PER_PAGE.assets, query.pages?.assets);
  const draft = { zones: [...zones.entries], conduits: [...conduits.entries] };
  const standings = await targetStandings(database.read, actor.organisationId, { modelId, draft });
  const levels = levelsIn(
    index,
    products.ground,
    zones.entries.map(({ id }) => id),
  );
  const approvals = tableApprovals(index, products, assets.entries);
  return {
    zones: zones.entries.map(({ id, name, trustClass, slTarget, owner }) => ({
      ...{ id, name, trustClass, slTarget, owner },
      depth: depthOf(index, id),
      assets: assetsIn(index, id).length,
      conduits: conduitsOf(index, id).length,
      levels: levels.get(id) ?? null,
      standing: standings.get(`zone:${id}`),
    })),
    zonePaging: zones.paging,
    conduits: conduitRows(index, conduits.entries).map(({ riskAssessment: _reasons, ...conduit }) => ({
      ...conduit,
      standing: standings.get(`conduit:${conduit.id}`),
    })),
    conduitPaging: conduits.paging,
    assets: assetRows(index, assets.entries).map((asset, place) => ({
      ...asset,
      approval: approvals[place] ?? null,
    })),
    assetCount: assets.paging.count,
    assetPaging: assets.paging,
  };
}
