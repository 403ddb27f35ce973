import { Badge } from "~/components/badge";
import { DataTable } from "~/components/data-table";
import type { Tone } from "~/components/tone";
import type { PreviewRow, Problem } from "~/formats/inventory/plan";
import { useTranslation } from "~/i18n/use-translation";
import { PAGE_ROWS, Pager } from "./pager";

type PreviewTableProps = {
  rows: ReadonlyArray<PreviewRow>;
  /** Names of the columns in the file. */
  headings: ReadonlyArray<string>;
  page: number;
  setPage: (page: number) => void;
};

const TONES: Readonly<Record<PreviewRow["outcome"], Tone>> = {
  add: "success",
  update: "info",
  skip: "neutral",
  refuse: "danger",
};

/** Fifty rows at a time, each with what becomes of it, and where it is refused with the cell and the remedy. */
export function PreviewTable({ rows, headings, page, setPage }: PreviewTableProps) {
  const { t } = useTranslation("transfer");
  const reasonOf = useReason(headings);
  const at = Math.min(page, Math.max(0, Math.ceil(rows.length / PAGE_ROWS) - 1));
  const zoneOf = ({ zone }: PreviewRow) => {
    if (zone.kind === "none") return <span className="text-muted">{t("preview.noZone")}</span>;
    return zone.kind === "new" ? t("preview.newZone", { name: zone.name }) : zone.name;
  };
  return (
    <>
      <DataTable
        caption={t("preview.caption")}
        captionHidden
        rows={rows.slice(at * PAGE_ROWS, (at + 1) * PAGE_ROWS)}
        rowKey={({ number }) => String(number)}
        columns={[
          { id: "row", header: t("preview.row"), align: "end", cell: ({ number }) => number },
          {
            id: "outcome",
            header: t("preview.outcome"),
            cell: ({ outcome }) => <Badge tone={TONES[outcome]}>{t(`preview.${outcome}`)}</Badge>,
          },
          {
            id: "asset",
            header: t("preview.asset"),
            rowHeader: true,
            wrap: true,
            cell: ({ facts, cells, problems }) => (
              <>
                {facts?.name ?? <span className="text-muted">{excerpt(cells)}</span>}
                {problems.map((problem) => (
                  <p key={problem.field} className="font-normal text-danger">
                    {reasonOf(problem)}
                  </p>
                ))}
              </>
            ),
          },
          { id: "zone", header: t("preview.zone"), wrap: true, cell: zoneOf },
          {
            id: "quantity",
            header: t("preview.quantity"),
            align: "end",
            cell: ({ facts }) => facts?.quantity,
          },
          {
            id: "product",
            header: t("preview.product"),
            wrap: true,
            cell: ({ release }) => release && `${release.productName} ${release.releaseVersion}`,
          },
        ]}
      />
      <Pager count={rows.length} page={at} setPage={setPage} />
    </>
  );
}

/** A sentence for a problem: the cell, what is wrong, what to do. */
export function useReason(headings: ReadonlyArray<string>): (problem: Problem) => string {
  const { t } = useTranslation("transfer");
  return ({ code, field, column, value, number }) => {
    const heading = (column === null ? "" : headings[column]) || t(`field.${field}`);
    const cell =
      value === "" ? "" : `${t("preview.inCell", { column: heading, value: value.slice(0, 60) })}. `;
    return `${cell}${t(`problem.${code}`, { number })}`;
  };
}

function excerpt(cells: ReadonlyArray<string>): string {
  return cells.filter(Boolean).join(", ").slice(0, 80);
}
