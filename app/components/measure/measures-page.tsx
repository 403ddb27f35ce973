import { useSearchParams } from "@remix-run/react";
import type { ComponentProps } from "react";
import type { MeasureProgress as Counts } from "~/domain/measure/progress";
import { useTranslation } from "~/i18n/use-translation";
import { paths } from "~/paths";
import { Button } from "../button";
import { ButtonLink } from "../button-link";
import { Callout } from "../callout";
import { Disclosure } from "../disclosure";
import { EmptyState } from "../empty-state";
import { Link } from "../link";
import { TickedProvider, useTicked } from "../model/ticked";
import { NumberedPages } from "../numbered-pages";
import { Page } from "../page";
import { Section } from "../section";
import { useIsHydrated } from "../use-is-hydrated";
import { BulkForm } from "./bulk-form";
import { groupName } from "./group-name";
import { MeasureFilters } from "./measure-filters";
import { MeasureProgress } from "./measure-progress";
import { type MeasureRow, MeasureTable } from "./measure-table";
import { ProgressTable } from "./progress-table";
import type { MeasureRefusal } from "./refusal-of-measures";

type MeasuresPageProps = ComponentProps<typeof MeasureFilters> & {
  rows: ReadonlyArray<MeasureRow>;
  paging: ComponentProps<typeof NumberedPages>["paging"];
  zone: { name: string; modelName: string; place: { modelId: string; zoneId: string } | null } | null;
  members: ReadonlyArray<{ name: string; email: string }>;
  progress: Counts;
  groups: ReadonlyArray<{ group: string; title: string | null; progress: Counts }>;
  zones: ReadonlyArray<{ choice: string; name: string; modelName: string; progress: Counts }>;
  isTooMuchForFile: boolean;
  mayRecord: boolean;
  outcome: { refusal: MeasureRefusal; typed: Readonly<Record<string, string>> } | undefined;
};

export function MeasuresPage(page: MeasuresPageProps) {
  const { t } = useTranslation("measure");
  const [search] = useSearchParams();
  const saved = Number(search.get("saved"));
  const { zone, rows, mayRecord, outcome } = page;
  const title = zone
    ? zone.place
      ? t("titleOfZone", { zone: zone.name })
      : t("titleOfHospital")
    : t("title");
  const zonePlace = zone?.place;
  return (
    <Page
      title={title}
      description={t("description")}
      breadcrumb={zone ? [{ label: t("title"), to: paths.measures() }] : []}
      actions={<FileActions {...page} />}
      width="full"
    >
      {saved > 0 ? (
        <Callout tone="success" live>
          {t("saved", { count: saved })}
        </Callout>
      ) : null}
      <Section title={t("progress.title")}>
        <MeasureProgress progress={page.progress} />
        {zonePlace ? (
          <p>
            <Link to={paths.zoneProfile(zonePlace.modelId, zonePlace.zoneId)}>{zone.name}</Link>
          </p>
        ) : null}
        <ProgressLists {...page} />
      </Section>
      <Section title={t("list.caption")}>
        <MeasureFilters {...page} />
        <TickedProvider key={search.toString()}>
          {mayRecord && rows.length > 0 ? <TickAll rows={rows} /> : null}
          <MeasureTable
            {...{ rows, mayRecord, hasPlace: zone === null }}
            empty={
              page.progress.count === 0 ? (
                <EmptyState
                  title={t("list.none")}
                  action={<ButtonLink to={paths.models()}>{t("shell:navigation.models")}</ButtonLink>}
                >
                  {t("list.noneText")}
                </EmptyState>
              ) : (
                <p className="text-muted">{t("list.noneMatch")}</p>
              )
            }
          />
          <NumberedPages paging={page.paging} without={["saved"]} />
          {mayRecord && rows.length > 0 ? (
            <BulkForm members={page.members} refusal={outcome?.refusal} typed={outcome?.typed ?? {}} />
          ) : null}
        </TickedProvider>
      </Section>
    </Page>
  );
}

function FileActions({
  isTooMuchForFile,
  mayRecord,
}: Pick<MeasuresPageProps, "isTooMuchForFile" | "mayRecord">) {
  const { t } = useTranslation("measure");
  const [search] = useSearchParams();
  const query = Object.fromEntries([...search].filter(([name]) => name !== "page" && name !== "saved"));
  return (
    <>
      {isTooMuchForFile ? (
        <span className="text-muted">{t("tooMuch")}</span>
      ) : (
        <ButtonLink to={paths.measuresFile("measures.xlsx", query)} reloadDocument icon="download">
          {t("download")}
        </ButtonLink>
      )}
      {mayRecord ? <ButtonLink to={paths.measuresImport()}>{t("import.link")}</ButtonLink> : null}
    </>
  );
}

function ProgressLists({ groups, zones }: Pick<MeasuresPageProps, "groups" | "zones">) {
  const { t } = useTranslation("measure");
  return (
    <>
      <Disclosure boxed summary={t("progress.byGroup")}>
        <ProgressTable
          caption={t("progress.byGroup")}
          head={t("field.group")}
          rows={groups.map(({ group, title, progress }) => ({
            ...{ key: group, name: groupName(t, { id: group, title }), progress },
          }))}
        />
      </Disclosure>
      {zones.length > 0 ? (
        <Disclosure boxed summary={t("progress.byZone")}>
          <ProgressTable
            caption={t("progress.byZone")}
            head={t("field.zone")}
            rows={zones.map(({ choice, name, progress }) => ({
              ...{ key: choice, name, progress, to: paths.measures({ zone: choice }) },
            }))}
          />
        </Disclosure>
      ) : null}
    </>
  );
}

/** Boxes can be ticked one by one without it. */
function TickAll({ rows }: { rows: ReadonlyArray<MeasureRow> }) {
  const { t } = useTranslation("measure");
  const { keys, set } = useTicked();
  const isHydrated = useIsHydrated();
  const all = rows.map(({ key }) => key);
  const areAll = all.every((key) => keys.has(key));
  return (
    <p className="tick-page">
      {isHydrated ? (
        <Button size="small" variant="quiet" aria-pressed={areAll} onClick={() => set(all, !areAll)}>
          {t("bulk.all")}
        </Button>
      ) : null}
      <a href="#chosen">{t("bulk.title")}</a>
    </p>
  );
}
