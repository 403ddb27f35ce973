import { type ReactNode, useId, useRef } from "react";
import { useTranslation } from "~/i18n/use-translation";
import { classNames } from "./class-names";
import { Icon } from "./icon";
import { Link } from "./link";
import { useIsScrollable } from "./use-is-scrollable";

export type Column<Row> = {
  id: string;
  header: string;
  cell: (row: Row) => ReactNode;
  align?: "start" | "center" | "end";
  /** The table's `sortHref` then makes the header a link. */
  sortable?: boolean;
  /** Names the row for screen readers. */
  rowHeader?: boolean;
  headerHidden?: boolean;
  /** Long text: may break and gets the room that is left. */
  wrap?: boolean;
};

export type SortDirection = "ascending" | "descending";
export type Sort = { column: string; direction: SortDirection };

export type DataTableProps<Row> = {
  caption: string;
  captionHidden?: boolean;
  columns: ReadonlyArray<Column<Row>>;
  rows: ReadonlyArray<Row>;
  rowKey: (row: Row) => string;
  empty?: ReactNode;
  sort?: Sort;
  sortHref?: (column: string, direction: SortDirection) => string;
  footer?: ReactNode;
  isSelected?: (row: Row) => boolean;
};

/** A table that scrolls inside itself, by keyboard too, below a header that stays. */
export function DataTable<Row>(props: DataTableProps<Row>) {
  const {
    caption,
    captionHidden = false,
    columns,
    rows,
    rowKey,
    empty,
    sort,
    sortHref,
    footer,
    isSelected,
  } = props;
  const { t } = useTranslation("components");
  const captionId = useId();
  const region = useRef<HTMLDivElement>(null);
  const isScrollable = useIsScrollable(region);
  if (rows.length === 0 && empty) return <>{empty}</>;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a <section> would be a second heading level around every table
    <div
      ref={region}
      className="table-region"
      role="region"
      aria-labelledby={captionId}
      // What scrolls must be reachable by keyboard (WCAG 2.1.1).
      tabIndex={isScrollable ? 0 : undefined}
    >
      <table className="data-table">
        <caption id={captionId} className={captionHidden ? "sr-only" : undefined}>
          {caption}
        </caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <HeaderCell key={column.id} column={column} sort={sort} sortHref={sortHref} />
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.length === 0 ? (
            <tr>
              <td colSpan={columns.length} className="text-muted">
                {t("table.noRows")}
              </td>
            </tr>
          ) : null}
          {rows.map((row) => (
            <tr key={rowKey(row)} className={isSelected?.(row) ? "is-selected" : undefined}>
              {columns.map((column) => (
                <Cell key={column.id} column={column} row={row} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {footer ? <div className="table-footer">{footer}</div> : null}
    </div>
  );
}

function Cell<Row>({ column, row }: { column: Column<Row>; row: Row }) {
  const className = cellClass(column);
  if (!column.rowHeader) return <td className={className}>{column.cell(row)}</td>;
  return (
    <th scope="row" className={className}>
      {column.cell(row)}
    </th>
  );
}

function HeaderCell<Row>({
  column,
  sort,
  sortHref,
}: { column: Column<Row> } & Pick<DataTableProps<Row>, "sort" | "sortHref">) {
  const { t } = useTranslation("components");
  const direction = sort?.column === column.id ? sort.direction : undefined;
  const next = direction === "ascending" ? "descending" : "ascending";
  const icon = direction === undefined ? "sort" : direction === "ascending" ? "arrow-up" : "arrow-down";
  const isLink = column.sortable && sortHref;
  return (
    <th scope="col" className={cellClass(column)} aria-sort={direction}>
      {isLink ? (
        <Link
          to={sortHref(column.id, next)}
          preventScrollReset
          className="table-sort"
          title={t(next === "ascending" ? "table.sortAscending" : "table.sortDescending", {
            column: column.header,
          })}
        >
          {column.header}
          <Icon name={icon} />
        </Link>
      ) : (
        <span className={column.headerHidden ? "sr-only" : undefined}>{column.header}</span>
      )}
    </th>
  );
}

function cellClass<Row>({ align = "start", wrap = false }: Column<Row>): string {
  return classNames(align !== "start" && `cell-${align}`, wrap && "cell-wrap");
}
