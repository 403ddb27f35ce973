import type { LoaderFunctionArgs } from "@remix-run/node";
import { type MetaFunction, useLoaderData } from "@remix-run/react";
import { HOSPITAL_ENTRIES, hospitalListOf } from "~/components/overview/hospital-places";
import { WaitingSections } from "~/components/overview/waiting-sections";
import { Page } from "~/components/page";
import { AuditCheck } from "~/components/procurement/audit-check";
import { FirstSteps } from "~/components/procurement/first-steps";
import { RecentChanges } from "~/components/reassessment/recent-changes";
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
  return (
    <Page title={t("overview.title")} description={t("overview.description")}>
      <FirstSteps firstSteps={firstSteps} />
      {auditCheck ? <AuditCheck check={auditCheck} /> : null}
      <WaitingSections
        sections={sections.map((section) => ({
          ...section,
          title: t(`overview.${section.key}.title`),
          text: t(`overview.${section.key}.text`),
          list: hospitalListOf(section.key, section.isMine),
          isTimed: section.key === "incident-clocks",
          toEntry: HOSPITAL_ENTRIES[section.key],
        }))}
        nothing={t("overview.nothingText")}
      />
      {firstSteps.hasRevision ? <RecentChanges recent={recent} /> : null}
    </Page>
  );
}
