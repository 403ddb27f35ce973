import { Link } from "@remix-run/react";
import { DataTable } from "~/components/data-table";
import { DateText } from "~/components/date-text";
import { EmptyState } from "~/components/empty-state";
import { StateBadge } from "~/components/state-badge";
import { useTranslation } from "~/i18n/use-translation";
import { paths } from "~/paths";

type RevisionRow = {
  number: number;
  note: string;
  fingerprint: string;
  submittedBy: string | null;
  approvedBy: string | null;
  publishedAt: string;
};

/** Newest first: the first one is what suppliers are held to. */
export function RevisionList({
  modelId,
  revisions,
}: {
  modelId: string;
  revisions: ReadonlyArray<RevisionRow>;
}) {
  const { t } = useTranslation("model");
  const latest = revisions[0]?.number;
  return (
    <DataTable
      caption={t("revision.list")}
      captionHidden
      rows={revisions}
      rowKey={({ number }) => String(number)}
      empty={
        <EmptyState title={t("revision.none")} icon="history">
          {t("revision.noneText")}
        </EmptyState>
      }
      columns={[
        {
          id: "number",
          header: t("common:revision"),
          rowHeader: true,
          cell: ({ number }) => (
            <Link to={paths.revision(modelId, number)}>{t("revision.name", { number })}</Link>
          ),
        },
        {
          id: "state",
          header: t("common:state"),
          cell: ({ number }) => <StateBadge state={number === latest ? "published" : "superseded"} />,
        },
        {
          id: "at",
          header: t("revision.publishedAt"),
          cell: ({ publishedAt }) => <DateText value={publishedAt} time />,
        },
        { id: "submitted", header: t("revision.submittedBy"), cell: ({ submittedBy }) => submittedBy },
        { id: "approved", header: t("revision.approvedBy"), cell: ({ approvedBy }) => approvedBy },
        { id: "note", header: t("publish.note"), wrap: true, cell: ({ note }) => note },
        {
          id: "fingerprint",
          header: t("revision.fingerprint"),
          cell: ({ fingerprint }) => <code title={fingerprint}>{fingerprint.slice(0, 12)}</code>,
        },
      ]}
    />
  );
}
