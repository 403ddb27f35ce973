/** What a spreadsheet might take for the start of a formula, in half and full width (OWASP CSV injection). */
const STARTS_FORMULA = /^\p{Cc}|^\s*[=+\-@＝＋－＠]/u;

/**
 * A cell that no spreadsheet takes for a formula: an apostrophe goes in front of what might be one, and in front of
 * what already has apostrophes before such a start, so that {@link unguarded} gives back every text.
 */
export function guarded(text: string): string {
  return isAlike(text) ? `'${text}` : text;
}

/** The text before {@link guarded}. */
export function unguarded(cell: string): string {
  return cell.startsWith("'") && isAlike(cell) ? cell.slice(1) : cell;
}

function isAlike(text: string): boolean {
  return STARTS_FORMULA.test(text.replace(/^'+/, ""));
}

/** RFC 4180 with a byte order mark, without which Excel takes UTF-8 for something else. Every text cell is guarded. */
export function writeDelimited(rows: ReadonlyArray<ReadonlyArray<string | number>>): string {
  return `\uFEFF${toLines(rows)}`;
}

/** A file that is written in pieces while its rows come, so that no more of it is held than the rows that came last. */
export type PieceWriter<Rows> = {
  more: (rows: Rows) => ReadonlyArray<Uint8Array>;
  end: () => ReadonlyArray<Uint8Array>;
};

/** The same as `writeDelimited`, in pieces. */
export function openDelimited(): PieceWriter<ReadonlyArray<ReadonlyArray<string | number>>> {
  const encoder = new TextEncoder();
  let isBegun = false;
  const mark = () => (isBegun ? "" : "\uFEFF");
  return {
    more(rows) {
      const text = mark() + toLines(rows);
      isBegun = true;
      return [encoder.encode(text)];
    },
    end: () => (isBegun ? [] : [encoder.encode(mark())]),
  };
}

function toLines(rows: ReadonlyArray<ReadonlyArray<string | number>>): string {
  return rows.map((cells) => `${cells.map(toCell).join(",")}\r\n`).join("");
}

function toCell(value: string | number): string {
  const text = typeof value === "number" ? String(value) : guarded(value);
  return /[",\r\n]/.test(text) || text !== text.trim() ? `"${text.replaceAll('"', '""')}"` : text;
}
