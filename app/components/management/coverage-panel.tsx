import { COVERAGES, type Coverage } from "~/domain/management/coverage";
import { useTranslation } from "~/i18n/use-translation";
import { paths } from "~/paths";
import { COVERAGE_LOOKS } from "../chart/looks";
import { StackedBar } from "../chart/stacked-bar";
import { DataTable } from "../data-table";
import { Disclosure } from "../disclosure";
import { Link } from "../link";
import { Panel } from "../panel";

type Counts = { total: number; counts: ReadonlyArray<{ key: Coverage; count: number }> };

export type CoveragePanelProps = {
  coverage: Counts & {
    bySite: ReadonlyArray<Counts & { name: string }>;
    byModel: ReadonlyArray<Counts & { id: string; name: string; siteName: string }>;
  };
};

type Place = Counts & { id: string; name: string; query: { site?: string; model?: string } };

export function CoveragePanel({ coverage }: CoveragePanelProps) {
  const { t } = useTranslation("management");
  const { bySite, byModel } = coverage;
  const hospital = { ...coverage, id: "", name: t("coverage.hospital"), query: {} };
  const sites = bySite.map((site) => ({ ...site, id: `site ${site.name}`, query: { site: site.name } }));
  const models = byModel.map((model) => ({
    ...{ ...model, name: `${model.siteName} · ${model.name}`, query: { model: model.id } },
  }));
  const shown = sites.length > 1 ? [hospital, ...sites] : [hospital];
  return (
    <Panel title={t("coverage.title")} description={t("coverage.text")}>
      <div className="chart-rows">
        {shown.map((place) => (
          <Bar key={place.id} place={place} />
        ))}
      </div>
      <Disclosure summary={t("table")}>
        <CoverageTable places={[...shown, ...models]} />
      </Disclosure>
    </Panel>
  );
}

function Bar({ place: { name, total, counts, query } }: { place: Place }) {
  const { t } = useTranslation("management");
  return (
    <div>
      <p className="chart-name">{name}</p>
      <StackedBar
        label={t("coverage.chart", { place: name })}
        whole={total}
        parts={counts.map(({ key, count }) => ({
          ...{ key, count, label: t(`coverage.${key}`), look: COVERAGE_LOOKS[key] },
          to: paths.managementZones({ ...query, coverage: key }),
        }))}
      />
    </div>
  );
}

function CoverageTable({ places }: { places: ReadonlyArray<Place> }) {
  const { t } = useTranslation("management");
  return (
    <DataTable
      caption={t("coverage.tableCaption")}
      rows={places}
      rowKey={({ id }) => id}
      columns={[
        { id: "place", header: t("coverage.place"), rowHeader: true, cell: ({ name }) => name },
        {
          ...{ id: "total", header: t("total"), align: "end" },
          cell: ({ total, query }) => <Link to={paths.managementZones(query)}>{total}</Link>,
        },
        ...COVERAGES.map((coverage, place) => ({
          ...{ id: coverage, header: t(`coverage.${coverage}`), align: "end" as const },
          cell: ({ counts, query }: Place) => (
            <Link to={paths.managementZones({ ...query, coverage })}>{counts[place]?.count ?? 0}</Link>
          ),
        })),
      ]}
    />
  );
}
