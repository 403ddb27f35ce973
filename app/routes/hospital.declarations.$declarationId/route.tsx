import type { LoaderFunctionArgs } from "@remix-run/node";
import { type MetaFunction, useLoaderData } from "@remix-run/react";
import { JudgedNote } from "~/components/assessment/judged-note";
import { PlacementTable } from "~/components/assessment/placement-table";
import { ButtonLink } from "~/components/button-link";
import { CoveredVariants } from "~/components/declaration/covered-variants";
import { ExportFiles } from "~/components/declaration/export-files";
import { EmptyState } from "~/components/empty-state";
import { FilterChips } from "~/components/filter-chips";
import { LevelStripLegend } from "~/components/level-strip-legend";
import { Page } from "~/components/page";
import { respond } from "~/http/respond.server";
import { pageTitle } from "~/i18n/page-title";
import { useTranslation } from "~/i18n/use-translation";
import { paths } from "~/paths";
import { presentPlacement } from "~/presenters/present-placement.server";

export const meta: MetaFunction = ({ matches }) =>
  pageTitle(matches, (t) => t("questions:placement.pageTitle"));

export const loader = (args: LoaderFunctionArgs) => {
  const search = new URL(args.request.url).searchParams;
  const query = {
    model: search.get("model"),
    verdict: search.get("verdict"),
    sort: search.get("sort"),
    direction: search.get("direction"),
  };
  return respond(args, (caller) => presentPlacement(caller, args.params.declarationId ?? "", query));
};

export default function PlacementPage() {
  const { t } = useTranslation("questions");
  const { product, variants, models, counts, rows, judged, sort, isSealed } = useLoaderData<typeof loader>();
  return (
    <Page
      title={t("placement.title", { product: product.productName })}
      description={t("placement.byline", {
        supplier: product.supplierName,
        release: product.releaseVersion,
        version: product.declarationVersion,
      })}
      breadcrumb={[{ label: t("assessment:matrix.title"), to: paths.matrix() }]}
      width="full"
    >
      <CoveredVariants variants={variants} />
      <ExportFiles
        hrefOf={(file) => paths.sharedDeclarationFile(product.declarationId, file)}
        state="signed"
        isSealed={isSealed}
      />
      {models.length === 0 ? (
        <EmptyState
          title={t("placement.noZones")}
          icon="zone"
          action={<ButtonLink to={paths.models()}>{t("placement.toModels")}</ButtonLink>}
        >
          {t("placement.noZonesText")}
        </EmptyState>
      ) : (
        <>
          <p className="text-muted">{t("placement.description")}</p>
          {models.length > 1 ? (
            <FilterChips
              label={t("placement.model")}
              param="model"
              options={models.map(({ id, name }) => ({ value: id, label: name }))}
            />
          ) : null}
          <FilterChips
            label={t("placement.verdict")}
            param="verdict"
            options={counts.map(({ verdict, count }) => ({
              value: verdict,
              label: t(`components:verdict.${verdict}`),
              count,
            }))}
          />
          <LevelStripLegend />
          <PlacementTable product={product} rows={rows} sort={sort} />
          <JudgedNote of="placement" {...judged} />
        </>
      )}
    </Page>
  );
}
