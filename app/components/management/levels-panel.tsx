import { LEVEL_REACHES, type LevelReach } from "~/domain/management/level-reach";
import { STEPS } from "~/domain/management/periods";
import {
  FOUNDATIONAL_REQUIREMENTS,
  type FoundationalRequirement,
} from "~/domain/security-level/security-level";
import type { IsoDate } from "~/domain/shared/iso-date";
import { useTranslation } from "~/i18n/use-translation";
import { paths } from "~/paths";
import { REACH_LOOKS } from "../chart/looks";
import { StackedBar } from "../chart/stacked-bar";
import { StackedColumns } from "../chart/stacked-columns";
import { DataTable } from "../data-table";
import { DateText } from "../date-text";
import { Disclosure } from "../disclosure";
import { FilterChips } from "../filter-chips";
import { Link } from "../link";
import { Panel } from "../panel";

type Counts = ReadonlyArray<{ key: LevelReach; count: number }>;
type Day = {
  day: IsoDate;
  zones: number;
  perFr: ReadonlyArray<{ fr: FoundationalRequirement; counts: Counts }>;
};
export type LevelsPanelProps = { levels: ReadonlyArray<Day> };

export function LevelsPanel({ levels, today }: LevelsPanelProps & { today: IsoDate }) {
  const { t } = useTranslation("management");
  const highest = Math.max(...levels.map(({ zones }) => zones), 0);
  if (highest === 0)
    return (
      <Panel title={t("levels.title")} description={t("levels.text")}>
        <p className="text-muted">{t("levels.noTargets")}</p>
      </Panel>
    );
  return (
    <Panel title={t("levels.title")} description={t("levels.text")}>
      <FilterChips
        label={t("step.label")}
        param="step"
        all={t("step.month")}
        options={STEPS.filter((step) => step !== "month").map((step) => ({
          ...{ value: step, label: t(`step.${step}`) },
        }))}
      />
      <div className="chart-grid">
        {FOUNDATIONAL_REQUIREMENTS.map((fr) => (
          <OneRequirement key={fr} fr={fr} levels={levels} highest={highest} today={today} />
        ))}
      </div>
      <p className="text-muted text-sm">{t("levels.derived")}</p>
      <Disclosure summary={t("table")}>
        <LevelsTable levels={levels} today={today} />
      </Disclosure>
    </Panel>
  );
}

type OneRequirementProps = LevelsPanelProps & {
  fr: FoundationalRequirement;
  highest: number;
  today: IsoDate;
};

function OneRequirement({ fr, levels, highest, today }: OneRequirementProps) {
  const { t } = useTranslation("management");
  const name = `${fr} ${t(`components:fr.${fr}.name`)}`;
  const latest = countsOf(levels.at(-1), fr);
  const wordsOf = (counts: Counts) =>
    counts.map(({ key, count }) => `${t(`levels.${key}`)} ${count}`).join(", ");
  return (
    <div className="chart">
      <p className="chart-name">{name}</p>
      <StackedColumns
        label={t("levels.chart", { fr: name, count: levels.length })}
        looks={REACH_LOOKS}
        highest={highest}
        columns={levels.map((one) => ({
          ...{ id: one.day, name: one.day.slice(5, 7), parts: countsOf(one, fr) },
          described: t("levels.column", { day: one.day, counts: wordsOf(countsOf(one, fr)) }),
        }))}
      />
      <p className="text-muted text-sm">{t("levels.today")}</p>
      <StackedBar
        label={`${name} ${today}`}
        whole={levels.at(-1)?.zones ?? 0}
        parts={latest.map(({ key, count }) => ({
          ...{ key, count, label: t(`levels.${key}`), look: REACH_LOOKS[key] },
          to: paths.managementZones({ fr, reach: key }),
        }))}
      />
    </div>
  );
}

function countsOf(day: Day | undefined, fr: FoundationalRequirement): Counts {
  return day?.perFr.find((one) => one.fr === fr)?.counts ?? [];
}

function LevelsTable({ levels, today }: LevelsPanelProps & { today: IsoDate }) {
  const { t } = useTranslation("management");
  return (
    <DataTable
      caption={`${t("levels.tableCaption")}: ${LEVEL_REACHES.map((reach) => t(`levels.${reach}`)).join(" · ")}`}
      rows={levels.toReversed()}
      rowKey={({ day }) => day}
      columns={[
        {
          ...{ id: "day", header: t("levels.day"), rowHeader: true },
          cell: ({ day }) => <DateText value={day} />,
        },
        ...FOUNDATIONAL_REQUIREMENTS.map((fr) => ({
          ...{ id: fr, header: fr },
          cell: (one: Day) =>
            countsOf(one, fr).map(({ key, count }, place) => (
              <span key={key}>
                {place > 0 ? " · " : null}
                <Link
                  to={paths.managementZones({ fr, reach: key, on: one.day === today ? undefined : one.day })}
                  aria-label={`${one.day} ${fr} ${t(`levels.${key}`)}: ${count}`}
                >
                  {count}
                </Link>
              </span>
            )),
        })),
      ]}
    />
  );
}
