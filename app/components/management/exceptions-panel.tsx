import type { TimeSpan } from "~/domain/management/time-spans";
import { useTranslation } from "~/i18n/use-translation";
import { paths } from "~/paths";
import { COUNT_LOOK } from "../chart/looks";
import { StackedBar } from "../chart/stacked-bar";
import { DataTable } from "../data-table";
import { Disclosure } from "../disclosure";
import { Link } from "../link";
import { Panel } from "../panel";

type Span = { span: TimeSpan; granted: number; ending: number };
export type ExceptionsPanelProps = { exceptions: { total: number; spans: ReadonlyArray<Span> } };

const MEASURED = [
  ["age", "granted"],
  ["left", "ending"],
] as const;

export function ExceptionsPanel({ exceptions: { total, spans } }: ExceptionsPanelProps) {
  const { t } = useTranslation("management");
  if (total === 0)
    return (
      <Panel title={t("exceptions.title")} description={t("exceptions.text")}>
        <p className="text-muted">
          {t("exceptions.none")} {t("exceptions.noneText")}
        </p>
      </Panel>
    );
  return (
    <Panel
      title={
        <>
          {t("exceptions.title")} (<Link to={paths.exceptions({ state: "in-force" })}>{total}</Link>)
        </>
      }
      description={t("exceptions.text")}
    >
      <div className="chart-grid">
        {MEASURED.map(([param, count]) => (
          <div key={param} className="chart-rows">
            <p className="chart-name">{t(`exceptions.${param}`)}</p>
            {spans.map((one) => (
              <StackedBar
                key={one.span}
                label={t("exceptions.chart", { span: t(`span.${one.span}`), count: one[count] })}
                whole={total}
                parts={[
                  {
                    ...{ key: one.span, count: one[count], label: t(`span.${one.span}`), look: COUNT_LOOK },
                    to: paths.exceptions({ [param]: one.span }),
                  },
                ]}
              />
            ))}
          </div>
        ))}
      </div>
      <Disclosure summary={t("table")}>
        <DataTable
          caption={t("exceptions.tableCaption")}
          rows={spans}
          rowKey={({ span }) => span}
          columns={[
            {
              ...{ id: "span", header: t("exceptions.span"), rowHeader: true },
              cell: ({ span }) => t(`span.${span}`),
            },
            ...MEASURED.map(([param, count]) => ({
              ...{ id: param, header: t(`exceptions.${param}`), align: "end" as const },
              cell: (one: Span) => <Link to={paths.exceptions({ [param]: one.span })}>{one[count]}</Link>,
            })),
          ]}
        />
      </Disclosure>
    </Panel>
  );
}
