import { AnswerBadge } from "~/components/answer-badge";
import { Callout } from "~/components/callout";
import { DataTable } from "~/components/data-table";
import { Disclosure } from "~/components/disclosure";
import { EmptyState } from "~/components/empty-state";
import { LevelStrip } from "~/components/level-strip";
import { Panel } from "~/components/panel";
import type { SlCapability } from "~/domain/assessment/capability";
import type { DeclarationDifference } from "~/domain/declaration/difference";
import type { FoundationalProgress } from "~/domain/declaration/progress";
import type { FoundationalRequirement, SlVector } from "~/domain/security-level/security-level";
import { isSameVector } from "~/domain/security-level/security-level";
import { useTranslation } from "~/i18n/use-translation";

type NamedRow = { id: string; title: string; foundationalRequirement: FoundationalRequirement };
type NamedDifference = Omit<DeclarationDifference, "answers"> & {
  version: number;
  answers: ReadonlyArray<DeclarationDifference["answers"][number] & NamedRow>;
};
export type SigningFacts = {
  capability: SlCapability;
  claimedSlCapability: SlVector | null;
  progress: ReadonlyArray<FoundationalProgress>;
  openRows: ReadonlyArray<NamedRow>;
  withoutNote: ReadonlyArray<NamedRow>;
  setAside: ReadonlyArray<NamedRow>;
  difference: NamedDifference | null;
};

/** Everything a signatory should have seen, most important first. */
export function SigningSummary({ facts }: { facts: SigningFacts }) {
  const { t } = useTranslation("declaration");
  const { capability, claimedSlCapability: claimed, progress } = facts;
  return (
    <>
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
      </Panel>
      {facts.difference ? <Difference difference={facts.difference} /> : null}
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

function Difference({ difference }: { difference: NamedDifference }) {
  const { t } = useTranslation("declaration");
  const { version, addedComponentTypes, removedComponentTypes, claimedSlCapability, answers } = difference;
  const names = (types: DeclarationDifference["addedComponentTypes"]) =>
    types.map((type) => t(`components:componentType.${type}`)).join(", ");
  return (
    <Panel title={t("difference.title", { version })} flush>
      <DataTable
        caption={t("difference.title", { version })}
        captionHidden
        rows={answers}
        rowKey={(row) => row.id}
        empty={<EmptyState title={t("difference.none")}>{t("difference.noneText")}</EmptyState>}
        columns={[
          { id: "row", header: t("common:requirement"), rowHeader: true, cell: ({ id }) => id },
          { id: "title", header: t("difference.what"), wrap: true, cell: ({ title }) => title },
          {
            id: "before",
            header: t("difference.before"),
            wrap: true,
            cell: ({ before }) => <Said answer={before} />,
          },
          {
            id: "after",
            header: t("difference.after"),
            wrap: true,
            cell: ({ after }) => <Said answer={after} />,
          },
        ]}
      />
      <div className="grid gap-1 p-3">
        {addedComponentTypes.length > 0 ? (
          <p>{t("difference.added", { types: names(addedComponentTypes) })}</p>
        ) : null}
        {removedComponentTypes.length > 0 ? (
          <p>{t("difference.removed", { types: names(removedComponentTypes) })}</p>
        ) : null}
        {claimedSlCapability ? <p>{t("difference.claim")}</p> : null}
      </div>
    </Panel>
  );
}

function Said({ answer }: { answer: DeclarationDifference["answers"][number]["before"] }) {
  return (
    <>
      <AnswerBadge answer={answer?.value ?? "unanswered"} /> {answer?.note}
    </>
  );
}
