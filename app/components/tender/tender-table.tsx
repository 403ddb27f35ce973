import type { TenderProgress, TenderState } from "~/domain/procurement/tender";
import { useTranslation } from "~/i18n/use-translation";
import { paths } from "~/paths";
import { Badge } from "../badge";
import { DataTable } from "../data-table";
import { DateText } from "../date-text";
import { Link } from "../link";

type TenderTableProps = {
  tenders: ReadonlyArray<{
    id: string;
    name: string;
    state: TenderState;
    dueOn: string;
    createdAt: string;
    suppliers: number;
    progress: TenderProgress;
  }>;
};

export function TenderTable({ tenders }: TenderTableProps) {
  const { t } = useTranslation("tender");
  return (
    <DataTable
      caption={t("list.caption")}
      captionHidden
      rows={tenders}
      rowKey={({ id }) => id}
      columns={[
        {
          id: "name",
          header: t("list.name"),
          rowHeader: true,
          wrap: true,
          cell: ({ id, name }) => <Link to={paths.tender(id)}>{name}</Link>,
        },
        { id: "state", header: t("common:state"), cell: ({ state }) => <TenderBadge state={state} /> },
        { id: "suppliers", header: t("list.suppliers"), align: "end", cell: ({ suppliers }) => suppliers },
        {
          id: "progress",
          header: t("list.progress"),
          cell: ({ progress: { answered, total } }) => t("list.answered", { answered, total }),
        },
        { id: "due", header: t("common:dueDate"), cell: ({ dueOn }) => <DateText value={dueOn} /> },
        { id: "sent", header: t("list.started"), cell: ({ createdAt }) => <DateText value={createdAt} /> },
      ]}
    />
  );
}

export function TenderBadge({ state }: { state: TenderState }) {
  const { t } = useTranslation("tender");
  return <Badge tone={state === "open" ? "info" : "neutral"}>{t(`state.${state}`)}</Badge>;
}
