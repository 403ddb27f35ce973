import type { LoaderFunctionArgs } from "@remix-run/node";
import { type MetaFunction, useLoaderData } from "@remix-run/react";
import { ButtonLink } from "~/components/button-link";
import { DraftTable } from "~/components/declaration/draft-table";
import { ExpiringTable } from "~/components/declaration/expiring-table";
import { OverviewCounts } from "~/components/declaration/overview-counts";
import { OwnSections } from "~/components/declaration/own-sections";
import { RequestTable } from "~/components/declaration/request-table";
import { StandingTable } from "~/components/declaration/standing-table";
import { WaitingQuestions } from "~/components/dialogue/waiting-questions";
import { Page } from "~/components/page";
import { Panel } from "~/components/panel";
import { EXPIRES_SOON_DAYS } from "~/domain/declaration/evidence-validity";
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
  const newProduct = page.mayCreateProduct ? (
    <ButtonLink to={paths.newProduct()}>{t("product.new")}</ButtonLink>
  ) : undefined;
  return (
    <Page title={t("overview.title")} description={t("overview.description")}>
      <OverviewCounts counts={page.counts} questions={page.questions} dueSoonDays={page.dueSoonDays} />
      <Panel
        title={t("overview.requests")}
        description={
          page.answeredCount > 0 ? t("overview.answered", { count: page.answeredCount }) : undefined
        }
        actions={<ButtonLink to={paths.receivedRequests()}>{t("overview.allRequests")}</ButtonLink>}
        flush
      >
        <RequestTable requests={page.openRequests} caption={t("overview.requests")} hasProgress />
      </Panel>
      <Panel
        title={t("dialogue:list.title")}
        actions={<ButtonLink to={paths.receivedQuestions()}>{t("overview.all")}</ButtonLink>}
        flush
      >
        <WaitingQuestions
          questions={page.questions.entries}
          toRequest={(requestId) => paths.receivedRequestQuestions(requestId)}
        />
      </Panel>
      {page.ownSections.length > 0 ? (
        <Panel title={t("overview.ownSections")} id="own-sections">
          <OwnSections sections={page.ownSections} />
        </Panel>
      ) : null}
      <Panel title={t("overview.drafts")} id="drafts" flush>
        <DraftTable drafts={page.drafts} />
      </Panel>
      <Panel
        title={t("files:expiring.title")}
        description={
          page.expiringCount > page.expiring.length
            ? t("files:expiring.more", { count: page.expiring.length, all: page.expiringCount })
            : t("files:expiring.description", { count: EXPIRES_SOON_DAYS })
        }
        actions={<ButtonLink to={paths.expiring()}>{t("overview.all")}</ButtonLink>}
        flush
      >
        <ExpiringTable entries={page.expiring} />
      </Panel>
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
