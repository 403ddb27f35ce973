import { RESPONSES, type Response } from "~/domain/management/supplier-response";
import type { IsoDate } from "~/domain/shared/iso-date";
import { useTranslation } from "~/i18n/use-translation";
import { paths } from "~/paths";
import { ChartSwatch } from "../chart/chart-shape";
import { RESPONSE_LOOKS } from "../chart/looks";
import { DataTable } from "../data-table";
import { DateText } from "../date-text";
import { EmptyState } from "../empty-state";
import { FilterChips } from "../filter-chips";
import { Link } from "../link";
import { Page } from "../page";
import { ListPaging } from "./list-paging";

type ListedRequest = {
  id: string;
  subject: string;
  supplierName: string;
  askedOn: IsoDate;
  dueOn: IsoDate;
  answeredOn: IsoDate | null;
  days: number | null;
  response: Response;
};

type ManagedResponsesPageProps = {
  requests: ReadonlyArray<ListedRequest>;
  paging: { page: number; pages: number; count: number };
  filter: { supplier: string | null };
  suppliers: ReadonlyArray<{ id: string; name: string }>;
};

/** More names would be a wall of chips; the one that is chosen always stands among them. */
const CHIPS = 20;

export function ManagedResponsesPage({ requests, paging, filter, suppliers }: ManagedResponsesPageProps) {
  const { t } = useTranslation("management");
  const named = suppliers.filter(({ id }, place) => place < CHIPS || id === filter.supplier);
  return (
    <Page
      title={t("responseList.title")}
      description={t("responseList.description")}
      breadcrumb={[{ label: t("title"), to: paths.management() }]}
    >
      <FilterChips
        label={t("responseList.response")}
        param="response"
        options={RESPONSES.map((response) => ({ value: response, label: t(`response.${response}`) }))}
      />
      <FilterChips
        label={t("suppliers.supplier")}
        param="supplier"
        options={named.map(({ id, name }) => ({ value: id, label: name }))}
      />
      <p className="text-muted">{t("responseList.count", { count: paging.count })}</p>
      <RequestsTable requests={requests} />
      <ListPaging paging={paging} />
    </Page>
  );
}

function RequestsTable({ requests }: { requests: ReadonlyArray<ListedRequest> }) {
  const { t } = useTranslation("management");
  return (
    <DataTable
      caption={t("responseList.caption")}
      rows={requests}
      rowKey={({ id }) => id}
      empty={
        <EmptyState icon="search" title={t("responseList.none")}>
          {t("responseList.noneText")}
        </EmptyState>
      }
      columns={[
        {
          ...{ id: "request", header: t("responseList.request"), rowHeader: true, wrap: true },
          cell: ({ id, subject }) => <Link to={paths.request(id)}>{subject}</Link>,
        },
        { id: "supplier", header: t("suppliers.supplier"), cell: ({ supplierName }) => supplierName },
        {
          ...{ id: "asked", header: t("responseList.asked") },
          cell: ({ askedOn }) => <DateText value={askedOn} />,
        },
        {
          ...{ id: "due", header: t("responseList.due") },
          cell: ({ dueOn }) => <DateText value={dueOn} />,
        },
        {
          ...{ id: "answered", header: t("responseList.answered") },
          cell: ({ answeredOn }) => (answeredOn === null ? "–" : <DateText value={answeredOn} />),
        },
        {
          ...{ id: "days", header: t("responseList.days"), align: "end" },
          cell: ({ days }) => days ?? "–",
        },
        {
          ...{ id: "response", header: t("responseList.response") },
          cell: ({ response }) => (
            <span className="inline-flex items-center gap-2">
              <ChartSwatch look={RESPONSE_LOOKS[response]} />
              {t(`response.${response}`)}
            </span>
          ),
        },
      ]}
    />
  );
}
