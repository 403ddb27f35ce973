import type { ReactNode } from "react";
import type { ClauseStanding } from "~/domain/readiness/readiness";
import { useTranslation } from "~/i18n/use-translation";
import { Badge } from "../badge";
import { Callout } from "../callout";
import { DataTable } from "../data-table";
import { FilterChips } from "../filter-chips";
import type { IconName } from "../icon";
import { Link } from "../link";
import { Section } from "../section";
import type { Tone } from "../tone";
import { VerifyMark } from "../verify-mark";
import {
  type AnyFact,
  clauseWords,
  type FrameworkName,
  factWords,
  rowWords,
  type ShownClause,
  splitRows,
} from "./readiness-words";

export type ShownFramework = {
  framework: FrameworkName;
  counts: Readonly<Record<ClauseStanding, number>>;
  clauses: ReadonlyArray<ShownClause>;
};
type ReadinessSectionsProps = {
  names: ReadonlyArray<FrameworkName>;
  frameworks: ReadonlyArray<ShownFramework>;
  factHref: (fact: AnyFact) => string;
  rowHref: (id: string) => string;
};

const LOOKS = {
  shown: { tone: "success", icon: "check-circle" },
  partly: { tone: "warning", icon: "condition" },
  nothing: { tone: "neutral", icon: "minus" },
  unseen: { tone: "info", icon: "lock" },
} as const satisfies Record<ClauseStanding, { tone: Tone; icon: IconName }>;

/** Frameworks one below the other: clauses counted by how they stand, then one by one. */
export function ReadinessSections({ names, frameworks, ...hrefs }: ReadinessSectionsProps) {
  const { t } = useTranslation("readiness");
  return (
    <>
      <Callout tone="info" title={t("advice.title")}>
        {t("advice.text")}
      </Callout>
      <FilterChips
        label={t("framework.label")}
        param="of"
        options={names.map((name) => ({ value: name, label: t(`framework.${name}`) }))}
      />
      {frameworks.map(({ framework, counts, clauses }) => (
        <Section
          key={framework}
          id={framework}
          title={t(`framework.${framework}`)}
          description={t(`about.${framework}`)}
        >
          <p>
            <strong>{t("counts", { ...counts, count: clauses.length })}</strong>
          </p>
          <ClauseTable caption={t(`framework.${framework}`)} clauses={clauses} {...hrefs} />
        </Section>
      ))}
    </>
  );
}

type ClauseTableProps = Pick<ReadinessSectionsProps, "factHref" | "rowHref"> & {
  caption: string;
  clauses: ReadonlyArray<ShownClause>;
};

function ClauseTable({ caption, clauses, factHref, rowHref }: ClauseTableProps) {
  const { t } = useTranslation("readiness");
  const linesOf = (clause: ShownClause, isShown: boolean) => {
    const rows = splitRows(clause);
    return [
      ...clause.looks
        .filter((look) => look.isShown === isShown)
        .map((look) => ({ key: look.fact, to: factHref(look.fact), text: factWords(t, look) })),
      ...(isShown ? rows.shown : rows.missing).map((row) => ({
        ...{ key: row.id, to: rowHref(row.id), text: rowWords(t, row) },
      })),
    ];
  };
  return (
    <DataTable
      caption={caption}
      captionHidden
      rows={clauses}
      rowKey={({ clause }) => clause}
      columns={[
        {
          ...{ id: "clause", header: t("column.clause"), rowHeader: true, wrap: true },
          cell: (clause) => (
            <>
              {clause.name} <VerifyMark confidence={clause.confidence} />
              <span className="block font-normal">{clauseWords(t, clause)}</span>
            </>
          ),
        },
        {
          ...{ id: "standing", header: t("column.standing"), wrap: true },
          cell: ({ standing, outside }) => (
            <>
              <Badge {...LOOKS[standing]}>{t(`standing.${standing}`)}</Badge>
              {outside === "part" && standing === "shown" ? (
                <span className="block text-muted text-sm">{t("outside.part")}</span>
              ) : null}
            </>
          ),
        },
        {
          ...{ id: "shows", header: t("column.shows"), wrap: true },
          cell: (clause) => <Lines lines={linesOf(clause, true)}>{t("none")}</Lines>,
        },
        {
          ...{ id: "missing", header: t("column.missing"), wrap: true },
          cell: (clause) => (
            <Lines lines={linesOf(clause, false)}>
              {t(clause.standing === "unseen" ? "unseenText" : "nothingMissing")}
            </Lines>
          ),
        },
      ]}
    />
  );
}

type LinesProps = { lines: ReadonlyArray<{ key: string; to: string; text: string }>; children: ReactNode };

function Lines({ lines, children }: LinesProps) {
  if (lines.length === 0) return <span className="text-muted">{children}</span>;
  return (
    <ul className="grid gap-1">
      {lines.map(({ key, to, text }) => (
        <li key={key}>
          <Link to={to}>{text}</Link>
        </li>
      ))}
    </ul>
  );
}
