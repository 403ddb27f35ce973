import { Link } from "@remix-run/react";
import { useRef } from "react";
import type { Verdict } from "~/domain/assessment/assessment";
import type { SlVector } from "~/domain/security-level/security-level";
import { useTranslation } from "~/i18n/use-translation";
import { paths } from "~/paths";
import { LevelStrip } from "../level-strip";
import { OfferTick } from "../offers/compare-form";
import { useIsScrollable } from "../use-is-scrollable";
import { VerdictBadge } from "../verdict-badge";

type MatrixZone = { modelId: string; modelName: string; zoneId: string; name: string; slTarget: SlVector };
type MatrixProduct = {
  declarationId: string;
  productName: string;
  releaseVersion: string;
  supplierName: string;
  slCapability: { native: SlVector; withCountermeasures: SlVector };
  verdicts: ReadonlyArray<Verdict>;
};
type MatrixTableProps = {
  zones: ReadonlyArray<MatrixZone>;
  products: ReadonlyArray<MatrixProduct>;
  /** Cells of another verdict step back. */
  verdict: Verdict | null;
};

/** Products × zones. Both headers stay while the middle scrolls; every cell leads to its assessment. */
export function MatrixTable({ zones, products, verdict }: MatrixTableProps) {
  const { t } = useTranslation("assessment");
  const region = useRef<HTMLDivElement>(null);
  const isScrollable = useIsScrollable(region);
  return (
    // biome-ignore lint/a11y/useSemanticElements: a <section> would be a second heading level around the table
    <div
      ref={region}
      className="table-region"
      role="region"
      aria-label={t("matrix.title")}
      tabIndex={isScrollable ? 0 : undefined}
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
          {products.map((product) => (
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
                  </span>
                </span>
              </th>
              {zones.map((zone, place) => (
                <MatrixCell
                  key={`${zone.modelId} ${zone.zoneId}`}
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
}

type CellProps = { zone: MatrixZone; product: MatrixProduct; found: Verdict | undefined; isAside: boolean };

function MatrixCell({ zone, product, found, isAside }: CellProps) {
  const { t } = useTranslation("assessment");
  if (found === undefined) return <td />;
  const names = { product: product.productName, zone: zone.name, verdict: t(`components:verdict.${found}`) };
  if (isAside)
    return (
      <td>
        <Link
          to={paths.assessment(zone.modelId, zone.zoneId, product.declarationId)}
          aria-label={t("matrix.cell", names)}
        >
          {t(`components:verdict.${found}`)}
        </Link>
      </td>
    );
  return (
    <td>
      <Link
        to={paths.assessment(zone.modelId, zone.zoneId, product.declarationId)}
        className="inline-grid justify-items-start gap-1"
        aria-label={t("matrix.cell", names)}
      >
        <VerdictBadge verdict={found} />
        <LevelStrip
          size="small"
          target={zone.slTarget}
          reached={product.slCapability.native}
          withCountermeasures={product.slCapability.withCountermeasures}
        />
      </Link>
    </td>
  );
}
