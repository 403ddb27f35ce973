import type { DecisionKind } from "~/domain/procurement/decision";
import { useTranslation } from "~/i18n/use-translation";
import { paths } from "~/paths";
import { DataTable } from "../data-table";
import { DateText } from "../date-text";
import { EmptyState } from "../empty-state";
import { Link } from "../link";
import { StateBadge } from "../state-badge";
import { DecisionBadge } from "./badges";

type DecisionRow = {
  id: string;
  kind: DecisionKind;
  productName: string;
  releaseVersion: string;
  supplierName: string;
  zoneName: string;
  decidedAt: string;
  decidedByName: string;
  needsReview: boolean;
  conditions: { total: number; open: number; overdue: number };
};

export function DecisionTable({ decisions }: { decisions: ReadonlyArray<DecisionRow> }) {
  const { t } = useTranslation("decision");
  return (
    <DataTable
      caption={t("list.caption")}
      captionHidden
      rows={decisions}
      rowKey={({ id }) => id}
      empty={<EmptyState title={t("list.none")}>{t("list.noneText")}</EmptyState>}
      columns={[
        {
          id: "product",
          header: t("common:product"),
          rowHeader: true,
          wrap: true,
          cell: ({ id, productName, releaseVersion }) => (
            <Link to={paths.decision(id)}>
              {productName} {releaseVersion}
            </Link>
          ),
        },
        { id: "supplier", header: t("common:supplier"), cell: ({ supplierName }) => supplierName },
        { id: "zone", header: t("common:zone"), wrap: true, cell: ({ zoneName }) => zoneName },
        {
          id: "decision",
          header: t("common:decision"),
          cell: ({ kind, needsReview }) => (
            <span className="flex flex-wrap gap-1">
              <DecisionBadge kind={kind} />
              {needsReview ? <StateBadge state="needs-review" /> : null}
            </span>
          ),
        },
        {
          id: "conditions",
          header: t("conditions.title"),
          cell: ({ conditions }) => (
            <span className="flex flex-wrap items-center gap-1">
              {conditions.total === 0
                ? "–"
                : t("conditions.openOf", { open: conditions.open, total: conditions.total })}
              {conditions.overdue > 0 ? <StateBadge state="overdue" /> : null}
            </span>
          ),
        },
        { id: "by", header: t("decidedBy"), cell: ({ decidedByName }) => decidedByName },
        { id: "at", header: t("decidedAt"), cell: ({ decidedAt }) => <DateText value={decidedAt} /> },
      ]}
    />
  );
}
