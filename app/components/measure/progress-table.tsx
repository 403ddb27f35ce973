import type { ReactNode } from "react";
import type { MeasureProgress } from "~/domain/measure/progress";
import { useTranslation } from "~/i18n/use-translation";
import { DataTable } from "../data-table";
import { Link } from "../link";

type ProgressRow = { key: string; name: string; to?: string; progress: MeasureProgress };

/** Counts per zone or per part of a standard. */
export function ProgressTable({
  caption,
  head,
  rows,
}: {
  caption: string;
  head: string;
  rows: ReadonlyArray<ProgressRow>;
}) {
  const { t } = useTranslation("measure");
  const count = (id: string, header: string, cell: (progress: MeasureProgress) => ReactNode) => ({
    ...{ id, header, align: "end" as const, cell: ({ progress }: ProgressRow) => cell(progress) },
  });
  return (
    <DataTable
      caption={caption}
      captionHidden
      rows={rows}
      rowKey={({ key }) => key}
      columns={[
        {
          ...{ id: "name", header: head, rowHeader: true, wrap: true },
          cell: ({ name, to }) => (to ? <Link to={to}>{name}</Link> : name),
        },
        count("in-place", t("state.in-place"), ({ byState, count: all }) =>
          t("progress.inPlaceOf", { inPlace: byState["in-place"], count: all }),
        ),
        count("in-progress", t("state.in-progress"), ({ byState }) => byState["in-progress"]),
        count("not-started", t("state.not-started"), ({ byState }) => byState["not-started"]),
        count("not-applicable", t("state.not-applicable"), ({ byState }) => byState["not-applicable"]),
        count("overdue", t("overdue"), ({ overdue }) =>
          overdue > 0 ? <strong className="text-danger">{overdue}</strong> : 0,
        ),
        count("lowest", t("progress.lowest"), ({ lowestMaturity }) => lowestMaturity ?? t("empty")),
      ]}
    />
  );
}
