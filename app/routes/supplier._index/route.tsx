import type { LoaderFunctionArgs } from "@remix-run/node";
import { type MetaFunction, useLoaderData } from "@remix-run/react";
import { ButtonLink } from "~/components/button-link";
import { DraftTable } from "~/components/declaration/draft-table";
import { ProductLevels } from "~/components/declaration/product-levels";
import { RequestTable } from "~/components/declaration/request-table";
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
  const page = useLoaderData<typeof loader>();
  const newProduct = <ButtonLink to={paths.newProduct()}>{t("product.new")}</ButtonLink>;
  return (
    <Page title={t("overview.title")} description={t("overview.description")}>
      <Panel
        title={t("overview.requests")}
        description={
          page.answeredCount > 0 ? t("overview.answered", { count: page.answeredCount }) : undefined
        }
        actions={<ButtonLink to={paths.receivedRequests()}>{t("overview.allRequests")}</ButtonLink>}
        flush
      >
        <RequestTable requests={page.openRequests} caption={t("overview.requests")} />
      </Panel>
      <Panel title={t("overview.drafts")} flush>
        <DraftTable drafts={page.drafts} />
      </Panel>
      <Panel title={t("overview.products")} actions={page.mayCreateProduct ? newProduct : undefined}>
        <ProductLevels products={page.products} />
      </Panel>
    </Page>
  );
}
