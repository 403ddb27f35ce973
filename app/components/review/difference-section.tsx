import type { ReactNode } from "react";
import { EmptyState } from "~/components/empty-state";
import { FilterChips } from "~/components/filter-chips";
import { DifferenceTable, type ShownDifference } from "~/components/model/difference-table";
import { Section } from "~/components/section";
import { useTranslation } from "~/i18n/use-translation";

type DifferenceSectionProps = {
  counts: {
    kinds: ReadonlyArray<{ value: "zone" | "conduit" | "asset"; count: number }>;
    changes: ReadonlyArray<{ value: "added" | "removed" | "changed" | "up" | "down"; count: number }>;
  };
  total: number;
  found: number;
  moved: number;
  rows: ReadonlyArray<ShownDifference>;
  description: string;
  more?: { header: string; cell: (row: ShownDifference) => ReactNode };
};

/** The differences as a list that can be narrowed, with how many there are of each kind. */
export function DifferenceSection(props: DifferenceSectionProps) {
  const { t } = useTranslation("review");
  const { counts, total, found, moved, rows, description, more } = props;
  return (
    <Section id="differences" title={t("list.title", { count: total })} description={description}>
      {total > 0 ? (
        <div className="grid gap-2">
          <FilterChips
            label={t("filter.kind")}
            param="kind"
            options={counts.kinds.map(({ value, count }) => ({ value, count, label: t(`filter.${value}`) }))}
          />
          <FilterChips
            label={t("filter.change")}
            param="change"
            options={counts.changes.map(({ value, count }) => ({
              value,
              count,
              label: t(`filter.${value}`),
            }))}
          />
        </div>
      ) : null}
      <DifferenceTable
        rows={rows}
        caption={description}
        more={more}
        empty={
          total > 0 ? (
            <EmptyState title={t("filter.noneMatch")} icon="filter">
              {t("filter.change")}
            </EmptyState>
          ) : undefined
        }
      />
      {found > rows.length ? (
        <p className="text-muted">{t("filter.bounded", { shown: rows.length, count: found })}</p>
      ) : null}
      {moved > 0 ? <p className="text-muted">{t("list.moved", { count: moved })}</p> : null}
    </Section>
  );
}
