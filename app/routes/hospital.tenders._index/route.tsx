import type { LoaderFunctionArgs } from "@remix-run/node";
import { type MetaFunction, useLoaderData } from "@remix-run/react";
import { ButtonLink } from "~/components/button-link";
import { EmptyState } from "~/components/empty-state";
import { OlderPages } from "~/components/older-pages";
import { Page } from "~/components/page";
import { RequestTabs } from "~/components/tender/request-tabs";
import { TenderTable } from "~/components/tender/tender-table";
import { respond } from "~/http/respond.server";
import { pageTitle } from "~/i18n/page-title";
import { useTranslation } from "~/i18n/use-translation";
import { paths } from "~/paths";
import { presentTenders } from "~/presenters/present-tenders.server";

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, (t) => t("tender:pageTitle"));

export const loader = (args: LoaderFunctionArgs) => {
  const before = new URL(args.request.url).searchParams.get("before");
  return respond(args, (caller) => presentTenders(caller, { before }));
};

export default function TendersPage() {
  const { t } = useTranslation("tender");
  const page = useLoaderData<typeof loader>();
  const ask = page.mayCreate ? (
    <ButtonLink to={paths.newRequest()} variant="primary">
      {t("request:new")}
    </ButtonLink>
  ) : null;
  return (
    <Page title={t("title")} description={t("description")} tabs={<RequestTabs />} actions={ask}>
      {page.tenders.length === 0 ? (
        <EmptyState title={t("list.empty")} action={ask}>
          {t("list.emptyText")}
        </EmptyState>
      ) : (
        <TenderTable tenders={page.tenders} />
      )}
      <OlderPages older={page.older} />
    </Page>
  );
}
