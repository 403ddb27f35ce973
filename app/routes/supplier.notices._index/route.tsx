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
import { NoticeKindBadge, NoticeStateBadge } from "~/components/notice/notice-badge";
import { OlderPages } from "~/components/older-pages";
import { Page } from "~/components/page";
import { respond } from "~/http/respond.server";
import { pageTitle } from "~/i18n/page-title";
import { useTranslation } from "~/i18n/use-translation";
import { paths } from "~/paths";
import { presentNotices } from "~/presenters/present-notices.server";

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, (t) => t("notice:list.pageTitle"));

export const loader = (args: LoaderFunctionArgs) => {
  const search = new URL(args.request.url).searchParams;
  const query = { before: search.get("before"), show: search.get("show") };
  return respond(args, (caller) => presentNotices(caller, query));
};

export default function NoticesPage() {
  const { t } = useTranslation("notice");
  const { notices, mayWrite, older, view, views, isCut } = useLoaderData<typeof loader>();
  const toNew = mayWrite ? (
    <ButtonLink to={paths.newNotice()} variant="primary">
      {t("list.new")}
    </ButtonLink>
  ) : null;
  return (
    <Page title={t("list.title")} description={t("list.description")} actions={toNew}>
      <FilterChips
        label={t("list.show")}
        param="show"
        options={views.map((one) => ({ value: one, label: t(`list.view.${one}`) }))}
      />
      {isCut ? <Callout tone="info">{t("list.cut")}</Callout> : null}
      <DataTable
        caption={t("list.caption")}
        captionHidden
        rows={notices}
        rowKey={({ id }) => id}
        empty={
          view === null ? (
            <EmptyState title={t("list.none")} action={toNew}>
              {t("list.noneText")}
            </EmptyState>
          ) : (
            <EmptyState title={t("list.noneHere")}>{t(`list.noneOf.${view}`)}</EmptyState>
          )
        }
        columns={[
          {
            id: "title",
            header: t("list.head.title"),
            rowHeader: true,
            wrap: true,
            cell: ({ id, title }) => <Link to={paths.notice(id)}>{title}</Link>,
          },
          { id: "kind", header: t("list.head.kind"), cell: ({ kind }) => <NoticeKindBadge kind={kind} /> },
          {
            id: "state",
            header: t("list.head.state"),
            cell: ({ state }) => <NoticeStateBadge state={state} />,
          },
          {
            id: "due",
            header: t("list.head.due"),
            cell: ({ due }) => (due ? <ClockBadge clock={due} /> : t("list.nothingDue")),
          },
          {
            id: "updated",
            header: t("list.head.updated"),
            cell: ({ updatedAt }) => <DateText value={updatedAt} time />,
          },
        ]}
      />
      <OlderPages older={older} />
    </Page>
  );
}
