import type { LoaderFunctionArgs } from "@remix-run/node";
import { type MetaFunction, useLoaderData } from "@remix-run/react";
import { EmptyState } from "~/components/empty-state";
import { Page } from "~/components/page";
import { AuditCheck } from "~/components/procurement/audit-check";
import { FirstSteps } from "~/components/procurement/first-steps";
import { OverviewSection } from "~/components/procurement/overview-section";
import { RecentChanges } from "~/components/reassessment/recent-changes";
import { Section } from "~/components/section";
import { respond } from "~/http/respond.server";
import { pageTitle } from "~/i18n/page-title";
import { useTranslation } from "~/i18n/use-translation";
import { presentHospitalOverview } from "~/presenters/present-hospital-overview.server";

export const meta: MetaFunction = ({ matches }) =>
  pageTitle(matches, (t) => t("decision:overview.pageTitle"));

export const loader = (args: LoaderFunctionArgs) => respond(args, presentHospitalOverview);

export default function HospitalOverviewPage() {
  const { t } = useTranslation("decision");
  const { sections, firstSteps, recent, auditCheck } = useLoaderData<typeof loader>();
  const waiting = sections.filter(({ count }) => count > 0);
  const mine = waiting.filter(({ isMine }) => isMine);
  const others = waiting.filter(({ isMine }) => !isMine);
  return (
    <Page title={t("overview.title")} description={t("overview.description")}>
      <FirstSteps firstSteps={firstSteps} />
      {auditCheck ? <AuditCheck check={auditCheck} /> : null}
      <Section title={t("overview.mine")}>
        {mine.length === 0 ? (
          <EmptyState title={t("overview.nothing")} icon="check-circle">
            {t("overview.nothingText")}
          </EmptyState>
        ) : null}
        {mine.map((section) => (
          <OverviewSection key={section.key} section={section} />
        ))}
      </Section>
      {others.length > 0 ? (
        <Section title={t("overview.others")}>
          {others.map((section) => (
            <OverviewSection key={section.key} section={section} />
          ))}
        </Section>
      ) : null}
      {firstSteps.hasRevision ? <RecentChanges recent={recent} /> : null}
    </Page>
  );
}
