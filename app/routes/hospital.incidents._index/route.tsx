import type { LoaderFunctionArgs } from "@remix-run/node";
import { type MetaFunction, useLoaderData } from "@remix-run/react";
import { ButtonLink } from "~/components/button-link";
import { Callout } from "~/components/callout";
import { DataTable } from "~/components/data-table";
import { DateText } from "~/components/date-text";
import { EmptyState } from "~/components/empty-state";
import { FilterChips } from "~/components/filter-chips";
import { Link } from "~/components/link";
import { ClockBadge } from "~/components/notice/clock-table";
import { OlderPages } from "~/components/older-pages";
import { Page } from "~/components/page";
import { respond } from "~/http/respond.server";
import { pageTitle } from "~/i18n/page-title";
import { useTranslation } from "~/i18n/use-translation";
import { paths } from "~/paths";
import { presentIncidents } from "~/presenters/present-incidents.server";

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, (t) => t("notice:incident.pageTitle"));

export const loader = (args: LoaderFunctionArgs) => {
  const search = new URL(args.request.url).searchParams;
  const query = { before: search.get("before"), show: search.get("show") };
  return respond(args, (caller) => presentIncidents(caller, query));
};

export default function IncidentsPage() {
  const { t } = useTranslation("notice");
  const { incidents, mayOpen, older, view, isCut } = useLoaderData<typeof loader>();
  const toNew = mayOpen ? (
    <ButtonLink to={paths.newIncident()} variant="primary">
      {t("incident.new")}
    </ButtonLink>
  ) : null;
  return (
    <Page title={t("incident.title")} description={t("incident.description")} actions={toNew}>
      <FilterChips
        label={t("list.show")}
        param="show"
        options={[{ value: "report-due", label: t("incident.reportDue") }]}
      />
      {isCut ? <Callout tone="info">{t("incident.cut")}</Callout> : null}
      <DataTable
        caption={t("incident.caption")}
        captionHidden
        rows={incidents}
        rowKey={({ id }) => id}
        empty={
          view === null ? (
            <EmptyState title={t("incident.none")} action={toNew}>
              {t("incident.noneText")}
            </EmptyState>
          ) : (
            <EmptyState title={t("incident.noneDue")}>{t("incident.noneDueText")}</EmptyState>
          )
        }
        columns={[
          {
            id: "title",
            header: t("incident.head.title"),
            rowHeader: true,
            wrap: true,
            cell: ({ id, title }) => <Link to={paths.incident(id)}>{title}</Link>,
          },
          {
            id: "state",
            header: t("incident.head.state"),
            cell: ({ state }) => t(`incident.state.${state}`),
          },
          {
            id: "detected",
            header: t("incident.head.detected"),
            cell: ({ detectedAt }) => <DateText value={detectedAt} time />,
          },
          {
            id: "due",
            header: t("incident.head.due"),
            cell: ({ due }) => (due ? <ClockBadge clock={due} /> : t("list.nothingDue")),
          },
        ]}
      />
      <OlderPages older={older} />
    </Page>
  );
}
