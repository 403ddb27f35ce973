import type { ReactNode } from "react";
import { Badge } from "~/components/badge";
import { DataTable } from "~/components/data-table";
import { EmptyState } from "~/components/empty-state";
import { LevelStrip } from "~/components/level-strip";
import type { SlVector } from "~/domain/security-level/security-level";
import type { ElementKind } from "~/domain/zone-model/zone-model";
import { useTranslation } from "~/i18n/use-translation";
import { DifferenceChanges, type ShownChanges } from "./difference-changes";

export type ShownDifference = ShownChanges & {
  kind: ElementKind;
  id: string;
  name: string;
  change: "added" | "removed" | "changed";
  before: SlVector | null;
  after: SlVector | null;
};

const LOOKS = {
  added: { tone: "success", icon: "plus" },
  removed: { tone: "danger", icon: "minus" },
  changed: { tone: "info", icon: "edit" },
} as const;

type DifferenceTableProps = {
  rows: ReadonlyArray<ShownDifference>;
  caption: string;
  empty?: ReactNode;
  /** False where the page has another table of the same elements. */
  isAnchored?: boolean;
  /** A further column, e.g. what people say of each element. */
  more?: { header: string; cell: (row: ShownDifference) => ReactNode };
};

/** Where a drawing leads: the row of an element. */
export function rowIdOf(kind: ElementKind, id: string): string {
  return `difference-${kind}-${id}`;
}

/** What differs between two states of a model, element by element. */
export function DifferenceTable({ rows, caption, empty, isAnchored = true, more }: DifferenceTableProps) {
  const { t } = useTranslation("model");
  return (
    <DataTable
      caption={caption}
      captionHidden
      rows={rows}
      rowKey={({ kind, id }) => `${kind}:${id}`}
      empty={
        empty ?? (
          <EmptyState title={t("difference.none")} icon="check">
            {t("difference.noneText")}
          </EmptyState>
        )
      }
      columns={[
        {
          id: "change",
          header: t("difference.change"),
          cell: ({ change }) => <ChangeBadge change={change} />,
        },
        {
          id: "element",
          header: t("difference.element"),
          rowHeader: true,
          wrap: true,
          cell: ({ kind, id, name }) => (
            <span id={isAnchored ? rowIdOf(kind, id) : undefined} className="row-anchor">
              {name} <span className="text-muted font-normal">{t(`common:${kind}`)}</span>
            </span>
          ),
        },
        {
          id: "what",
          header: t("difference.what"),
          wrap: true,
          cell: (row) => <DifferenceChanges row={row} />,
        },
        {
          id: "before",
          header: t("difference.before"),
          cell: ({ before, name }) => (before ? <LevelStrip target={before} title={name} /> : null),
        },
        {
          id: "after",
          header: t("difference.after"),
          cell: ({ after, name }) => (after ? <LevelStrip target={after} title={name} /> : null),
        },
        ...(more ? [{ id: "more", header: more.header, wrap: true, cell: more.cell }] : []),
      ]}
    />
  );
}

export function ChangeBadge({ change }: { change: ShownDifference["change"] }) {
  const { t } = useTranslation("model");
  return <Badge {...LOOKS[change]}>{t(`difference.${change}`)}</Badge>;
}
