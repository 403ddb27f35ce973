import { CsvError, parse } from "csv-parse/browser/esm/sync";
import { accept, type Result, refuse } from "~/domain/shared/result";
import { refusalOfSize, type Table, type TableError } from "./table";
import { unguarded } from "./write";

export const DELIMITERS = ["\t", ";", ",", "|"] as const;
export type Delimiter = (typeof DELIMITERS)[number];

const STARTS_CELL: ReadonlySet<string> = new Set([...DELIMITERS, "\n", "\r", "\uFEFF"]);
const SAMPLE_RECORDS = 50;
const SAMPLE_CHARACTERS = 100_000;

/**
 * A text in columns (RFC 4180, or as a spreadsheet puts it on the clipboard): the delimiter is found by looking, a
 * byte order mark is skipped, rows without content are left out. Line numbers count from 1.
 */
export function parseDelimited(text: string): Result<Table & { delimiter: Delimiter }, TableError> {
  if (text.trim() === "") return refuse({ code: "empty" });
  if (text.includes("\0")) return refuse({ code: "not-a-table" });
  const delimiter = findDelimiter(text);
  try {
    const records = parse(text, {
      bom: true,
      delimiter,
      info: true,
      relax_column_count: true,
      relax_quotes: true,
      record_delimiter: ["\r\n", "\n", "\r"],
    }) as ReadonlyArray<unknown> as ReadonlyArray<Parsed>;
    const table = { rows: rowsOf(records) };
    const refusal = refusalOfSize(table);
    return refusal ? refuse(refusal) : accept({ ...table, delimiter });
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const line = "lines" in error && typeof error.lines === "number" ? error.lines : 1;
    return refuse({ code: error.code === "CSV_QUOTE_NOT_CLOSED" ? "quote-not-closed" : "broken-row", line });
  }
}

/** With `info` the library gives each record beside where it ended; its types do not follow the option. */
type Parsed = { info: { lines: number }; record: ReadonlyArray<string> };

/** The library tells where a record ends; a person looks for where it starts. */
function rowsOf(records: ReadonlyArray<Parsed>): Table["rows"] {
  return records.flatMap(({ info, record }) => {
    const cells = record.map((cell) => unguarded(cell.trim()));
    if (cells.every((cell) => cell === "")) return [];
    const breaks = record.reduce((sum, cell) => sum + (cell.match(/\r\n|\n|\r/g)?.length ?? 0), 0);
    return [{ number: Math.max(1, info.lines - breaks), cells }];
  });
}

/** The delimiter that splits most records of the sample into the same number of cells; a comma where none does. */
function findDelimiter(text: string): Delimiter {
  const sample = text.slice(0, SAMPLE_CHARACTERS);
  const scored = DELIMITERS.map((delimiter) => ({ delimiter, score: scoreOf(countsOf(sample, delimiter)) }));
  const best = scored.reduce((most, one) => (one.score > most.score ? one : most));
  return best.score > 0 ? best.delimiter : ",";
}

/** How often a delimiter stands in each record that is not blank. Only a quotation mark at the start of a cell quotes. */
function countsOf(sample: string, delimiter: Delimiter): ReadonlyArray<number> {
  const counts: Array<number> = [];
  let count = 0;
  let isBlank = true;
  let isQuoted = false;
  for (let at = 0; at < sample.length && counts.length < SAMPLE_RECORDS; at += 1) {
    const character = sample[at] ?? "";
    if (isQuoted) {
      if (character !== '"') continue;
      if (sample[at + 1] === '"') at += 1;
      else isQuoted = false;
    } else if (character === '"' && STARTS_CELL.has(sample[at - 1] ?? "\n")) isQuoted = true;
    else if (character === delimiter) count += 1;
    else if (character === "\n" || character === "\r") {
      if (!isBlank) counts.push(count);
      count = 0;
      isBlank = true;
      continue;
    }
    isBlank = false;
  }
  return isBlank ? counts : [...counts, count];
}

function scoreOf(counts: ReadonlyArray<number>): number {
  const filled = counts.filter((count) => count > 0);
  if (filled.length === 0) return 0;
  const times = new Map<number, number>();
  for (const count of filled) times.set(count, (times.get(count) ?? 0) + 1);
  const [usual = 0, often = 0] = [...times].reduce((most, one) => (one[1] > most[1] ? one : most));
  return (often / filled.length) * (filled.length / counts.length) * (1 + Math.log(usual + 1));
}
