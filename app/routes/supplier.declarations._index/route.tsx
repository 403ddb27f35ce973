import type { LoaderFunctionArgs } from "@remix-run/node";
import { type MetaFunction, useLoaderData } from "@remix-run/react";
import { DeclarationTable } from "~/components/declaration/declaration-table";
import { FilterChips } from "~/components/filter-chips";
import { NumberedPages } from "~/components/numbered-pages";
import { Page } from "~/components/page";
import { Panel } from "~/components/panel";
import { respond } from "~/http/respond.server";
import { pageTitle } from "~/i18n/page-title";
import { useTranslation } from "~/i18n/use-translation";
import { presentDeclarations } from "~/presenters/present-declarations.server";

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, (t) => t("declaration:list.title"));

export const loader = (args: LoaderFunctionArgs) => {
  const search = new URL(args.request.url).searchParams;
  const query = { show: search.get("show"), page: Number(search.get("page")) };
  return respond(args, (caller) => presentDeclarations(caller, query));
};

export default function DeclarationsPage() {
  const { t } = useTranslation("declaration");
  const { declarations, paging, views } = useLoaderData<typeof loader>();
  return (
    <Page title={t("list.title")} description={t("list.description")}>
      <FilterChips
        label={t("filter.show")}
        param="show"
        options={views.map(({ view, count }) => ({ value: view, label: t(`list.view.${view}`), count }))}
      />
      <Panel flush>
        <DeclarationTable declarations={declarations} />
      </Panel>
      <NumberedPages paging={paging} />
    </Page>
  );
}
