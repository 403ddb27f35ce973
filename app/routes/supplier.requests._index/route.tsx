import type { LoaderFunctionArgs } from "@remix-run/node";
import { type MetaFunction, useLoaderData } from "@remix-run/react";
import { RequestTable } from "~/components/declaration/request-table";
import { FilterChips } from "~/components/filter-chips";
import { OlderPages } from "~/components/older-pages";
import { Page } from "~/components/page";
import { Panel } from "~/components/panel";
import { respond } from "~/http/respond.server";
import { pageTitle } from "~/i18n/page-title";
import { useTranslation } from "~/i18n/use-translation";
import { presentReceivedRequests } from "~/presenters/present-received-requests.server";

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, (t) => t("declaration:received.title"));

export const loader = (args: LoaderFunctionArgs) => {
  const search = new URL(args.request.url).searchParams;
  const query = { show: search.get("show"), releaseId: search.get("release"), before: search.get("before") };
  return respond(args, (caller) => presentReceivedRequests(caller, query));
};

export default function ReceivedRequestsPage() {
  const { t } = useTranslation("declaration");
  const { requests, older, views, release } = useLoaderData<typeof loader>();
  return (
    <Page
      title={t("received.title")}
      description={
        release
          ? t("received.forRelease", { product: release.productName, release: release.version })
          : t("received.description")
      }
      width="full"
    >
      <FilterChips
        label={t("filter.show")}
        param="show"
        options={views.map(({ view, count }) => ({ value: view, label: t(`received.view.${view}`), count }))}
      />
      <Panel flush>
        <RequestTable requests={requests} caption={t("received.caption")} hasVerdict={release !== null} />
      </Panel>
      <OlderPages older={older} />
    </Page>
  );
}
