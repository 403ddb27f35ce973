import { ButtonLink } from "~/components/button-link";
import { DataTable } from "~/components/data-table";
import { Disclosure } from "~/components/disclosure";
import { MeasureBadge } from "~/components/measure/measure-badge";
import { MeasureProgress } from "~/components/measure/measure-progress";
import { Section } from "~/components/section";
import { VerifyMark } from "~/components/verify-mark";
import type { MeasureState } from "~/domain/measure/measure";
import type { MeasureProgress as MeasureCounts } from "~/domain/measure/progress";
import type { Confidence } from "~/domain/requirement/component-requirement";
import type { FoundationalRequirement, SecurityLevel } from "~/domain/security-level/security-level";
import { useTranslation } from "~/i18n/use-translation";
import { paths } from "~/paths";
import { Link } from "../link";
import { ZoneMeanings } from "./zone-meanings";

type MeasureRow = {
  id: string;
  title: string;
  minSl?: number;
  confidence: Confidence;
  conflict?: boolean | undefined;
  note?: string | undefined;
};
type Attribute = "configuration" | "logging" | "siem" | "encryption" | "updates" | "access" | "network";
export type Measures = {
  kind: {
    name: string;
    confidence: Confidence;
    measures: ReadonlyArray<{ attribute: Attribute; measure: string }>;
  } | null;
  meanings: Parameters<typeof ZoneMeanings>[0]["meanings"];
  system: ReadonlyArray<{
    foundationalRequirement: FoundationalRequirement;
    target: SecurityLevel;
    rows: ReadonlyArray<MeasureRow>;
  }>;
  programme: ReadonlyArray<{ id: string; title: string; rows: ReadonlyArray<MeasureRow> }>;
};

/** How far the measures are; the states by id of the measure. */
type Standing = {
  place: { modelId: string; zoneId: string };
  progress: MeasureCounts;
  states: Readonly<Record<string, MeasureState>>;
};

/** What the hospital itself provides: by kind of zone, by level, by IEC 62443-3-3 and by IEC 62443-2-1. */
export function ZoneMeasures({ measures, standing }: { measures: Measures; standing: Standing }) {
  const { t } = useTranslation("policy");
  return (
    <Section
      id="measures"
      title={t("zone.measures")}
      description={t("zone.measuresText")}
      actions={
        <ButtonLink to={paths.measures({ zone: `${standing.place.modelId}/${standing.place.zoneId}` })}>
          {t("measure:zone.open")}
        </ButtonLink>
      }
    >
      <MeasureProgress progress={standing.progress} />
      <KindMeasures kind={measures.kind} />
      {measures.meanings.length > 0 ? <ZoneMeanings meanings={measures.meanings} /> : null}
      <Section
        level={3}
        title={t("zone.system", { count: countOf(measures.system) })}
        description={t("zone.systemText")}
      >
        {measures.system.map(({ foundationalRequirement: fr, target, rows }) =>
          rows.length === 0 ? null : (
            <Disclosure
              key={fr}
              boxed
              summary={
                <>
                  <strong>{t("zone.group", { fr, name: t(`components:fr.${fr}.name`) })}</strong>{" "}
                  <span className="text-muted">
                    {t("zone.groupText", { count: rows.length, level: target })}
                  </span>
                </>
              }
            >
              <MeasureTable
                caption={t("zone.group", { fr, name: t(`components:fr.${fr}.name`) })}
                rows={rows}
                standing={standing}
              />
            </Disclosure>
          ),
        )}
      </Section>
      <Section
        level={3}
        title={t("zone.programme", { count: countOf(measures.programme) })}
        description={t("zone.programmeText")}
      >
        {measures.programme.map(({ id, title, rows }) => (
          <Disclosure
            key={id}
            boxed
            summary={
              <>
                <strong>{`${id}: ${title}`}</strong> <span className="text-muted">{rows.length}</span>
              </>
            }
          >
            <MeasureTable caption={title} rows={rows} standing={standing} />
          </Disclosure>
        ))}
      </Section>
    </Section>
  );
}

function countOf(groups: ReadonlyArray<{ rows: ReadonlyArray<unknown> }>): number {
  return groups.reduce((sum, { rows }) => sum + rows.length, 0);
}

function KindMeasures({ kind }: Pick<Measures, "kind">) {
  const { t } = useTranslation("policy");
  if (!kind) return <p className="text-muted">{t("zone.kindNone")}</p>;
  return (
    <Section
      level={3}
      title={t("zone.kind")}
      description={
        <>
          {t("zone.kindText", { name: kind.name })} <VerifyMark confidence={kind.confidence} />
        </>
      }
    >
      <DataTable
        caption={t("zone.kind")}
        captionHidden
        rows={kind.measures}
        rowKey={({ attribute }) => attribute}
        columns={[
          {
            id: "attribute",
            header: t("zone.attribute"),
            rowHeader: true,
            cell: ({ attribute }) => t(`zone.attributes.${attribute}`),
          },
          { id: "measure", header: t("zone.measure"), wrap: true, cell: ({ measure }) => measure },
        ]}
      />
    </Section>
  );
}

type MeasureTableProps = { caption: string; rows: ReadonlyArray<MeasureRow>; standing: Standing };

function MeasureTable({ caption, rows, standing: { place, states } }: MeasureTableProps) {
  const { t } = useTranslation("policy");
  // The security programme knows no levels.
  const hasLevels = rows.some(({ minSl }) => minSl !== undefined);
  const level = { id: "level", header: t("zone.meaningLevel"), align: "center" } as const;
  return (
    <DataTable
      caption={caption}
      captionHidden
      rows={rows}
      rowKey={({ id }) => id}
      columns={[
        {
          id: "id",
          header: t("common:requirement"),
          rowHeader: true,
          cell: ({ id }) => <Link to={paths.measure(place, id)}>{id}</Link>,
        },
        { id: "title", header: t("zone.measure"), wrap: true, cell: ({ title }) => title },
        {
          ...{ id: "state", header: t("measure:field.state") },
          cell: ({ id }) => <MeasureBadge state={states[id] ?? "not-started"} />,
        },
        ...(hasLevels ? [{ ...level, cell: ({ minSl }: MeasureRow) => minSl }] : []),
        {
          id: "verify",
          header: t("zone.verify"),
          headerHidden: true,
          cell: ({ confidence, conflict, note }) => (
            <VerifyMark confidence={confidence} conflict={conflict} note={note} />
          ),
        },
      ]}
    />
  );
}
