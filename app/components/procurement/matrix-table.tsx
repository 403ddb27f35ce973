import { Link } from "@remix-run/react";
import { type KeyboardEvent, type SyntheticEvent, useRef, useState } from "react";
import type { Verdict } from "~/domain/assessment/assessment";
import type { SlVector } from "~/domain/security-level/security-level";
import { useTranslation } from "~/i18n/use-translation";
import { paths } from "~/paths";
import { OfferTick } from "../offers/compare-form";
import { useIsScrollable } from "../use-is-scrollable";
import { VerdictBadge } from "../verdict-badge";
import { MatrixDetail } from "./matrix-detail";

type MatrixZone = { modelId: string; modelName: string; zoneId: string; name: string; slTarget: SlVector };
type MatrixProduct = {
  declarationId: string;
  productName: string;
  releaseVersion: string;
  supplierName: string;
  slCapability: { native: SlVector; withCountermeasures: SlVector };
  verdicts: ReadonlyArray<Verdict>;
  /** In how many of all zones the wanted verdict stands; null where none is. */
  matching: number | null;
};
type MatrixTableProps = {
  /** Of all pages. */
  zoneCount: number;
  zones: ReadonlyArray<MatrixZone>;
  products: ReadonlyArray<MatrixProduct>;
  /** Cells of another verdict step back. */
  verdict: Verdict | null;
};

/** Products × zones. Both headers stay while the middle scrolls; every cell leads to its assessment. */
export function MatrixTable({ zoneCount, zones, products, verdict }: MatrixTableProps) {
  const { t } = useTranslation("assessment");
  const region = useRef<HTMLDivElement>(null);
  const isScrollable = useIsScrollable(region);
  const [cell, setCell] = useState<string | null>(null);
  const look = ({ target }: SyntheticEvent) => setCell((before) => cellOf(target) ?? before);
  const table = (
    // biome-ignore lint/a11y/useSemanticElements: a <section> would be a second heading level around the table
    <div
      ref={region}
      className="table-region"
      role="region"
      aria-label={t("matrix.title")}
      tabIndex={isScrollable ? 0 : undefined}
      onPointerOver={look}
      onFocus={look}
      onKeyDown={(event) => moveOn(event, region.current)}
    >
      <table className="data-table">
        <caption className="sr-only">{t("matrix.caption")}</caption>
        <thead>
          <tr>
            <th scope="col" className="left-0 z-20! max-w-40 sm:max-w-none">
              {t("common:product")}
            </th>
            {zones.map((zone) => (
              <th key={`${zone.modelId} ${zone.zoneId}`} scope="col" className="min-w-40 whitespace-normal!">
                <span className="block font-normal text-muted text-xs">{zone.modelName}</span>
                <Link className="block" to={paths.zoneProducts(zone.modelId, zone.zoneId)}>
                  {zone.name}
                </Link>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {products.map((product, line) => (
            <tr key={product.declarationId}>
              <th
                scope="row"
                className="sticky left-0 z-10 max-w-40 bg-surface whitespace-normal! sm:min-w-48 sm:max-w-64"
              >
                <span className="flex items-start gap-2">
                  <OfferTick
                    declarationId={product.declarationId}
                    product={`${product.productName} ${product.releaseVersion}`}
                  />
                  <span>
                    <Link className="block" to={paths.placement(product.declarationId)}>
                      {product.productName} {product.releaseVersion}
                    </Link>
                    <span className="block font-normal text-muted text-xs">{product.supplierName}</span>
                    {product.matching === null ? null : (
                      <span className="block font-normal text-muted text-xs">
                        {t("matrix.matching", { count: product.matching, total: zoneCount })}
                      </span>
                    )}
                  </span>
                </span>
              </th>
              {zones.map((zone, place) => (
                <MatrixCell
                  key={`${zone.modelId} ${zone.zoneId}`}
                  cell={`${line}:${place}`}
                  zone={zone}
                  product={product}
                  found={product.verdicts[place]}
                  isAside={verdict !== null && product.verdicts[place] !== verdict}
                />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
  const [line, place] = (cell ?? "").split(":").map(Number);
  const [product, zone] = [products[line ?? -1], zones[place ?? -1]];
  const found = product?.verdicts[place ?? -1];
  return (
    <>
      {table}
      <MatrixDetail looked={product && zone && found ? { product, zone, verdict: found } : null} />
    </>
  );
}

function cellOf(target: EventTarget): string | null {
  const cell = target instanceof Element ? target.closest("td")?.querySelector("[data-cell]") : null;
  return cell?.getAttribute("data-cell") ?? null;
}

const STEPS: Readonly<Record<string, readonly [lines: number, places: number]>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
};

/** From cell to cell; at the edge, and outside of the cells, the keys scroll as ever. */
function moveOn(event: KeyboardEvent, region: HTMLElement | null): void {
  const step = STEPS[event.key];
  const from = event.target instanceof Element ? event.target.getAttribute("data-cell") : null;
  if (!step || from === null) return;
  const [line = 0, place = 0] = from.split(":").map(Number);
  const next = region?.querySelector<HTMLElement>(`[data-cell="${line + step[0]}:${place + step[1]}"]`);
  if (!next) return;
  event.preventDefault();
  next.focus();
}

type CellProps = {
  zone: MatrixZone;
  product: MatrixProduct;
  found: Verdict | undefined;
  /** Row and column, for the arrow keys. */
  cell: string;
  isAside: boolean;
};

/** A mark and a word: levels and reason of the cell that is looked at stand below the table. */
function MatrixCell({ zone, product, found, cell, isAside }: CellProps) {
  const { t } = useTranslation("assessment");
  if (found === undefined) return <td />;
  const names = { product: product.productName, zone: zone.name, verdict: t(`components:verdict.${found}`) };
  return (
    <td>
      <Link
        to={paths.assessment(zone.modelId, zone.zoneId, product.declarationId)}
        data-cell={cell}
        aria-label={t("matrix.cell", names)}
      >
        {isAside ? names.verdict : <VerdictBadge verdict={found} />}
      </Link>
    </td>
  );
}
