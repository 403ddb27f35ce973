import type { Verdict } from "~/domain/assessment/assessment";
import { verdictAt } from "~/domain/assessment/verdict-codes";
import { useTranslation } from "~/i18n/use-translation";
import { paths } from "~/paths";
import { Link } from "../link";
import { type MatrixProduct, type MatrixZone, productTitle } from "./matrix-sizes";
import { ProductHead } from "./product-head";
import { VerdictMark } from "./verdict-mark";

type DrawnMatrixProps = {
  /** Those of the page of zones, and the first one's place among all. */
  zones: ReadonlyArray<MatrixZone>;
  firstZone: number;
  zoneCount: number;
  products: ReadonlyArray<MatrixProduct>;
  verdict: Verdict | null;
};

/** As the server draws it, and all there is without a script: a page of products by a page of zones. */
export function DrawnMatrix({ zones, firstZone, zoneCount, products, verdict }: DrawnMatrixProps) {
  const { t } = useTranslation("assessment");
  return (
    // biome-ignore lint/a11y/useSemanticElements: a <section> would be a second heading level around the table
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by keyboard
    <div className="table-region matrix-region" role="region" aria-label={t("matrix.title")} tabIndex={0}>
      <table className="data-table matrix">
        <caption className="sr-only">{t("matrix.caption")}</caption>
        <thead>
          <tr>
            <th scope="col" className="matrix-head">
              {t("common:product")}
            </th>
            {zones.map(({ modelId, modelName, zoneId, name }) => (
              <th key={`${modelId} ${zoneId}`} scope="col">
                <span className="matrix-about">{modelName}</span>
                <Link to={paths.zoneProducts(modelId, zoneId)}>{name}</Link>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {products.map((product) => (
            <tr key={product.declarationId}>
              <th scope="row" className="matrix-head">
                <ProductHead product={product} zoneCount={zoneCount} />
              </th>
              {zones.map(({ modelId, zoneId }, place) => {
                const found = verdictAt(product.codes, firstZone + place);
                if (!found) return <td key={`${modelId} ${zoneId}`} />;
                const word = t(`components:verdict.${found}`);
                return (
                  <td
                    key={`${modelId} ${zoneId}`}
                    className={verdict !== null && found !== verdict ? "is-aside" : undefined}
                  >
                    <Link
                      to={paths.assessment(modelId, zoneId, product.declarationId)}
                      title={word}
                      aria-label={`${productTitle(product)}: ${word}`}
                    >
                      <VerdictMark verdict={found} />
                    </Link>
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
