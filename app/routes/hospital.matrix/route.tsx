import { type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { type MetaFunction, useLoaderData } from "@remix-run/react";
import { ButtonLink } from "~/components/button-link";
import { EmptyState } from "~/components/empty-state";
import { FilterChips } from "~/components/filter-chips";
import { MatrixBoard } from "~/components/matrix/matrix-board";
import { Page } from "~/components/page";
import { MatrixSupplier } from "~/components/procurement/matrix-supplier";
import { ViewBar } from "~/components/saved-views/view-bar";
import { respond } from "~/http/respond.server";
import { pageTitle } from "~/i18n/page-title";
import { useTranslation } from "~/i18n/use-translation";
import { paths } from "~/paths";
import { readMatrixQuery } from "~/presenters/matrix-query.server";
import { presentMatrix } from "~/presenters/present-matrix.server";
import { defaultSearchOf, viewsOfPage } from "~/presenters/saved-views.server";

export const meta: MetaFunction = ({ matches }) =>
  pageTitle(matches, (t) => t("assessment:matrix.pageTitle"));

export const loader = (args: LoaderFunctionArgs) => {
  const search = new URL(args.request.url).searchParams;
  return respond(args, async (caller) => {
    const standard = await defaultSearchOf(caller, "matrix", search);
    if (standard) throw redirect(`${paths.matrix()}${standard}`);
    return {
      ...(await presentMatrix(caller, readMatrixQuery(args.request))),
      saved: await viewsOfPage(caller, "matrix", search),
    };
  });
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
      <ViewBar {...page.saved} />
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
  return <MatrixBoard {...page} />;
}
