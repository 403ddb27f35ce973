import { Callout } from "~/components/callout";
import { Link } from "~/components/link";
import { Panel } from "~/components/panel";
import { VerdictBadge } from "~/components/verdict-badge";
import type { PlacedProduct, ProductEffect } from "~/domain/assessment/placed-products";
import { compareVerdicts } from "~/domain/assessment/verdict";
import type { ZoneModelIndex } from "~/domain/zone-model/queries";
import { useTranslation } from "~/i18n/use-translation";
import { paths } from "~/paths";
import type { EditorActions } from "./editor-actions";
import type { PlacedProducts } from "./use-placed-products";

const MOST_SHOWN = 60;

type PlacedProductsPanelProps = {
  placed: PlacedProducts;
  index: ZoneModelIndex;
  modelId: string;
  actions: Pick<EditorActions, "show">;
};

/** How the products in the zones come out as the model is drawn now, worst first, and what the last edit changed. */
export function PlacedProductsPanel({ placed, index, modelId, actions }: PlacedProductsPanelProps) {
  const { t } = useTranslation("diagram");
  const { standing, answer, effects } = placed;
  const products = [...(standing?.values() ?? [])]
    .flatMap((zone) => zone.products)
    .sort((a, b) => compareVerdicts(b.verdict, a.verdict));
  const nameOf = (releaseId: string) =>
    answer?.ground.products.find((product) => product.releaseId === releaseId)?.name ?? releaseId;
  const zoneOf = (zoneId: string) => index.zoneById.get(zoneId)?.name ?? zoneId;
  const unknown = index.model.assets.filter(({ productReleaseId }) => productReleaseId === null).length;
  return (
    <Panel title={t("products.title")} id="products" description={t("products.description")}>
      {answer === null ? <p className="editor-none">{t("products.loading")}</p> : null}
      {effects.length > 0 ? <Effects effects={effects} nameOf={nameOf} zoneOf={zoneOf} /> : null}
      {answer !== null && products.length === 0 ? <p className="editor-none">{t("products.none")}</p> : null}
      <ul className="finding-list">
        {products.slice(0, MOST_SHOWN).map((product) => (
          <li key={`${product.zoneId} ${product.releaseId}`} className="finding">
            <ProductEntry
              product={product}
              name={nameOf(product.releaseId)}
              zoneName={zoneOf(product.zoneId)}
              onShow={() => actions.show({ kind: "asset", id: product.assetIds[0] ?? "" })}
            />
            <AssessmentLink product={product} modelId={modelId} answer={answer} />
          </li>
        ))}
      </ul>
      {products.length > MOST_SHOWN ? (
        <Link to={paths.matrix({ model: modelId })}>
          {t("products.more", { count: products.length - MOST_SHOWN })}
        </Link>
      ) : null}
      {answer !== null && answer.omitted > 0 ? (
        <p className="editor-none">{t("products.omitted", { count: answer.omitted })}</p>
      ) : null}
      {unknown > 0 ? (
        <p className="editor-none">
          {t("products.unknown", { count: unknown })}{" "}
          <Link to={paths.modelLinking(modelId)}>{t("linking:link")}</Link>
        </p>
      ) : null}
    </Panel>
  );
}

type Names = { nameOf(releaseId: string): string; zoneOf(zoneId: string): string };

function Effects({ effects, nameOf, zoneOf }: Names & { effects: ReadonlyArray<ProductEffect> }) {
  const { t } = useTranslation("diagram");
  const isWorse = effects.some(
    ({ before, after }) => compareVerdicts(after ?? "conforms", before ?? "conforms") > 0,
  );
  return (
    <Callout
      tone={isWorse ? "warning" : "success"}
      live
      title={t("products.effect", { count: effects.length })}
    >
      <ul className="list-disc ps-5">
        {effects.slice(0, 8).map(({ zoneId, releaseId, before, after }) => (
          <li key={`${zoneId} ${releaseId}`}>
            {t("products.changed", {
              product: nameOf(releaseId),
              zone: zoneOf(zoneId),
              before: before ? t(`components:verdict.${before}`) : t("products.absent"),
              after: after ? t(`components:verdict.${after}`) : t("products.absent"),
            })}
          </li>
        ))}
      </ul>
      {effects.length > 8 ? <p>{t("products.moreEffects", { count: effects.length - 8 })}</p> : null}
    </Callout>
  );
}

type ProductEntryProps = { product: PlacedProduct; name: string; zoneName: string; onShow(): void };

function ProductEntry({ product, name, zoneName, onShow }: ProductEntryProps) {
  const { t } = useTranslation("diagram");
  return (
    <button type="button" className="finding-pick" onClick={onShow}>
      <VerdictBadge verdict={product.verdict} />
      <span>{t("products.entry", { product: name, zone: zoneName, count: product.assetIds.length })}</span>
    </button>
  );
}

/** The draft is judged here; the page of an assessment holds products to what is published. */
function AssessmentLink({
  product: { zoneId, releaseId },
  modelId,
  answer,
}: {
  product: PlacedProduct;
  modelId: string;
  answer: PlacedProducts["answer"];
}) {
  const { t } = useTranslation("diagram");
  const declarationId = answer?.declarationIds[releaseId];
  if (!declarationId) return null;
  return (
    <div className="finding-more">
      <Link to={paths.assessment(modelId, zoneId, declarationId)}>{t("products.why")}</Link>
    </div>
  );
}
