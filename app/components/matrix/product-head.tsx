import { useTranslation } from "~/i18n/use-translation";
import { paths } from "~/paths";
import { Link } from "../link";
import { OfferTick } from "../offers/compare-form";
import { type MatrixProduct, productTitle } from "./matrix-sizes";

type ProductHeadProps = {
  product: MatrixProduct;
  zoneCount: number;
  /** Where the grid remembers what is ticked, and its keys lead to what stands in the cell. */
  live?: { isTicked: boolean; onTick: (declarationId: string) => void };
};

/** What a row is about: a tick for comparing, the product with its way to all zones, its manufacturer. */
export function ProductHead({ product, zoneCount, live }: ProductHeadProps) {
  const { t } = useTranslation("assessment");
  const { declarationId, supplierName, matching } = product;
  const found = matching === null ? "" : ` · ${t("matrix.matching", { count: matching, total: zoneCount })}`;
  return (
    <span className="flex items-start gap-2">
      <OfferTick
        declarationId={declarationId}
        product={productTitle(product)}
        live={live && { isTicked: live.isTicked, onTick: () => live.onTick(declarationId) }}
      />
      <span className="min-w-0">
        <Link
          className="matrix-line"
          to={paths.placement(declarationId)}
          title={productTitle(product)}
          tabIndex={live ? -1 : undefined}
        >
          {productTitle(product)}
        </Link>
        <span className="matrix-about matrix-line">{`${supplierName}${found}`}</span>
      </span>
    </span>
  );
}
