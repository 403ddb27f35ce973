import { COVERAGES, type Coverage } from "~/domain/management/coverage";
import { LEVEL_REACHES, type LevelReach } from "~/domain/management/level-reach";
import {
  FOUNDATIONAL_REQUIREMENTS,
  type FoundationalRequirement,
  type SlVector,
} from "~/domain/security-level/security-level";
import type { IsoDate } from "~/domain/shared/iso-date";
import { useTranslation } from "~/i18n/use-translation";
import { paths } from "~/paths";
import { ButtonLink } from "../button-link";
import { ChartSwatch } from "../chart/chart-shape";
import { COVERAGE_LOOKS } from "../chart/looks";
import { DataTable } from "../data-table";
import { DateText } from "../date-text";
import { EmptyState } from "../empty-state";
import { FilterChips } from "../filter-chips";
import { LevelStrip } from "../level-strip";
import { Link } from "../link";
import { Page } from "../page";
import { ListPaging } from "./list-paging";

type ListedZone = {
  modelId: string;
  modelName: string;
  siteName: string;
  zoneId: string;
  name: string;
  slTarget: SlVector | null;
  slAchieved: SlVector | null;
  placed: number;
  unknown: number;
  /** null on a day that is past. */
  covered: { coverage: Coverage; decided: number } | null;
};

type ManagedZonesPageProps = {
  zones: ReadonlyArray<ListedZone>;
  paging: { page: number; pages: number; count: number };
  filter: { fr: FoundationalRequirement | null; reach: LevelReach | null };
  models: ReadonlyArray<{ id: string; name: string }>;
  sites: ReadonlyArray<string>;
  on: IsoDate;
  isToday: boolean;
};

export function ManagedZonesPage(page: ManagedZonesPageProps) {
  const { t } = useTranslation("management");
  const { paging, on } = page;
  return (
    <Page
      title={t("zones.title")}
      description={t("zones.description")}
      breadcrumb={[{ label: t("title"), to: paths.management() }]}
    >
      <Filters {...page} />
      <p className="text-muted">
        {t("zones.on")} <DateText value={on} /> · {t("zones.count", { count: paging.count })}
      </p>
      <ZonesTable zones={page.zones} />
      <ListPaging paging={paging} />
    </Page>
  );
}

function Filters({ filter: { fr }, models, sites, isToday }: ManagedZonesPageProps) {
  const { t } = useTranslation("management");
  return (
    <>
      {isToday ? (
        <FilterChips
          label={t("zones.coverage")}
          param="coverage"
          options={COVERAGES.map((one) => ({ value: one, label: t(`coverage.${one}`) }))}
        />
      ) : null}
      {sites.length > 1 ? (
        <FilterChips
          label={t("zones.site")}
          param="site"
          options={sites.map((site) => ({ value: site, label: site }))}
        />
      ) : null}
      {models.length > 1 ? (
        <FilterChips
          label={t("zones.model")}
          param="model"
          options={models.map(({ id, name }) => ({ value: id, label: name }))}
        />
      ) : null}
      <FilterChips
        label={t("zones.fr")}
        param="fr"
        options={FOUNDATIONAL_REQUIREMENTS.map((one) => ({ value: one, label: one }))}
      />
      {fr === null ? null : (
        <FilterChips
          label={t("zones.reach", { fr })}
          param="reach"
          options={LEVEL_REACHES.map((one) => ({ value: one, label: t(`levels.${one}`) }))}
        />
      )}
    </>
  );
}

function ZonesTable({ zones }: { zones: ReadonlyArray<ListedZone> }) {
  const { t } = useTranslation("management");
  return (
    <DataTable
      caption={t("zones.caption")}
      rows={zones}
      rowKey={({ modelId, zoneId }) => `${modelId} ${zoneId}`}
      empty={
        <EmptyState
          icon="search"
          title={t("zones.none")}
          action={<ButtonLink to={paths.managementZones()}>{t("zones.clear")}</ButtonLink>}
        >
          {t("zones.noneText")}
        </EmptyState>
      }
      columns={[
        {
          ...{ id: "zone", header: t("zones.zone"), rowHeader: true },
          cell: ({ modelId, zoneId, name }) => <Link to={paths.zoneProfile(modelId, zoneId)}>{name}</Link>,
        },
        {
          ...{ id: "model", header: t("zones.model") },
          cell: ({ siteName, modelName }) => `${siteName} · ${modelName}`,
        },
        {
          ...{ id: "levels", header: t("zones.levels") },
          cell: ({ name, slTarget, slAchieved }) => (
            <LevelStrip size="small" title={name} target={slTarget} reached={slAchieved} />
          ),
        },
        { id: "placed", header: t("zones.placed"), cell: (zone) => <Devices zone={zone} /> },
        { id: "coverage", header: t("zones.coverage"), cell: (zone) => <Covered zone={zone} /> },
      ]}
    />
  );
}

function Devices({ zone: { placed, unknown, covered } }: { zone: ListedZone }) {
  const { t } = useTranslation("management");
  return (
    <>
      {covered ? t("zones.placedOf", { decided: covered.decided, placed }) : placed}
      {unknown > 0 ? ` · ${t("zones.unknown", { count: unknown })}` : null}
    </>
  );
}

function Covered({ zone: { covered } }: { zone: ListedZone }) {
  const { t } = useTranslation("management");
  if (covered === null) return "–";
  return (
    <span className="inline-flex items-center gap-2">
      <ChartSwatch look={COVERAGE_LOOKS[covered.coverage]} />
      {t(`coverage.${covered.coverage}`)}
    </span>
  );
}
