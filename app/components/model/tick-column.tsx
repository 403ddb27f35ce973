import type { Column } from "~/components/data-table";
import type { ElementKind } from "~/domain/zone-model/zone-model";
import { useTranslation } from "~/i18n/use-translation";
import { TickBox } from "./ticked";

type TickWords = { header: string; labelOf(name: string): string };

export function useTickWords(): TickWords {
  const { t } = useTranslation("table");
  return { header: t("chosen.column"), labelOf: (name) => t("chosen.tick", { name }) };
}

/** A column with a box that chooses the element of its row. */
export function tickColumn<Row extends { id: string }>(
  { header, labelOf }: TickWords,
  kind: ElementKind,
  nameOf: (row: Row) => string,
): Column<Row> {
  return {
    id: "tick",
    header,
    headerHidden: true,
    cell: (row) => <TickBox value={`${kind}:${row.id}`} label={labelOf(nameOf(row))} />,
  };
}
