import type { LoaderFunctionArgs } from "@remix-run/node";
import { type MetaFunction, useLoaderData } from "@remix-run/react";
import { ExpiringTable } from "~/components/declaration/expiring-table";
import { Page } from "~/components/page";
import { Panel } from "~/components/panel";
import { EXPIRES_SOON_DAYS } from "~/domain/declaration/evidence-validity";
import { respond } from "~/http/respond.server";
import { pageTitle } from "~/i18n/page-title";
import { useTranslation } from "~/i18n/use-translation";
import { presentExpiring } from "~/presenters/present-expiring.server";

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, (t) => t("files:expiring.title"));

export const loader = (args: LoaderFunctionArgs) => respond(args, presentExpiring);

export default function ExpiringPage() {
  const { t } = useTranslation("files");
  const { entries } = useLoaderData<typeof loader>();
  return (
    <Page title={t("expiring.title")} description={t("expiring.description", { count: EXPIRES_SOON_DAYS })}>
      <Panel flush>
        <ExpiringTable entries={entries} />
      </Panel>
    </Page>
  );
}
