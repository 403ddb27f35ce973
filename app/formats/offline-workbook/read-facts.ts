import type { z } from "zod";
import { type Columns, FACT_FIELDS, FACT_KEYS, type FactField } from "~/domain/declaration/fact-fields";
import { type FactKey, type ProductFacts, ProductFactsSchema } from "~/domain/declaration/facts";
import type { Stated } from "../stated/stated";
import { FACT_LINES, type FactLine, MARKS, NONE, OTHERS, ROW_SHEETS, type RowSheet } from "./layout";
import { type Cell, linesIn, type Problems, type SheetLines } from "./sheet-cells";

type Sheets = {
  linesAt(mark: string): SheetLines;
  rowsAt(mark: string): ReadonlyArray<ReadonlyArray<Cell>>;
};
type StatedFact = Stated["facts"][number];
type Part = { line: FactLine; cell: Cell };

/** Facts whose lines are all there: stated, taken back, or among the problems. */
export function factsOfSheets(sheets: Sheets, problems: Problems): ReadonlyArray<StatedFact> {
  const lines = sheets.linesAt(MARKS.facts);
  const questions = sheets.linesAt(MARKS.mds2);
  return FACT_KEYS.flatMap((key) => {
    const wanted = FACT_LINES.filter(({ fact }) => fact === key);
    const parts = wanted.flatMap((line) => {
      const cell = lines.get(line.key)?.[3];
      return cell ? [{ line, cell }] : [];
    });
    const [first] = parts;
    if (!first || parts.length < wanted.length) return [];
    const sheet = ROW_SHEETS.find(({ fact }) => fact === key);
    const place = first.cell.place;
    if (sheet) {
      const rows = sheets.rowsAt(sheet.mark);
      return rows.length === 0 ? [] : rowsFact(key, { sheet, rows, none: first.cell }, problems);
    }
    const value = key === "mds2" ? mds2Of(parts, questions) : saidOf(key, parts, problems);
    if (value === WRONG) return [];
    if (value === undefined) return [{ key, value: {}, place }];
    return checked(key, value, problems, (path) => cellAt(path, parts, questions) ?? first.cell, place);
  });
}

/** A contradiction within the lines of one fact, already listed. */
const WRONG = Symbol("wrong");

/** What the lines of a fact say; undefined where all are empty. */
function saidOf(key: FactKey, parts: ReadonlyArray<Part>, problems: Problems): unknown {
  const field: FactField = FACT_FIELDS[key];
  if (parts.every(({ cell }) => cell.text === "")) return undefined;
  const [first] = parts;
  switch (field.kind) {
    case "flag":
      return yesOrNo(first?.cell.text ?? "");
    case "number":
      return toNumber(first?.cell.text ?? "");
    case "any-of":
      return membersOf(parts, problems);
    case "record":
      return recordOf(field.columns, parts, problems);
    case "line":
    case "text":
    case "date":
    case "one-of":
    case "handling":
    case "rows":
    case "mds2":
      // The last three are read from sheets of their own.
      return first?.cell.text;
  }
}

function membersOf(parts: ReadonlyArray<Part>, problems: Problems): unknown {
  const others = parts.flatMap(({ line, cell }) => (line.member === OTHERS ? linesIn(cell.text) : []));
  const said = parts
    .filter(({ line }) => line.member !== OTHERS)
    .map(({ line, cell }) => ({ member: line.member, cell, is: isYes(cell, problems) }));
  if (said.some(({ is }) => is === null)) return WRONG;
  const members = [...said.flatMap(({ member, is }) => (is && member !== NONE ? [member] : [])), ...others];
  const none = said.find(({ member, is }) => is && member === NONE);
  if (none && members.length > 0) {
    problems.add("unknown-value", none.cell);
    return WRONG;
  }
  // Every member said to be no, and none of them said: as if nothing was.
  return members.length === 0 && !none ? undefined : members;
}

function recordOf(columns: Columns, parts: ReadonlyArray<Part>, problems: Problems): unknown {
  const entries = Object.entries(columns).map(([column, kind]): [string, unknown] => {
    const cells = parts.filter(({ line }) => line.column === column);
    const text = cells[0]?.cell.text ?? "";
    if (kind.kind === "some-of") return [column, membersOf(cells, problems) ?? []];
    if (kind.kind === "number") return [column, toNumber(text)];
    return [column, kind.kind === "date" && text === "" ? null : text];
  });
  return entries.some(([, value]) => value === WRONG) ? WRONG : Object.fromEntries(entries);
}

function mds2Of(parts: ReadonlyArray<Part>, questions: SheetLines): unknown {
  const edition = parts.find(({ line }) => line.column === "edition")?.cell.text ?? "";
  const releasedOn = parts.find(({ line }) => line.column === "releasedOn")?.cell.text ?? "";
  const answers = [...questions].flatMap(([id, cells]) => {
    const [answer = "", note = ""] = [cells[2]?.text, cells[3]?.text];
    return answer === "" && note === "" ? [] : [[id, { answer, ...(note === "" ? {} : { note }) }] as const];
  });
  if (edition === "" && releasedOn === "" && answers.length === 0) return undefined;
  return {
    edition: edition === "" ? "2019" : edition,
    releasedOn: releasedOn === "" ? null : releasedOn,
    answers: Object.fromEntries(answers),
  };
}

type Table = { sheet: RowSheet; rows: ReadonlyArray<ReadonlyArray<Cell>>; none: Cell };

function rowsFact(key: FactKey, { sheet, rows, none }: Table, problems: Problems): ReadonlyArray<StatedFact> {
  const filled = rows
    .map((cells) => cells.slice(1, sheet.columns.length + 1))
    .filter((cells) => cells.some(({ text }) => text !== ""));
  const saysNone = isYes(none, problems);
  if (saysNone === null) return [];
  if (saysNone && filled.length > 0) {
    problems.add("unknown-value", none);
    return [];
  }
  if (filled.length === 0) return [{ key, value: saysNone ? { [key]: [] } : {}, place: none.place }];
  const value = filled.map((cells) =>
    Object.fromEntries(
      sheet.columns.map(([name, { kind }], index) => [name, rowValue(name, kind, cells[index]?.text ?? "")]),
    ),
  );
  const cellOf = ([row, column]: ReadonlyArray<PropertyKey>) => {
    const index = sheet.columns.findIndex(([name]) => name === column);
    return filled[Number(row)]?.[Math.max(index, 0)] ?? none;
  };
  return checked(key, value, problems, cellOf, none.place);
}

function rowValue(name: string, kind: string, text: string): unknown {
  if (kind === "date") return text === "" ? null : text;
  if (kind !== "yes") return kind === "number" ? toNumber(text) : text;
  // Only of encryption may a supplier say nothing.
  if (text === "") return name.startsWith("encryptedAt") || name.startsWith("encryptedIn") ? null : false;
  return yesOrNo(text);
}

function checked(
  key: FactKey,
  value: unknown,
  problems: Problems,
  cellOf: (path: ReadonlyArray<PropertyKey>) => Cell,
  place: Cell["place"],
): ReadonlyArray<StatedFact> {
  const parsed = ProductFactsSchema.safeParse({ [key]: value });
  if (parsed.success) return [{ key, value: parsed.data satisfies ProductFacts, place }];
  for (const issue of parsed.error.issues) {
    const cell = cellOf(issue.path.slice(1));
    problems.add(codeOf(issue, cell), cell);
  }
  return [];
}

function codeOf(issue: z.core.$ZodIssue, { text }: Cell) {
  if (text === "") return "missing";
  if (issue.code === "too_big") return "too-long-for-a-declaration";
  return issue.code === "invalid_format" && issue.format === "date" ? "invalid-date" : "unknown-value";
}

function cellAt(path: ReadonlyArray<PropertyKey>, parts: ReadonlyArray<Part>, questions: SheetLines) {
  const [column, question, field] = path;
  if (column === "answers") return questions.get(String(question))?.[field === "note" ? 3 : 2];
  return parts.find(({ line }) => line.column === column)?.cell;
}

/** Null where a cell that takes “yes” says something else; that is listed. */
function isYes(cell: Cell, problems: Problems): boolean | null {
  const said = cell.text === "" ? false : yesOrNo(cell.text);
  if (typeof said === "boolean") return said;
  problems.add("unknown-value", cell);
  return null;
}

/** The text itself where it is neither: the schema refuses it. */
function yesOrNo(text: string): boolean | string {
  const word = text.toLowerCase();
  if (word === "yes" || word === "true") return true;
  return word === "no" || word === "false" ? false : text;
}

function toNumber(text: string): number | string {
  return /^-?\d{1,15}$/.test(text) ? Number(text) : text;
}
