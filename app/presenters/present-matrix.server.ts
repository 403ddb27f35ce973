import { COMPONENT_REQUIREMENTS } from "~/catalogue/catalogue";
import { judge } from "~/domain/assessment/assess";
import { computeCapability } from "~/domain/assessment/capability";
import { VERDICTS } from "~/domain/assessment/verdict";
import { toNotation } from "~/domain/security-level/security-level";
import { toIsoDate } from "~/domain/shared/iso-date";
import { type Caller, requirePermission } from "~/use-cases/use-case.server";
import { listSharedDeclarations, type SharedDeclaration } from "~db/repositories/declarations";
import { listTargetedZones, type TargetedZone } from "./assessment-of-pair.server";

export type MatrixQuery = {
  model: string | null;
  verdict: string | null;
  supplier: string | null;
  /** The declaration that ended the page before. */
  after: string | null;
};

/** Products a page at most, fewer where many zones make the table wide: every cell carries a drawing. */
const PRODUCTS_A_PAGE = 50;
const CELLS_A_PAGE = 2_000;
/** A verdict takes a good half millisecond, once: so many products are looked at for one page of a filter … */
const SCAN_LIMIT = 100;
/** … and verdicts are counted over all products only where that many suffice. */
const COUNT_LIMIT = 1_000;

/** Products × zones: the newest shared declarations against the zones of the latest revisions, as of today. */
export async function presentMatrix(caller: Caller, query: MatrixQuery) {
  const { actor, database, now } = caller;
  requirePermission(actor, "assessment.read");
  const [targeted, shared] = await Promise.all([
    listTargetedZones(caller),
    listSharedDeclarations(database.read, actor.organisationId),
  ]);
  const zones = targeted.filter(({ modelId }) => query.model === null || modelId === query.model);
  const asOf = toIsoDate(now);
  const verdict = VERDICTS.find((one) => one === query.verdict) ?? null;
  const candidates = shared.filter(
    ({ supplierId }) => query.supplier === null || supplierId === query.supplier,
  );
  const judgeRow = (declaration: SharedDeclaration) => ({
    declaration,
    verdicts: zones.map(({ profile }) => judge(profile, declaration.content, asOf).verdict),
  });
  const rest = candidates.slice(
    candidates.findIndex(({ declarationId }) => declarationId === query.after) + 1,
  );
  const size = Math.max(5, Math.min(PRODUCTS_A_PAGE, Math.floor(CELLS_A_PAGE / Math.max(1, zones.length))));
  const page: Array<ReturnType<typeof judgeRow>> = [];
  let looked = 0;
  while (looked < Math.min(rest.length, SCAN_LIMIT) && page.length < size) {
    const row = rest.slice(looked, looked + 1).map(judgeRow);
    page.push(...row.filter(({ verdicts }) => verdict === null || verdicts.includes(verdict)));
    looked += 1;
  }
  const targets = new Set(zones.map(({ zone }) => toNotation(zone.slTarget)));
  const isCountable = candidates.length * targets.size <= COUNT_LIMIT;
  const all = isCountable ? candidates.flatMap((declaration) => judgeRow(declaration).verdicts) : [];
  return {
    zones: zones.map(toColumn),
    products: page.map(({ declaration, verdicts }) => ({
      ...toProduct(declaration),
      // The same in every zone: what a product reaches does not depend on where it goes.
      slCapability: computeCapability(COMPONENT_REQUIREMENTS, declaration.content),
      verdicts,
    })),
    /** Over all pages; null where there are too many to count. */
    counts: VERDICTS.map((one) => ({
      verdict: one,
      count: isCountable ? all.filter((found) => found === one).length : null,
    })),
    total: candidates.length,
    next: looked < rest.length ? (rest[looked - 1]?.declarationId ?? null) : null,
    models: distinct(targeted, ({ modelId, modelName }) => [modelId, modelName]),
    suppliers: distinct(shared, ({ supplierId, supplierName }) => [supplierId, supplierName]),
    filter: { model: query.model, verdict, supplier: query.supplier },
    asOf,
  };
}

function toColumn({ modelId, modelName, revisionNumber, zone }: TargetedZone) {
  return { modelId, modelName, revisionNumber, zoneId: zone.id, name: zone.name, slTarget: zone.slTarget };
}

function toProduct(declaration: SharedDeclaration) {
  const { declarationId, productName, releaseVersion, declarationVersion, supplierName } = declaration;
  return { declarationId, productName, releaseVersion, declarationVersion, supplierName };
}

function distinct<Entry>(
  entries: ReadonlyArray<Entry>,
  pairOf: (entry: Entry) => [id: string, name: string],
): ReadonlyArray<{ id: string; name: string }> {
  return [...new Map(entries.map(pairOf))].map(([id, name]) => ({ id, name }));
}
