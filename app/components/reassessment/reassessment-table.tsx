import type { ReactNode } from "react";
import { useTranslation } from "~/i18n/use-translation";
import { paths } from "~/paths";
import { DataTable } from "../data-table";
import { DateText } from "../date-text";
import { Link } from "../link";
import { NumberText } from "../number-text";
import { type ShownCause, useByText, useCauseText } from "./cause-text";

type ReassessmentRow = ShownCause & {
  id: string;
  at: string;
  personName: string | null;
  assessed: number;
  changed: number;
};

type ReassessmentTableProps = { reassessments: ReadonlyArray<ReassessmentRow>; empty: ReactNode };

export function ReassessmentTable({ reassessments, empty }: ReassessmentTableProps) {
  const { t } = useTranslation("reassessment");
  const causeText = useCauseText();
  const byText = useByText();
  return (
    <DataTable
      caption={t("list.caption")}
      captionHidden
      rows={reassessments}
      rowKey={({ id }) => id}
      empty={empty}
      columns={[
        {
          id: "cause",
          header: t("list.kind"),
          rowHeader: true,
          wrap: true,
          cell: (row) => <Link to={paths.change(row.id)}>{causeText(row)}</Link>,
        },
        { id: "at", header: t("list.at"), cell: ({ at }) => <DateText value={at} time /> },
        { id: "by", header: t("list.by"), cell: byText },
        {
          id: "assessed",
          header: t("list.assessed"),
          align: "end",
          cell: ({ assessed }) => <NumberText value={assessed} />,
        },
        {
          id: "changed",
          header: t("list.changed"),
          align: "end",
          cell: ({ changed }) => <NumberText value={changed} />,
        },
      ]}
    />
  );
}
