import type { Answer } from "~/domain/declaration/declaration";
import { AnswerSchema } from "~/domain/declaration/declaration";
import { type Evidence, EvidenceSchema, MAX_EVIDENCE } from "~/domain/declaration/evidence";
import { COMPONENT_TYPES } from "~/domain/requirement/component-requirement";
import { FOUNDATIONAL_REQUIREMENTS, SlVectorSchema } from "~/domain/security-level/security-level";
import { accept, type Result, refuse } from "~/domain/shared/result";
import { MAX_STATED_PROBLEMS, type Placed, type Stated } from "../stated/stated";
import { readWorkbook, type Sheet, type WorkbookError } from "../workbook/read-workbook";
import { EVIDENCE_COLUMNS, MARKS } from "./layout";
import { factsOfSheets } from "./read-facts";
import {
  type Cell,
  linesIn,
  linesOf,
  type Problems,
  problemList,
  rowsOf,
  type SheetLines,
} from "./sheet-cells";

export type OfflineWorkbookError = WorkbookError | { code: "unknown-kind" };
type KnownRows = { requirements: ReadonlyArray<{ id: string }> };

/** True where the workbook is one of ours. */
export function isOfflineWorkbook(sheets: ReadonlyArray<Sheet>): boolean {
  return sheetOf(sheets, MARKS.answers) !== undefined;
}

/**
 * What a workbook says that came back, cell by cell: an emptied cell takes back what it held, a damaged one leaves what
 * is stated as it was and is listed. Sheets and lines are found by their marks, never by their words.
 */
export function readOfflineWorkbook(
  bytes: Uint8Array,
  known: KnownRows,
): Promise<Result<Stated, OfflineWorkbookError>> {
  return readWorkbook(bytes).then((sheets) => {
    if (!sheets.ok) return sheets;
    return isOfflineWorkbook(sheets.value)
      ? accept(statedIn(sheets.value, known))
      : refuse({ code: "unknown-kind" });
  });
}

/** The same of sheets that were read already. */
export function statedIn(sheets: ReadonlyArray<Sheet>, known: KnownRows): Stated {
  const problems = problemList(MAX_STATED_PROBLEMS);
  const linesAt = (mark: string) => linesOf(sheetOf(sheets, mark), problems);
  const evidence = evidenceIn(sheetOf(sheets, MARKS.evidence), problems);
  const product = linesAt(MARKS.product);
  return {
    about: "",
    edition: "",
    componentTypes: typesIn(product, problems),
    claimedSlCapability: claimIn(product, problems),
    answers: answersIn(linesAt(MARKS.answers), known, problems),
    facts: factsOfSheets({ linesAt, rowsAt: (mark) => rowsOf(sheetOf(sheets, mark)) }, problems),
    evidence,
    problems: problems.all,
  };
}

function sheetOf(sheets: ReadonlyArray<Sheet>, mark: string): Sheet | undefined {
  return sheets.find(({ rows: [head] }) => head?.cells[0] === mark);
}

function typesIn(lines: SheetLines, problems: Problems): Stated["componentTypes"] {
  const cells = COMPONENT_TYPES.flatMap((type) => {
    const cell = lines.get(`type/${type}`)?.[2];
    return cell ? [{ type, cell }] : [];
  });
  // Lines that are gone say nothing: without all four nobody knows what was meant.
  if (cells.length < COMPONENT_TYPES.length) return null;
  const chosen = cells.map(({ type, cell }) => ({ type, said: yesIn(cell, problems) }));
  if (chosen.some(({ said }) => said === null)) return null;
  return {
    value: chosen.flatMap(({ type, said }) => (said ? [type] : [])),
    place: cells[0]?.cell.place ?? null,
  };
}

function claimIn(lines: SheetLines, problems: Problems): Stated["claimedSlCapability"] {
  const cells = FOUNDATIONAL_REQUIREMENTS.map((fr) => ({ fr, cell: lines.get(`claim/${fr}`)?.[2] }));
  const [first] = cells;
  const place = first?.cell?.place ?? null;
  if (cells.some(({ cell }) => cell === undefined)) return null;
  if (cells.every(({ cell }) => cell?.text === "")) return { value: null, place };
  const levels = cells.map(
    ({ fr, cell }) => [fr, /^[0-4]$/.test(cell?.text ?? "") ? Number(cell?.text) : null] as const,
  );
  for (const [index, [, level]] of levels.entries()) {
    const cell = cells[index]?.cell;
    if (level === null && cell) problems.add(cell.text === "" ? "missing" : "unknown-value", cell);
  }
  const vector = SlVectorSchema.safeParse(Object.fromEntries(levels));
  return vector.success ? { value: vector.data, place } : null;
}

/** Undecided (null) where a cell that takes “yes” says something else. */
function yesIn(cell: Cell, problems: Problems): boolean | null {
  const text = cell.text.toLowerCase();
  if (text === "" || text === "no" || text === "false") return false;
  if (text === "yes" || text === "true") return true;
  problems.add("unknown-value", cell);
  return null;
}

function answersIn(lines: SheetLines, { requirements }: KnownRows, problems: Problems): Stated["answers"] {
  const known = new Set(requirements.map(({ id }) => id));
  return [...lines].flatMap(([id, cells]): Stated["answers"] => {
    const [head, value, note, evidence] = [cells[0], cells[5], cells[6], cells[7]];
    if (!head || !value || !note || !evidence) return [];
    if (!known.has(id)) {
      problems.add("unknown-requirement", head);
      return [];
    }
    if (value.text === "") {
      if (note.text !== "") problems.add("missing", value);
      return note.text === "" ? [{ id, value: null, place: value.place }] : [];
    }
    const answer = answerOf(value.text, note.text, linesIn(evidence.text));
    const parsed = AnswerSchema.safeParse(answer);
    if (parsed.success) return [{ id, value: parsed.data, place: value.place }];
    const wrong = { value, note, evidenceIds: evidence }[String(parsed.error.issues[0]?.path[0])] ?? value;
    problems.add(wrong === value ? "unknown-answer" : "too-long-for-a-declaration", wrong);
    return [];
  });
}

function answerOf(value: string, note: string, evidenceIds: ReadonlyArray<string>): unknown {
  return {
    value: value.toLowerCase(),
    ...(note === "" ? {} : { note }),
    ...(evidenceIds.length === 0 ? {} : { evidenceIds }),
  } satisfies Record<string, unknown> | Answer;
}

function evidenceIn(sheet: Sheet | undefined, problems: Problems): ReadonlyArray<Placed<Evidence>> {
  const taken = new Set(rowsOf(sheet).map(([id]) => id?.text ?? ""));
  const seen = new Set<string>();
  return rowsOf(sheet).flatMap((cells) => {
    const [first, ...rest] = cells;
    if (!first || rest.slice(0, EVIDENCE_COLUMNS.length).every(({ text }) => text === "")) {
      // Evidence is taken away in the portal, where everything that rests on it is seen.
      if (first && first.text !== "") problems.add("missing", first);
      return [];
    }
    const id = first.text === "" ? nextId(taken) : first.text;
    if (seen.has(id) || seen.size >= MAX_EVIDENCE) {
      problems.add(seen.has(id) ? "duplicate-id" : "too-many-entries", first);
      return [];
    }
    seen.add(id);
    const parsed = EvidenceSchema.safeParse(pieceOf(id, rest));
    if (parsed.success) return [{ value: parsed.data, place: first.place }];
    const wrong = EVIDENCE_COLUMNS.findIndex(({ name }) => parsed.error.issues[0]?.path.includes(name));
    const cell = rest[wrong] ?? first;
    problems.add(cell.text === "" ? "missing" : "unknown-value", cell);
    return [];
  });
}

function pieceOf(id: string, cells: ReadonlyArray<Cell>): unknown {
  const texts = new Map(EVIDENCE_COLUMNS.map(({ name }, index) => [name, cells[index]?.text ?? ""]));
  const text = (name: string) => texts.get(name) ?? "";
  const orNull = (name: string) => (text(name) === "" ? null : text(name));
  const level = text("level");
  return {
    id,
    ...Object.fromEntries(
      ["type", "subject", "title", "issuer", "assurance", "scheme", "schemeVersion", "reference"].map(
        (name) => [name, text(name)],
      ),
    ),
    scope: {
      product: text("product"),
      releases: linesIn(text("releases")),
      componentTypes: linesIn(text("componentTypes")),
      level: level === "" ? null : /^\d$/.test(level) ? Number(level) : level,
    },
    validFrom: orNull("validFrom"),
    validUntil: orNull("validUntil"),
    sha256: orNull("sha256"),
  };
}

/** A name that no other piece of the workbook has; the same workbook gives the same names. */
function nextId(taken: Set<string>): string {
  for (let number = 1; ; number += 1) {
    const id = `workbook-${number}`;
    if (taken.has(id)) continue;
    taken.add(id);
    return id;
  }
}
