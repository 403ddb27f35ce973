import { Form } from "@remix-run/react";
import { Button } from "~/components/button";
import { DataTable } from "~/components/data-table";
import { DateText } from "~/components/date-text";
import { EmptyState } from "~/components/empty-state";
import { FormActions } from "~/components/form-actions";
import { StateBadge } from "~/components/state-badge";
import { useTranslation } from "~/i18n/use-translation";
import { paths } from "~/paths";
import { Link } from "../link";

type RevisionRow = {
  number: number;
  note: string;
  fingerprint: string;
  submittedBy: string | null;
  approvedBy: string | null;
  publishedAt: string;
};

type RevisionListProps = { modelId: string; revisions: ReadonlyArray<RevisionRow> };

/** Newest first: the first one is what suppliers are held to. Any two can be chosen and compared. */
export function RevisionList({ modelId, revisions }: RevisionListProps) {
  const { t } = useTranslation("review");
  const [latest, previous] = revisions;
  if (!latest || !previous) return <RevisionTable modelId={modelId} revisions={revisions} chosen={null} />;
  return (
    <Form method="get" action={paths.compareStates(modelId)} className="grid gap-3">
      <RevisionTable
        modelId={modelId}
        revisions={revisions}
        chosen={{ from: previous.number, to: latest.number }}
      />
      <FormActions>
        <Button type="submit">{t("compare.chosen")}</Button>
      </FormActions>
    </Form>
  );
}

type RevisionTableProps = RevisionListProps & { chosen: { from: number; to: number } | null };

function RevisionTable({ modelId, revisions, chosen }: RevisionTableProps) {
  const { t } = useTranslation("model");
  const latest = revisions[0]?.number;
  const choice = (side: "from" | "to") => ({
    id: side,
    header: t(`review:compare.${side}`),
    align: "center" as const,
    cell: ({ number }: RevisionRow) => (
      <input
        type="radio"
        className="size-6"
        name={side}
        value={number}
        defaultChecked={chosen?.[side] === number}
        aria-label={t(`review:compare.choose.${side}`, { number })}
      />
    ),
  });
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
        ...(chosen ? [choice("from"), choice("to")] : []),
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
