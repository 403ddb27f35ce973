import type { FoundationalRequirement } from "~/domain/security-level/security-level";
import { useTranslation } from "~/i18n/use-translation";
import { paths } from "~/paths";
import { ButtonLink } from "../button-link";
import { COUNT_LOOK } from "../chart/looks";
import { StackedBar } from "../chart/stacked-bar";
import { DataTable } from "../data-table";
import { Disclosure } from "../disclosure";
import { Link } from "../link";
import { Panel } from "../panel";

type GapsOfFr = {
  fr: FoundationalRequirement;
  rows: number;
  products: number;
  counts: ReadonlyArray<{ key: "not-met" | "countermeasure-missing"; count: number }>;
};
export type GapsPanelProps = { gaps: ReadonlyArray<GapsOfFr> };

export function GapsPanel({ gaps, judgedProducts }: GapsPanelProps & { judgedProducts: number }) {
  const { t } = useTranslation("management");
  const highest = Math.max(...gaps.map(({ rows }) => rows), 1);
  if (judgedProducts === 0)
    return (
      <Panel
        title={t("gaps.title")}
        description={t("gaps.text")}
        actions={<ButtonLink to={paths.requests()}>{t("gaps.noneAction")}</ButtonLink>}
      >
        <p className="text-muted">{t("gaps.none")}</p>
      </Panel>
    );
  return (
    <Panel title={t("gaps.title")} description={t("gaps.text")}>
      <p className="text-muted text-sm">{t("gaps.judged", { count: judgedProducts })}</p>
      <div className="chart-grid">
        {gaps.map(({ fr, rows }) => (
          <div key={fr}>
            <p className="chart-name">{`${fr} ${t(`components:fr.${fr}.name`)}`}</p>
            <StackedBar
              label={t("gaps.chart", { fr, count: rows })}
              whole={highest}
              parts={[
                {
                  ...{ key: "rows", count: rows, label: t("gaps.rows"), look: COUNT_LOOK },
                  to: paths.managementGaps({ fr }),
                },
              ]}
            />
          </div>
        ))}
      </div>
      <Disclosure summary={t("table")}>
        <DataTable
          caption={t("gaps.tableCaption")}
          rows={gaps}
          rowKey={({ fr }) => fr}
          columns={[
            {
              ...{ id: "fr", header: t("gaps.fr"), rowHeader: true },
              cell: ({ fr }) => `${fr} ${t(`components:fr.${fr}.name`)}`,
            },
            {
              ...{ id: "rows", header: t("gaps.rows"), align: "end" },
              cell: ({ fr, rows }) => <Link to={paths.managementGaps({ fr })}>{rows}</Link>,
            },
            ...(["not-met", "countermeasure-missing"] as const).map((why) => ({
              ...{ id: why, header: t(`gaps.${why}`), align: "end" as const },
              cell: ({ fr, counts }: GapsOfFr) => (
                <Link to={paths.managementGaps({ fr, why })}>
                  {counts.find(({ key }) => key === why)?.count ?? 0}
                </Link>
              ),
            })),
          ]}
        />
      </Disclosure>
    </Panel>
  );
}
