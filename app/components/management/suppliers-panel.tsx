import { RESPONSES, type Response } from "~/domain/management/supplier-response";
import { useTranslation } from "~/i18n/use-translation";
import { paths } from "~/paths";
import { ButtonLink } from "../button-link";
import { RESPONSE_LOOKS } from "../chart/looks";
import { StackedBar } from "../chart/stacked-bar";
import { DataTable } from "../data-table";
import { Disclosure } from "../disclosure";
import { Link } from "../link";
import { NumberText } from "../number-text";
import { Panel } from "../panel";

type Summary = {
  total: number;
  counts: ReadonlyArray<{ key: Response; count: number }>;
  medianDays: number | null;
};
type Supplier = Summary & { id: string; name: string };
export type SuppliersPanelProps = { suppliers: Summary & { all: ReadonlyArray<Supplier> } };

/** More bars would be a list: the table is one. */
const BARS = 10;

export function SuppliersPanel({ suppliers }: SuppliersPanelProps) {
  const { t } = useTranslation("management");
  const { all } = suppliers;
  if (all.length === 0)
    return (
      <Panel
        title={t("suppliers.title")}
        description={t("suppliers.text")}
        actions={<ButtonLink to={paths.requests()}>{t("suppliers.noneAction")}</ButtonLink>}
      >
        <p className="text-muted">{t("suppliers.none")}</p>
      </Panel>
    );
  const busiest = all.toSorted((a, b) => b.total - a.total).slice(0, BARS);
  const everybody = { ...suppliers, id: "", name: t("suppliers.all") };
  return (
    <Panel title={t("suppliers.title")} description={t("suppliers.text")}>
      <div className="chart-rows">
        <Bar supplier={everybody} whole={suppliers.total} />
        {busiest.map((supplier) => (
          <Bar key={supplier.id} supplier={supplier} whole={busiest[0]?.total ?? 0} />
        ))}
      </div>
      {all.length > BARS ? (
        <p className="text-muted text-sm">{t("suppliers.shown", { count: BARS })}</p>
      ) : null}
      <p className="text-muted text-sm">{t("suppliers.measured")}</p>
      <Disclosure summary={t("table")}>
        <SuppliersTable suppliers={[everybody, ...all]} />
      </Disclosure>
    </Panel>
  );
}

function Bar({ supplier, whole }: { supplier: Supplier; whole: number }) {
  const { t } = useTranslation("management");
  const { id, name, counts, medianDays } = supplier;
  return (
    <div>
      <p className="chart-name">
        {name}
        {medianDays === null ? null : (
          <span className="text-muted text-sm"> · {t("suppliers.medianDays", { days: medianDays })}</span>
        )}
      </p>
      <StackedBar
        label={t("suppliers.chart", { supplier: name })}
        whole={whole}
        parts={counts.map(({ key, count }) => ({
          ...{ key, count, label: t(`response.${key}`), look: RESPONSE_LOOKS[key] },
          to: paths.managementResponses({ supplier: id || undefined, response: key }),
        }))}
      />
    </div>
  );
}

function SuppliersTable({ suppliers }: { suppliers: ReadonlyArray<Supplier> }) {
  const { t } = useTranslation("management");
  const toList = (id: string, response?: Response) =>
    paths.managementResponses({ supplier: id || undefined, response });
  return (
    <DataTable
      caption={t("suppliers.tableCaption")}
      rows={suppliers}
      rowKey={({ id }) => id}
      columns={[
        { id: "supplier", header: t("suppliers.supplier"), rowHeader: true, cell: ({ name }) => name },
        {
          ...{ id: "total", header: t("total"), align: "end" },
          cell: ({ id, total }) => <Link to={toList(id)}>{total}</Link>,
        },
        ...RESPONSES.map((response, place) => ({
          ...{ id: response, header: t(`response.${response}`), align: "end" as const },
          cell: ({ id, counts }: Supplier) => (
            <Link to={toList(id, response)}>{counts[place]?.count ?? 0}</Link>
          ),
        })),
        {
          ...{ id: "median", header: t("suppliers.median"), align: "end" },
          cell: ({ medianDays }) => (medianDays === null ? "–" : <NumberText value={medianDays} />),
        },
      ]}
    />
  );
}
