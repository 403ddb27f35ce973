import type { Table, TableRow } from "../delimited/table";
import { foldedWords } from "../folded";
import { HEADINGS, INVENTORY_FIELDS, type InventoryField } from "./fields";

/** What each column holds, by its place; null = not used. A field stands at most once. */
export type Columns = ReadonlyArray<InventoryField | null>;
export type Guess = {
  /** Index of the row that names the columns in `table.rows`; -1 where none does. */
  headIndex: number;
  columns: Columns;
  /** How sure each guess is, 0 to 1, by the place of the column. */
  certainty: ReadonlyArray<number>;
};

const ROWS_TO_LOOK_AT = 10;
/** Below this a likeness is chance. */
const LEAST = 0.5;

/** Which row is the head and what its columns hold, from their names in English, Czech or German. */
export function guessColumns({ rows }: Table): Guess {
  const guesses = rows.slice(0, ROWS_TO_LOOK_AT).map((row, headIndex) => ({ headIndex, ...guessOf(row) }));
  const best = guesses.reduce<(typeof guesses)[number] | undefined>(
    (most, one) => (one.total > (most?.total ?? 0) ? one : most),
    undefined,
  );
  const width = rows.reduce((most, { cells }) => Math.max(most, cells.length), 0);
  // One likeness alone may be a device that is called "Model".
  if (!best || (best.found < 2 && !best.columns.includes("name"))) return withoutHead(width);
  return {
    headIndex: best.headIndex,
    columns: padded(best.columns, width, null),
    certainty: padded(best.certainty, width, 0),
  };
}

/** Without a head only the first column can be guessed: inventories start with names. */
function withoutHead(width: number): Guess {
  const columns = Array.from({ length: width }, (_, index) => (index === 0 ? ("name" as const) : null));
  return { headIndex: -1, columns, certainty: columns.map(() => 0) };
}

function guessOf({ cells }: TableRow) {
  const candidates = cells.flatMap((cell, column) => {
    const heading = foldedWords(cell);
    if (heading === "" || heading.length > 60) return [];
    return INVENTORY_FIELDS.flatMap((field) => {
      const score = likeness(heading, HEADINGS[field]);
      return score >= LEAST ? [{ column, field, score }] : [];
    });
  });
  const columns: Array<InventoryField | null> = cells.map(() => null);
  const certainty = cells.map(() => 0);
  const used = new Set<InventoryField>();
  for (const { column, field, score } of candidates.toSorted((a, b) => b.score - a.score)) {
    if (columns[column] || used.has(field)) continue;
    columns[column] = field;
    certainty[column] = Math.min(1, score);
    used.add(field);
  }
  const total = certainty.reduce((sum, score) => sum + score, 0);
  return { columns, certainty, found: used.size, total };
}

/** 1 for a known heading, less where it stands among other words; earlier ones of the list weigh a little more. */
function likeness(heading: string, known: ReadonlyArray<string>): number {
  const words = new Set(heading.split(" "));
  let most = 0;
  for (const [index, name] of known.entries()) {
    const own = name.split(" ");
    const inside = own.every((word) => words.has(word)) ? 0.55 + 0.4 * (own.length / words.size) : 0;
    const score = heading === name ? 1.2 : inside;
    if (score > 0) most = Math.max(most, score - index / 1_000);
  }
  return most;
}

function padded<Entry>(list: ReadonlyArray<Entry>, length: number, filler: Entry): ReadonlyArray<Entry> {
  return Array.from({ length }, (_, index) => list[index] ?? filler);
}
