import { Callout } from "~/components/callout";
import { DataTable } from "~/components/data-table";
import { Disclosure } from "~/components/disclosure";
import { LevelStrip } from "~/components/level-strip";
import { Panel } from "~/components/panel";
import type { SlCapability } from "~/domain/assessment/capability";
import type { FactProgress, FoundationalProgress } from "~/domain/declaration/progress";
import type { Variant } from "~/domain/declaration/variants";
import type { FoundationalRequirement, SlVector } from "~/domain/security-level/security-level";
import { isSameVector } from "~/domain/security-level/security-level";
import { useTranslation } from "~/i18n/use-translation";
import { type Contradiction, ContradictionsPanel } from "./contradictions-panel";
import { CoveredVariants } from "./covered-variants";
import { DifferencePanel, type NamedDifference } from "./difference-panel";

export type NamedRow = { id: string; title: string; foundationalRequirement: FoundationalRequirement };
export type SigningFacts = {
  contradictions: ReadonlyArray<Contradiction>;
  capability: SlCapability;
  claimedSlCapability: SlVector | null;
  progress: ReadonlyArray<FoundationalProgress>;
  openRows: ReadonlyArray<NamedRow>;
  withoutNote: ReadonlyArray<NamedRow>;
  setAside: ReadonlyArray<NamedRow>;
  facts: ReadonlyArray<FactProgress>;
  variants: ReadonlyArray<Variant> | undefined;
  evidence: { all: number; outOfDate: ReadonlyArray<string> };
  difference: NamedDifference | null;
};

/** Everything a signatory should have seen, most important first. */
export function SigningSummary({ facts }: { facts: SigningFacts }) {
  const { t } = useTranslation("declaration");
  const { capability, claimedSlCapability: claimed, progress } = facts;
  return (
    <>
      <ContradictionsPanel contradictions={facts.contradictions} />
      <CoveredVariants variants={facts.variants} />
      <Panel title={t("signing.levels")}>
        <LevelStrip
          size="large"
          labels
          title={t("sheet.strip")}
          target={claimed}
          reached={capability.native}
          withCountermeasures={capability.withCountermeasures}
        />
        {claimed && !isSameVector(claimed, capability.native) ? (
          <Callout tone="warning">{t("signing.claimDiffers")}</Callout>
        ) : null}
        <DataTable
          caption={t("signing.byFoundation")}
          captionHidden
          rows={progress}
          rowKey={(row) => row.foundationalRequirement}
          columns={[
            {
              id: "fr",
              header: t("signing.fr"),
              rowHeader: true,
              wrap: true,
              cell: ({ foundationalRequirement: fr }) => `${fr} ${t(`components:fr.${fr}.name`)}`,
            },
            {
              id: "answered",
              header: t("signing.answered"),
              align: "end",
              cell: ({ answered, applicable }) => t("sheet.progress", { answered, applicable }),
            },
            {
              id: "native",
              header: t("signing.native"),
              align: "end",
              cell: ({ foundationalRequirement: fr }) => capability.native[fr],
            },
            {
              id: "countermeasures",
              header: t("signing.withCountermeasures"),
              align: "end",
              cell: ({ foundationalRequirement: fr }) => capability.withCountermeasures[fr],
            },
          ]}
        />
      </Panel>
      <Panel title={t("signing.open")}>
        <Rows title={t("signing.openRows", { count: facts.openRows.length })} rows={facts.openRows} />
        <Rows
          title={t("signing.withoutNote", { count: facts.withoutNote.length })}
          rows={facts.withoutNote}
        />
        <Rows title={t("signing.setAside", { count: facts.setAside.length })} rows={facts.setAside} />
        <StatedFacts facts={facts.facts} evidence={facts.evidence} />
      </Panel>
      {facts.difference ? <DifferencePanel difference={facts.difference} /> : null}
    </>
  );
}

function Rows({ title, rows }: { title: string; rows: ReadonlyArray<NamedRow> }) {
  if (rows.length === 0) return <p className="text-muted">{title}</p>;
  return (
    <Disclosure summary={title}>
      <ul className="grid gap-1">
        {rows.map((row) => (
          <li key={row.id}>
            <strong>{row.id}</strong> {row.title}
          </li>
        ))}
      </ul>
    </Disclosure>
  );
}

function StatedFacts({ facts, evidence }: Pick<SigningFacts, "facts" | "evidence">) {
  const { t } = useTranslation("declaration");
  const open = facts.filter((topic) => topic.stated < topic.facts);
  const stated = facts.reduce((sum, topic) => sum + topic.stated, 0);
  const all = facts.reduce((sum, topic) => sum + topic.facts, 0);
  return (
    <>
      <Disclosure summary={t("signing.factsStated", { stated, facts: all, count: evidence.all })}>
        <p>{t("signing.unstated")}</p>
        <ul className="grid gap-1">
          {open.map((topic) => (
            <li key={topic.group}>
              {t(`facts:group.${topic.group}`)}: {t("facts.stated", topic)}
            </li>
          ))}
        </ul>
      </Disclosure>
      <p className={evidence.outOfDate.length > 0 ? undefined : "text-muted"}>
        {t("signing.outOfDate", { count: evidence.outOfDate.length })} {evidence.outOfDate.join(", ")}
      </p>
    </>
  );
}
