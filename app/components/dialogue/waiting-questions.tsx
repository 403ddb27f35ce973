import { Badge } from "~/components/badge";
import { DataTable } from "~/components/data-table";
import { DateText } from "~/components/date-text";
import { EmptyState } from "~/components/empty-state";
import { useTranslation } from "~/i18n/use-translation";
import { Link } from "../link";

export type WaitingQuestion = {
  id: string;
  requestId: string;
  subject: string;
  otherName: string;
  at: string;
  duty: "answer" | "read";
};

type WaitingQuestionsProps = {
  questions: ReadonlyArray<WaitingQuestion>;
  toRequest: (requestId: string) => string;
};

/** Questions in which this side has something to do. */
export function WaitingQuestions({ questions, toRequest }: WaitingQuestionsProps) {
  const { t } = useTranslation("dialogue");
  return (
    <DataTable
      caption={t("list.caption")}
      captionHidden
      rows={questions}
      rowKey={({ id }) => id}
      empty={
        <EmptyState icon="question" title={t("list.none")}>
          {t("list.noneText")}
        </EmptyState>
      }
      columns={[
        {
          id: "request",
          header: t("list.request"),
          rowHeader: true,
          wrap: true,
          cell: ({ id, requestId, subject }) => (
            <Link to={`${toRequest(requestId)}#question-${id}`}>{subject}</Link>
          ),
        },
        { id: "who", header: t("list.who"), wrap: true, cell: ({ otherName }) => otherName },
        {
          id: "what",
          header: t("list.what"),
          cell: ({ duty }) => (
            <Badge tone={duty === "answer" ? "warning" : "info"}>{t(`list.duty.${duty}`)}</Badge>
          ),
        },
        { id: "since", header: t("list.since"), cell: ({ at }) => <DateText value={at} time /> },
      ]}
    />
  );
}
