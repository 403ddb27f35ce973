import type { Answer, DeclarationContent } from "~/domain/declaration/declaration";
import type { Evidence } from "~/domain/declaration/evidence";
import type { ProductFacts } from "~/domain/declaration/facts";
import type { Mds2 } from "~/domain/declaration/mds2";
import { FOUNDATIONAL_REQUIREMENTS } from "~/domain/security-level/security-level";
import {
  EVIDENCE_COLUMNS,
  FACT_LINES,
  type FactLine,
  NONE,
  OTHERS,
  offeredMembers,
  type RowSheet,
} from "./layout";

/** What the open cells hold, by the key of their line. Cells that are absent are empty. */
export type Cells = ReadonlyMap<string, string>;

export function productCells({ componentTypes, claimedSlCapability: claim }: DeclarationContent): Cells {
  return new Map([
    ...componentTypes.map((type) => [`type/${type}`, "yes"] as const),
    ...FOUNDATIONAL_REQUIREMENTS.flatMap((fr) =>
      claim ? [[`claim/${fr}`, String(claim[fr])] as const] : [],
    ),
  ]);
}

/** Answer, note, ids of evidence one a line. */
export function answerCells(answer: Answer | undefined): ReadonlyArray<string> {
  return [answer?.value ?? "", answer?.note ?? "", (answer?.evidenceIds ?? []).join("\n")];
}

export function factCells(facts: ProductFacts): Cells {
  return new Map(
    FACT_LINES.flatMap((line) => {
      const text = factCell(line, facts);
      return text === "" ? [] : [[line.key, text] as const];
    }),
  );
}

function factCell({ fact, column, member }: FactLine, facts: ProductFacts): string {
  const stated: unknown = facts[fact];
  if (stated === undefined) return "";
  // A record is an object of columns; which fact is one says the table of fields.
  const value = column === null ? stated : (stated as Readonly<Record<string, unknown>>)[column];
  if (member === null) return toText(value);
  if (!Array.isArray(value)) return "";
  if (member === OTHERS) {
    const offered = offeredMembers({ fact, column });
    return value.filter((one) => !offered.includes(String(one))).join("\n");
  }
  return (member === NONE ? value.length === 0 : value.includes(member)) ? "yes" : "";
}

/** A list of rows, cell by cell in the order of its columns. */
export function rowsOfFact(
  facts: ProductFacts,
  { fact, columns }: RowSheet,
): ReadonlyArray<ReadonlyArray<string>> {
  const rows: unknown = facts[fact];
  if (!Array.isArray(rows)) return [];
  return rows.map((row: Readonly<Record<string, unknown>>) => columns.map(([name]) => toText(row[name])));
}

export function mds2Cells(mds2: Mds2 | undefined, question: string): ReadonlyArray<string> {
  const given = mds2 && Object.hasOwn(mds2.answers, question) ? mds2.answers[question] : undefined;
  return [given?.answer ?? "", given?.note ?? ""];
}

export function evidenceRows(pieces: ReadonlyArray<Evidence>) {
  return pieces.map((piece) => {
    const flat: Readonly<Record<string, unknown>> = { ...piece, ...piece.scope };
    return { id: piece.id, cells: EVIDENCE_COLUMNS.map(({ name }) => toText(flat[name])) };
  });
}

function toText(value: unknown): string {
  if (value === null || value === undefined) return "";
  if (typeof value === "boolean") return value ? "yes" : "no";
  return Array.isArray(value) ? value.join("\n") : String(value);
}
