import { Badge } from "~/components/badge";
import { DataTable } from "~/components/data-table";
import { DateText } from "~/components/date-text";
import { EmptyState } from "~/components/empty-state";
import { LevelStrip } from "~/components/level-strip";
import { Progress } from "~/components/progress";
import { StateBadge } from "~/components/state-badge";
import { VerdictBadge } from "~/components/verdict-badge";
import type { Verdict } from "~/domain/assessment/assessment";
import { useTranslation } from "~/i18n/use-translation";
import { paths } from "~/paths";
import { Link } from "../link";
import { type RequestRow, toStateName } from "./summaries";

type Row = RequestRow & {
  progress?: { declarationId: string; productName: string; answered: number; demanded: number } | null;
  verdict?: Verdict | null;
};
type RequestTableProps = {
  requests: ReadonlyArray<Row>;
  caption: string;
  /** How far the answer is, and what one release comes out at. */
  hasProgress?: boolean;
  hasVerdict?: boolean;
};

/** What hospitals ask, each with the levels of its zone class. */
export function RequestTable({ requests, caption, hasProgress, hasVerdict }: RequestTableProps) {
  const { t } = useTranslation("declaration");
  return (
    <DataTable
      caption={caption}
      captionHidden
      rows={requests}
      rowKey={(request) => request.id}
      empty={
        <EmptyState icon="inbox" title={t("received.none")}>
          {t("received.noneText")}
        </EmptyState>
      }
      columns={[
        {
          id: "subject",
          header: t("received.subject"),
          rowHeader: true,
          wrap: true,
          cell: ({ id, subject }) => <Link to={paths.receivedRequest(id)}>{subject}</Link>,
        },
        {
          id: "hospital",
          header: t("common:hospital"),
          wrap: true,
          cell: ({ hospitalName }) => hospitalName,
        },
        { id: "zone", header: t("received.zoneClass"), wrap: true, cell: ({ zoneClass }) => zoneClass },
        {
          id: "target",
          header: t("common:target"),
          cell: ({ slTarget, subject }) => <LevelStrip size="small" target={slTarget} title={subject} />,
        },
        {
          id: "due",
          header: t("common:dueDate"),
          cell: ({ dueOn, isOverdue }) => (
            <span className="inline-flex items-center gap-2">
              <DateText value={dueOn} />
              {isOverdue ? <Badge tone="danger">{t("received.overdue")}</Badge> : null}
            </span>
          ),
        },
        ...(hasProgress
          ? [{ id: "progress", header: t("overview.progress"), wrap: true, cell: AnswerProgress }]
          : []),
        ...(hasVerdict
          ? [
              {
                id: "verdict",
                header: t("overview.verdict"),
                cell: ({ verdict }: Row) => (verdict ? <VerdictBadge verdict={verdict} /> : null),
              },
            ]
          : []),
        {
          id: "state",
          header: t("common:state"),
          cell: ({ state }) => <StateBadge state={toStateName(state)} />,
        },
      ]}
    />
  );
}

function AnswerProgress({ progress }: Row) {
  const { t } = useTranslation("declaration");
  if (!progress) return <span className="text-muted">{t("overview.notBegun")}</span>;
  const { declarationId, productName, answered, demanded } = progress;
  return (
    <span className="inline-flex flex-wrap items-center gap-2">
      <Progress label={t("signing.answered")} labelHidden value={answered} max={demanded} />
      <Link to={paths.declaration(declarationId)}>{productName}</Link>
    </span>
  );
}
