import type { LoaderFunctionArgs } from "@remix-run/node";
import { type MetaFunction, useLoaderData } from "@remix-run/react";
import { ButtonLink } from "~/components/button-link";
import { CountText } from "~/components/count-text";
import { EmptyState } from "~/components/empty-state";
import { FilterChips } from "~/components/filter-chips";
import { LevelStripLegend } from "~/components/level-strip-legend";
import { CompareForm } from "~/components/offers/compare-form";
import { Page } from "~/components/page";
import { MatrixSupplier } from "~/components/procurement/matrix-supplier";
import { MatrixTable } from "~/components/procurement/matrix-table";
import { NextPage } from "~/components/procurement/next-page";
import { ZonePages } from "~/components/procurement/zone-pages";
import { respond } from "~/http/respond.server";
import { pageTitle } from "~/i18n/page-title";
import { useTranslation } from "~/i18n/use-translation";
import { paths } from "~/paths";
import { presentMatrix } from "~/presenters/present-matrix.server";

export const meta: MetaFunction = ({ matches }) =>
  pageTitle(matches, (t) => t("assessment:matrix.pageTitle"));

export const loader = (args: LoaderFunctionArgs) => {
  const search = new URL(args.request.url).searchParams;
  const query = {
    model: search.get("model"),
    verdict: search.get("verdict"),
    supplier: search.get("supplier") || null,
    after: search.get("page"),
    zonePage: Number(search.get("zones") ?? 1),
  };
  return respond(args, (caller) => presentMatrix(caller, query));
};

export default function MatrixPage() {
  const { t } = useTranslation("assessment");
  const page = useLoaderData<typeof loader>();
  const options = (entries: ReadonlyArray<{ id: string; name: string }>) =>
    entries.map(({ id, name }) => ({ value: id, label: name }));
  const verdicts = page.counts.map(({ verdict, count }) => ({
    value: verdict,
    label: t(`components:verdict.${verdict}`),
    count: count ?? undefined,
  }));
  return (
    <Page title={t("matrix.title")} description={t("matrix.description")} width="full">
      {page.models.length > 1 ? (
        <FilterChips label={t("matrix.model")} param="model" options={options(page.models)} />
      ) : null}
      <FilterChips label={t("matrix.verdict")} param="verdict" options={verdicts} />
      <MatrixSupplier suppliers={page.suppliers} chosen={page.filter.supplier} />
      <MatrixBody page={page} />
    </Page>
  );
}

function MatrixBody({ page }: { page: ReturnType<typeof useLoaderData<typeof loader>> }) {
  const { t } = useTranslation("assessment");
  if (page.zones.length === 0)
    return (
      <EmptyState
        title={t("matrix.noZones")}
        icon="zone"
        action={<ButtonLink to={paths.models()}>{t("matrix.openModels")}</ButtonLink>}
      >
        {t("matrix.noZonesText")}
      </EmptyState>
    );
  if (page.suppliers.length === 0)
    return (
      <EmptyState
        title={t("matrix.noProducts")}
        icon="product"
        action={<ButtonLink to={paths.requests()}>{t("matrix.openRequests")}</ButtonLink>}
      >
        {t("matrix.noProductsText")}
      </EmptyState>
    );
  if (page.products.length === 0 && page.next === null)
    return <EmptyState title={t("matrix.noMatch")}>{t("matrix.noMatchText")}</EmptyState>;
  return (
    <>
      <LevelStripLegend />
      <CompareForm zones={page.zonesToChoose} />
      <ZonePages {...page.zonePaging} />
      <MatrixTable
        zoneCount={page.zonePaging.count}
        zones={page.zones}
        products={page.products}
        verdict={page.filter.verdict}
      />
      <p className="text-muted">
        {t("matrix.onThisPage", { count: page.products.length })}{" "}
        <CountText count={page.total} bound={page.totalBound} />
      </p>
      {page.filter.verdict !== null && page.isCut ? (
        <p className="text-muted">{t("matrix.lookedAt", { bound: page.totalBound })}</p>
      ) : null}
      <NextPage after={page.next}>{t("matrix.next")}</NextPage>
    </>
  );
}
