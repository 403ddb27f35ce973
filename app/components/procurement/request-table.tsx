import type { RequestState } from "~/domain/procurement/request";
import { useTranslation } from "~/i18n/use-translation";
import { paths } from "~/paths";
import { DataTable } from "../data-table";
import { DateText } from "../date-text";
import { EmptyState } from "../empty-state";
import { Link } from "../link";
import { StateBadge } from "../state-badge";
import { RequestBadge } from "./badges";

type RequestRow = {
  id: string;
  subject: string;
  supplierName: string;
  state: RequestState;
  dueOn: string;
  createdAt: string;
  isOverdue: boolean;
  place: { modelName: string; zoneName: string } | null;
};

export function RequestTable({ requests }: { requests: ReadonlyArray<RequestRow> }) {
  const { t } = useTranslation("request");
  return (
    <DataTable
      caption={t("list.caption")}
      captionHidden
      rows={requests}
      rowKey={({ id }) => id}
      empty={<EmptyState title={t("list.noneFound")}>{t("list.noneFoundText")}</EmptyState>}
      columns={[
        {
          id: "subject",
          header: t("subject"),
          rowHeader: true,
          wrap: true,
          cell: ({ id, subject }) => <Link to={paths.request(id)}>{subject}</Link>,
        },
        { id: "supplier", header: t("common:supplier"), cell: ({ supplierName }) => supplierName },
        {
          id: "zone",
          header: t("common:zone"),
          wrap: true,
          cell: ({ place }) => place?.zoneName ?? t("zoneGone"),
        },
        { id: "state", header: t("common:state"), cell: ({ state }) => <RequestBadge state={state} /> },
        {
          id: "due",
          header: t("common:dueDate"),
          cell: ({ dueOn, isOverdue }) => (
            <span className="flex flex-wrap items-center gap-2">
              <DateText value={dueOn} />
              {isOverdue ? <StateBadge state="overdue" /> : null}
            </span>
          ),
        },
        { id: "sent", header: t("sentOn"), cell: ({ createdAt }) => <DateText value={createdAt} /> },
      ]}
    />
  );
}
