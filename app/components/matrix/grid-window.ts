/**
 * Which cells of a large grid are drawn, and where the keys lead. Cells have one size, so all of it is arithmetic. `first`
 * is drawn, `end` no more; pixels count from the beginning of the cells, behind the headers.
 */
export type Span = { first: number; end: number };
export type Place = { row: number; column: number };
export type Extent = { rows: number; columns: number };

type Axis = {
  /** How far it is scrolled, and how much of it is in sight. */
  offset: number;
  sight: number;
  /** Of one cell, and how many there are. */
  size: number;
  count: number;
  /** Drawn besides on either side, so that nothing is empty where it scrolls on. */
  beyond: number;
};

/** The cells in sight and some beyond; never outside of the grid, never none where there is any. */
export function spanOf({ offset, sight, size, count, beyond }: Axis): Span {
  const first = Math.floor(Math.max(0, offset) / size) - beyond;
  const end = Math.ceil((Math.max(0, offset) + Math.max(0, sight)) / size) + beyond;
  const held = Math.min(Math.max(0, first), Math.max(0, count - 1));
  return { first: held, end: Math.max(Math.min(count, end), Math.min(count, held + 1)) };
}

/** The nearest offset at which the whole cell is in sight; of a cell larger than that its beginning. */
export function offsetToShow(place: number, { offset, sight, size }: Omit<Axis, "count" | "beyond">): number {
  const [begins, ends] = [place * size, (place + 1) * size];
  if (begins < offset || size > sight) return begins;
  return ends > offset + sight ? ends - sight : offset;
}

/** Numbers of the blocks of rows that a span touches, in the order in which they are wanted: where it scrolls to, first. */
export function blocksOf({ first, end }: Span, rowsOfBlock: number, count: number, ahead: number) {
  const last = Math.ceil(count / rowsOfBlock) - 1;
  const [from, to] = [Math.floor(first / rowsOfBlock), Math.floor((end - 1) / rowsOfBlock)];
  const seen = Array.from({ length: Math.max(0, to - from + 1) }, (_, place) => from + place);
  const next = ahead < 0 ? from - 1 : to + 1;
  return [...seen, ...(ahead === 0 ? [] : [next])].filter((block) => block >= 0 && block <= last);
}

/**
 * Where a key leads (ARIA grid pattern): row -1 and column -1 are the headers, and the corner between them is no place.
 * Undefined where the key is none of the grid's.
 */
export function moveOn(
  { row, column }: Place,
  { key, ctrlKey }: { key: string; ctrlKey: boolean },
  { rows, columns }: Extent,
  rowsOfPage: number,
): Place | undefined {
  switch (key) {
    case "ArrowUp":
      return within({ row: column < 0 ? Math.max(0, row - 1) : row - 1, column }, { rows, columns });
    case "ArrowDown":
      return within({ row: row + 1, column }, { rows, columns });
    case "ArrowLeft":
      return within({ row, column: row < 0 ? Math.max(0, column - 1) : column - 1 }, { rows, columns });
    case "ArrowRight":
      return within({ row, column: column + 1 }, { rows, columns });
    case "PageUp":
      return within({ row: Math.max(Math.min(row, 0), row - rowsOfPage), column }, { rows, columns });
    case "PageDown":
      return within({ row: row + rowsOfPage, column }, { rows, columns });
    case "Home":
      return within(ctrlKey ? { row: 0, column: 0 } : { row, column: row < 0 ? 0 : -1 }, { rows, columns });
    case "End":
      return within(ctrlKey ? { row: rows - 1, column: columns - 1 } : { row, column: columns - 1 }, {
        rows,
        columns,
      });
  }
  return undefined;
}

/** Into the grid; from the corner back into the first row. */
function within({ row, column }: Place, { rows, columns }: Extent): Place {
  const held = {
    row: Math.min(rows - 1, Math.max(-1, row)),
    column: Math.min(columns - 1, Math.max(-1, column)),
  };
  return held.row < 0 && held.column < 0 ? { row: 0, column: held.column } : held;
}
