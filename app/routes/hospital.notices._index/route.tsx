import type { LoaderFunctionArgs } from "@remix-run/node";
import { type MetaFunction, useLoaderData } from "@remix-run/react";
import { DataTable } from "~/components/data-table";
import { DateText } from "~/components/date-text";
import { EmptyState } from "~/components/empty-state";
import { Link } from "~/components/link";
import { NoticeKindBadge, NoticeStateBadge } from "~/components/notice/notice-badge";
import { OlderPages } from "~/components/older-pages";
import { Page } from "~/components/page";
import { respond } from "~/http/respond.server";
import { pageTitle } from "~/i18n/page-title";
import { useTranslation } from "~/i18n/use-translation";
import { paths } from "~/paths";
import { presentReceivedNotices } from "~/presenters/present-received-notices.server";

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, (t) => t("notice:received.pageTitle"));

export const loader = (args: LoaderFunctionArgs) => {
  const before = new URL(args.request.url).searchParams.get("before");
  return respond(args, (caller) => presentReceivedNotices(caller, { before }));
};

export default function ReceivedNoticesPage() {
  const { t } = useTranslation("notice");
  const { notices, older } = useLoaderData<typeof loader>();
  return (
    <Page title={t("received.title")} description={t("received.description")}>
      <DataTable
        caption={t("received.caption")}
        captionHidden
        rows={notices}
        rowKey={({ id }) => id}
        empty={<EmptyState title={t("received.none")}>{t("received.noneText")}</EmptyState>}
        columns={[
          {
            id: "title",
            header: t("received.head.title"),
            rowHeader: true,
            wrap: true,
            cell: ({ id, title, kind }) => (
              <>
                <Link to={paths.receivedNotice(id)}>{title}</Link>{" "}
                {kind === "advisory" ? null : <NoticeKindBadge kind={kind} />}
              </>
            ),
          },
          {
            id: "affected",
            header: t("received.head.affected"),
            cell: ({ assets }) =>
              assets > 0 ? t("received.assets", { count: assets }) : t("received.noAssets"),
          },
          {
            id: "severity",
            header: t("received.head.severity"),
            cell: ({ severity }) => t(`severity.${severity ?? "unknown"}`),
          },
          { id: "supplier", header: t("received.head.supplier"), cell: ({ supplierName }) => supplierName },
          {
            id: "state",
            header: t("received.head.state"),
            cell: ({ state }) => <NoticeStateBadge state={state} />,
          },
          {
            id: "updated",
            header: t("received.head.updated"),
            cell: ({ updatedAt }) => <DateText value={updatedAt} time />,
          },
        ]}
      />
      <OlderPages older={older} />
    </Page>
  );
}
