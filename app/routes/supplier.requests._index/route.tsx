import type { LoaderFunctionArgs } from "@remix-run/node";
import { type MetaFunction, useLoaderData } from "@remix-run/react";
import { RequestTable } from "~/components/declaration/request-table";
import { Page } from "~/components/page";
import { Panel } from "~/components/panel";
import { respond } from "~/http/respond.server";
import { pageTitle } from "~/i18n/page-title";
import { useTranslation } from "~/i18n/use-translation";
import { presentReceivedRequests } from "~/presenters/present-received-requests.server";

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, (t) => t("declaration:received.title"));

export const loader = (args: LoaderFunctionArgs) => respond(args, presentReceivedRequests);

export default function ReceivedRequestsPage() {
  const { t } = useTranslation("declaration");
  const { requests } = useLoaderData<typeof loader>();
  return (
    <Page title={t("received.title")} description={t("received.description")} width="full">
      <Panel flush>
        <RequestTable requests={requests} caption={t("received.caption")} />
      </Panel>
    </Page>
  );
}
