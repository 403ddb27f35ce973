import type { ReactNode } from "react";
import type { Column } from "~/components/data-table";
import type { ElementKind } from "~/domain/zone-model/zone-model";

/** A column that stands in the tables of zones, conduits and assets alike: `cell` hears `zone:icu`. */
export type MoreColumn = { header: string; cell(key: string): ReactNode };

/** None where there is nothing more to show. */
export function moreColumns<Row extends { id: string }>(
  more: MoreColumn | undefined,
  kind: ElementKind,
): ReadonlyArray<Column<Row>> {
  if (!more) return [];
  return [{ id: "more", header: more.header, wrap: true, cell: ({ id }) => more.cell(`${kind}:${id}`) }];
}
