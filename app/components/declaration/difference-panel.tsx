import { AnswerBadge } from "~/components/answer-badge";
import { DataTable } from "~/components/data-table";
import { EmptyState } from "~/components/empty-state";
import { Panel } from "~/components/panel";
import type { DeclarationDifference } from "~/domain/declaration/difference";
import { useTranslation } from "~/i18n/use-translation";
import { FactValue } from "./fact-value";
import type { NamedRow } from "./signing-summary";

export type NamedDifference = Omit<DeclarationDifference, "answers"> & {
  version: number;
  answers: ReadonlyArray<DeclarationDifference["answers"][number] & NamedRow>;
};

type DifferencePanelProps = {
  difference: NamedDifference;
  /** Where it is not the difference to a version, but between two. */
  title?: string;
};

/** What a version says otherwise than an earlier one: answers, facts, evidence. */
export function DifferencePanel({ difference, title }: DifferencePanelProps) {
  const { t } = useTranslation("declaration");
  const {
    version,
    addedComponentTypes,
    removedComponentTypes,
    claimedSlCapability,
    answers,
    facts,
    evidence,
  } = difference;
  const after = title ? t("history.after") : t("difference.after");
  const names = (types: DeclarationDifference["addedComponentTypes"]) =>
    types.map((type) => t(`components:componentType.${type}`)).join(", ");
  return (
    <Panel title={title ?? t("difference.title", { version })} flush>
      <DataTable
        caption={t("difference.answers")}
        captionHidden
        rows={answers}
        rowKey={(row) => row.id}
        empty={<EmptyState title={t("difference.none")}>{t("difference.noneText")}</EmptyState>}
        columns={[
          { id: "row", header: t("common:requirement"), rowHeader: true, cell: ({ id }) => id },
          { id: "title", header: t("difference.what"), wrap: true, cell: (row) => row.title },
          {
            id: "before",
            header: t("difference.before"),
            wrap: true,
            cell: ({ before }) => <Said answer={before} />,
          },
          {
            id: "after",
            header: after,
            wrap: true,
            cell: (row) => <Said answer={row.after} />,
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
        {evidence.added.map((piece) => (
          <p key={piece.id}>{t("difference.evidenceAdded", { title: piece.title })}</p>
        ))}
        {evidence.removed.map((piece) => (
          <p key={piece.id}>{t("difference.evidenceRemoved", { title: piece.title })}</p>
        ))}
        {evidence.changed.map((piece) => (
          <p key={piece.after.id}>{t("difference.evidenceChanged", { title: piece.after.title })}</p>
        ))}
      </div>
      {facts.length > 0 ? <FactDifferences {...{ facts, after }} /> : null}
    </Panel>
  );
}

function FactDifferences({ facts, after }: Pick<DeclarationDifference, "facts"> & { after: string }) {
  const { t } = useTranslation("declaration");
  return (
    <DataTable
      caption={t("difference.facts")}
      rows={facts}
      rowKey={({ key }) => key}
      columns={[
        {
          id: "fact",
          header: t("difference.fact"),
          rowHeader: true,
          wrap: true,
          cell: ({ key }) => t(`facts:field.${key}`),
        },
        {
          id: "before",
          header: t("difference.before"),
          wrap: true,
          cell: ({ key, before }) => <FactValue factKey={key} value={before} />,
        },
        {
          id: "after",
          header: after,
          wrap: true,
          cell: (fact) => <FactValue factKey={fact.key} value={fact.after} />,
        },
      ]}
    />
  );
}

function Said({ answer }: { answer: DeclarationDifference["answers"][number]["before"] }) {
  const { t } = useTranslation("declaration");
  const count = answer?.evidenceIds?.length ?? 0;
  return (
    <>
      <AnswerBadge answer={answer?.value ?? "unanswered"} /> {answer?.note}
      {count > 0 ? ` (${t("cited.count", { count })})` : null}
    </>
  );
}
