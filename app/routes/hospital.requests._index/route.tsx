import { type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { type MetaFunction, useLoaderData } from "@remix-run/react";
import { ButtonLink } from "~/components/button-link";
import { EmptyState } from "~/components/empty-state";
import { FilterChips } from "~/components/filter-chips";
import { OlderPages } from "~/components/older-pages";
import { Page } from "~/components/page";
import { useRequestStateText } from "~/components/procurement/badges";
import { RequestTable } from "~/components/procurement/request-table";
import { ViewBar } from "~/components/saved-views/view-bar";
import { RequestTabs } from "~/components/tender/request-tabs";
import { respond } from "~/http/respond.server";
import { pageTitle } from "~/i18n/page-title";
import { useTranslation } from "~/i18n/use-translation";
import { paths } from "~/paths";
import { presentRequests } from "~/presenters/present-requests.server";
import { defaultSearchOf, viewsOfPage } from "~/presenters/saved-views.server";

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, (t) => t("request:pageTitle"));

export const loader = (args: LoaderFunctionArgs) => {
  const search = new URL(args.request.url).searchParams;
  const query = { state: search.get("state"), before: search.get("before") };
  return respond(args, async (caller) => {
    const standard = await defaultSearchOf(caller, "requests", search);
    if (standard) throw redirect(`${paths.requests()}${standard}`);
    return {
      ...(await presentRequests(caller, query)),
      saved: await viewsOfPage(caller, "requests", search),
    };
  });
};

export default function RequestsPage() {
  const { t } = useTranslation("request");
  const stateText = useRequestStateText();
  const page = useLoaderData<typeof loader>();
  const ask =
    page.mayCreate && page.canCreate ? (
      <ButtonLink to={paths.newRequest()} variant="primary">
        {t("new")}
      </ButtonLink>
    ) : null;
  if (page.total === 0)
    return (
      <Page title={t("title")} description={t("description")}>
        <EmptyState
          title={t("list.empty")}
          action={page.canCreate ? ask : <ButtonLink to={paths.models()}>{t("list.openModels")}</ButtonLink>}
        >
          {page.canCreate ? t("list.emptyText") : t("list.emptyNoRevision")}
        </EmptyState>
      </Page>
    );
  const states = page.counts
    .filter(({ count }) => count > 0)
    .map(({ state, count }) => ({ value: state, label: stateText(state), count }));
  const overdue =
    page.overdue > 0 ? [{ value: "overdue", label: t("list.overdue"), count: page.overdue }] : [];
  return (
    <Page
      title={t("title")}
      description={t("description")}
      tabs={<RequestTabs />}
      actions={
        <>
          <ButtonLink to={paths.offers()}>{t("offers:links.compare")}</ButtonLink>
          {ask}
        </>
      }
    >
      <ViewBar {...page.saved} />
      <FilterChips label={t("list.state")} param="state" options={[...states, ...overdue]} />
      <RequestTable requests={page.requests} />
      <OlderPages older={page.older} />
    </Page>
  );
}
