import type { AchievedLevel } from "~/domain/assessment/achieved-level";
import type { CountermeasureStanding } from "~/domain/countermeasure/countermeasure";
import type { SlVector } from "~/domain/security-level/security-level";
import { useTranslation } from "~/i18n/use-translation";
import { paths } from "~/paths";
import { ButtonLink } from "../button-link";
import { DataTable } from "../data-table";
import { LevelStrip } from "../level-strip";
import { LevelStripLegend } from "../level-strip-legend";
import { Link } from "../link";
import { Panel } from "../panel";
import { Section } from "../section";
import { LastDay } from "./last-day";
import { StandingBadge } from "./standing-badge";

type CountermeasurePanelProps = {
  modelId: string;
  zoneId: string;
  slTarget: SlVector | null;
  ledger: {
    entries: ReadonlyArray<{
      id: string;
      title: string;
      standing: CountermeasureStanding;
      expiresOn: string | null;
      requirementIds: ReadonlyArray<string>;
      on: string | null;
    }>;
    achieved: AchievedLevel;
    unknown: ReadonlyArray<string>;
    openRows: ReadonlyArray<string>;
    mayPropose: boolean;
  };
};

/** What a zone makes up for, and what it reaches with that. */
export function CountermeasurePanel({ modelId, zoneId, slTarget, ledger }: CountermeasurePanelProps) {
  const { t } = useTranslation("countermeasure");
  const { entries, achieved, unknown, openRows, mayPropose } = ledger;
  return (
    <Section
      id="countermeasures"
      title={t("panel.title")}
      description={t("panel.description")}
      actions={
        mayPropose ? (
          <ButtonLink to={paths.newCountermeasure({ place: `${modelId}/zone/${zoneId}` })}>
            {t("propose")}
          </ButtonLink>
        ) : undefined
      }
    >
      {slTarget ? (
        <Panel>
          <AchievedStrip slTarget={slTarget} achieved={achieved} />
          {unknown.length > 0 ? (
            <p className="text-sm">
              {t("panel.unknown", { count: unknown.length, names: unknown.join(", ") })}
            </p>
          ) : null}
          {openRows.length > 0 ? (
            <p className="text-sm">
              {t("panel.open", { count: openRows.length, rows: openRows.join(", ") })}
            </p>
          ) : null}
        </Panel>
      ) : null}
      {entries.length === 0 ? (
        <p className="text-muted">{t("panel.none")}</p>
      ) : (
        <DataTable
          caption={t("panel.caption")}
          captionHidden
          rows={entries}
          rowKey={({ id }) => id}
          columns={[
            {
              id: "title",
              header: t("field.title"),
              rowHeader: true,
              wrap: true,
              cell: ({ id, title }) => <Link to={paths.countermeasure(id)}>{title}</Link>,
            },
            {
              id: "state",
              header: t("common:state"),
              cell: ({ standing }) => <StandingBadge standing={standing} />,
            },
            {
              id: "on",
              header: t("form.standsOn"),
              wrap: true,
              cell: ({ on }) => (on === null ? t("panel.onZone") : t("panel.onConduit", { name: on })),
            },
            {
              id: "rows",
              header: t("list.rows"),
              wrap: true,
              cell: ({ requirementIds }) => requirementIds.join(", "),
            },
            {
              id: "until",
              header: t("field.expiresOn"),
              cell: ({ expiresOn }) => <LastDay value={expiresOn} />,
            },
          ]}
        />
      )}
    </Section>
  );
}

function AchievedStrip({ slTarget, achieved }: { slTarget: SlVector; achieved: AchievedLevel }) {
  const { t } = useTranslation("countermeasure");
  if (achieved.vector === null)
    return <p className="text-muted">{t(achieved.unknown > 0 ? "panel.noneKnown" : "panel.noDevices")}</p>;
  return (
    <>
      <figure className="grid gap-1">
        <LevelStrip
          size="large"
          labels
          title={t("panel.strip")}
          target={slTarget}
          reached={achieved.alone}
          withCountermeasures={achieved.vector}
        />
        <figcaption className="text-sm">{t("panel.stripCaption")}</figcaption>
      </figure>
      <LevelStripLegend />
      <p className="text-sm">{t("panel.known", { count: achieved.known })}</p>
    </>
  );
}
