import { COMPONENT_REQUIREMENTS } from "~/catalogue/catalogue";
import type { Verdict } from "~/domain/assessment/assessment";
import { computeCapability } from "~/domain/assessment/capability";
import { compileEngine } from "~/domain/assessment/engine/engine";
import { verdictAt } from "~/domain/assessment/engine/verdicts";
import { VERDICTS } from "~/domain/assessment/verdict";
import { type IsoDate, toIsoDate } from "~/domain/shared/iso-date";
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
/** So many products are looked at for one page of a filter, and verdicts are counted over all where that is enough. */
const LOOKED_AT_MOST = 500;

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
  const start = candidates.findIndex(({ declarationId }) => declarationId === query.after) + 1;
  const isCountable = candidates.length <= LOOKED_AT_MOST;
  const judged = judgeRows(
    zones,
    isCountable ? candidates : candidates.slice(start, start + LOOKED_AT_MOST),
    asOf,
  );
  const rest = isCountable ? judged.slice(start) : judged;
  const size = Math.max(5, Math.min(PRODUCTS_A_PAGE, Math.floor(CELLS_A_PAGE / Math.max(1, zones.length))));
  const fitting = rest.filter(({ verdicts }) => verdict === null || verdicts.includes(verdict));
  const page = fitting.slice(0, size);
  // The next page begins behind the last row shown, or behind everything looked at where no more fits.
  const last = fitting.length > size ? page.at(-1) : rest.at(-1);
  const isLast = last === undefined || last.declaration === candidates.at(-1);
  const all = isCountable ? judged.flatMap(({ verdicts }) => verdicts) : [];
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
    next: isLast ? null : last.declaration.declarationId,
    models: distinct(targeted, ({ modelId, modelName }) => [modelId, modelName]),
    suppliers: distinct(shared, ({ supplierId, supplierName }) => [supplierId, supplierName]),
    filter: { model: query.model, verdict, supplier: query.supplier },
    asOf,
  };
}

type JudgedRow = { declaration: SharedDeclaration; verdicts: ReadonlyArray<Verdict> };

/** The engine gives the verdicts of `judge` for all pairs at once; what they rest on is worked out when one is opened. */
function judgeRows(
  zones: ReadonlyArray<TargetedZone>,
  declarations: ReadonlyArray<SharedDeclaration>,
  asOf: IsoDate,
): ReadonlyArray<JudgedRow> {
  const engine = compileEngine({
    requirements: COMPONENT_REQUIREMENTS,
    asOf,
    profiles: zones.map(({ profile }) => profile),
    declarations: declarations.map(({ content }) => content),
  });
  return declarations.map((declaration, place) => ({
    declaration,
    verdicts: zones.map((_, column) => verdictAt(engine, column, place)),
  }));
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
