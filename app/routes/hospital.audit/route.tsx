import type { LoaderFunctionArgs } from "@remix-run/node";
import { type MetaFunction, useLoaderData } from "@remix-run/react";
import { ButtonLink } from "~/components/button-link";
import { DataTable } from "~/components/data-table";
import { DateText } from "~/components/date-text";
import { EmptyState } from "~/components/empty-state";
import { Page } from "~/components/page";
import { respond } from "~/http/respond.server";
import { pageTitle } from "~/i18n/page-title";
import { useTranslation } from "~/i18n/use-translation";
import { paths } from "~/paths";
import { presentAudit } from "~/presenters/present-audit.server";

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, (t) => t("account:audit.pageTitle"));

export const loader = (args: LoaderFunctionArgs) => {
  const before = Number(new URL(args.request.url).searchParams.get("before") ?? Number.NaN);
  return respond(args, (caller) => presentAudit(caller, Number.isSafeInteger(before) ? before : undefined));
};

export default function AuditPage() {
  const { t } = useTranslation("account");
  const { entries, next } = useLoaderData<typeof loader>();
  return (
    <Page
      title={t("audit.title")}
      description={t("audit.description")}
      actions={<ButtonLink to={paths.evidencePacks()}>{t("pack:page.open")}</ButtonLink>}
    >
      <DataTable
        caption={t("audit.caption")}
        captionHidden
        rows={entries}
        rowKey={(entry) => String(entry.sequence)}
        empty={<EmptyState title={t("audit.empty")}>{t("audit.emptyText")}</EmptyState>}
        columns={[
          {
            id: "sequence",
            header: t("audit.sequence"),
            align: "end",
            rowHeader: true,
            cell: (entry) => entry.sequence,
          },
          { id: "at", header: t("audit.at"), cell: (entry) => <DateText value={entry.at} time /> },
          { id: "action", header: t("audit.action"), cell: (entry) => <code>{entry.action}</code> },
          { id: "person", header: t("audit.person"), cell: (entry) => entry.personName ?? t("audit.nobody") },
          { id: "subject", header: t("audit.subject"), cell: (entry) => <code>{entry.subjectId}</code> },
          {
            id: "hash",
            header: t("audit.hash"),
            cell: (entry) => <code title={entry.hash}>{entry.hash.slice(0, 12)}</code>,
          },
        ]}
      />
      <div className="flex gap-2">
        <ButtonLink to={paths.audit()}>{t("audit.newest")}</ButtonLink>
        {next === undefined ? null : (
          <ButtonLink to={paths.audit({ before: next })}>{t("audit.older")}</ButtonLink>
        )}
      </div>
    </Page>
  );
}
