import type { LoaderFunctionArgs } from "@remix-run/node";
import { type MetaFunction, useLoaderData } from "@remix-run/react";
import { ButtonLink } from "~/components/button-link";
import { OwnSections } from "~/components/declaration/own-sections";
import { RequestTable } from "~/components/declaration/request-table";
import { StandingTable } from "~/components/declaration/standing-table";
import { Link } from "~/components/link";
import { SUPPLIER_ENTRIES, SUPPLIER_LISTS } from "~/components/overview/supplier-places";
import { WaitingSections } from "~/components/overview/waiting-sections";
import { Page } from "~/components/page";
import { Panel } from "~/components/panel";
import { respond } from "~/http/respond.server";
import { pageTitle } from "~/i18n/page-title";
import { useTranslation } from "~/i18n/use-translation";
import { paths } from "~/paths";
import { presentSupplierOverview } from "~/presenters/present-supplier-overview.server";

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, (t) => t("declaration:overview.title"));

export const loader = (args: LoaderFunctionArgs) => respond(args, presentSupplierOverview);

export default function SupplierOverviewPage() {
  const { t } = useTranslation("declaration");
  const { sections, open, ...page } = useLoaderData<typeof loader>();
  const newProduct = page.mayCreateProduct ? (
    <ButtonLink to={paths.newProduct()}>{t("product.new")}</ButtonLink>
  ) : undefined;
  return (
    <Page title={t("overview.title")} description={t("overview.description")}>
      <WaitingSections
        sections={sections.map((section) => ({
          ...section,
          title: t(`overview.waiting.${section.key}.title`),
          text: t(`overview.waiting.${section.key}.text`),
          list: SUPPLIER_LISTS[section.key],
          isTimed: section.key === "notice-clocks",
          toEntry: SUPPLIER_ENTRIES[section.key],
        }))}
        nothing={t("overview.nothingText")}
      />
      <Panel
        title={
          <Link
            to={paths.receivedRequests({ show: "open" })}
          >{`${t("overview.requests")} (${open.count})`}</Link>
        }
        description={t("overview.soonest")}
        flush
      >
        <RequestTable requests={open.requests} caption={t("overview.requests")} hasProgress />
      </Panel>
      {page.ownSections.length > 0 ? (
        <Panel title={t("overview.ownSections")} id="own-sections">
          <OwnSections sections={page.ownSections} />
        </Panel>
      ) : null}
      <Panel
        title={t("overview.products")}
        description={t("overview.productsText")}
        actions={page.hasProducts ? newProduct : undefined}
        flush
      >
        <StandingTable standings={page.standings} action={newProduct} />
      </Panel>
    </Page>
  );
}
