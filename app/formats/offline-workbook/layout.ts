import { ANSWER_VALUES } from "~/domain/declaration/declaration";
import { ASSURANCES, EVIDENCE_SUBJECTS, EVIDENCE_TYPES } from "~/domain/declaration/evidence";
import {
  type Column,
  FACT_FIELDS,
  FACT_KEYS,
  type FactField,
  HANDLED_CLASSES,
} from "~/domain/declaration/fact-fields";
import { MDS2_ANSWERS, MDS2_EDITIONS } from "~/domain/declaration/fact-values";
import type { FactKey } from "~/domain/declaration/facts";
import { COMPONENT_TYPES } from "~/domain/requirement/component-requirement";
import { FOUNDATIONAL_REQUIREMENTS } from "~/domain/security-level/security-level";

/**
 * The first cell of a sheet says what it is, and the first column names each line: both are locked, so a workbook comes
 * back readable whatever language its words are in.
 */
export const MARKS = {
  product: "cordon:product",
  answers: "cordon:answers",
  facts: "cordon:facts",
  mds2: "cordon:mds2",
  evidence: "cordon:evidence",
} as const;

export const YES_NO = ["yes", "no"] as const;
export const YES = ["yes"] as const;
const LEVELS = ["0", "1", "2", "3", "4"] as const;

/** The member of a list that says “none of these”. */
export const NONE = "-";
/** The member of an open list that takes what is not offered, one a line: files may state more rows than the page offers. */
export const OTHERS = "+";
const OPEN_LISTS: ReadonlyArray<string> = ["essentialFunction.requirementIds"];

/** One line with one open cell; `values` null = any text. */
export type Line = { key: string; values: ReadonlyArray<string> | null };

export const PRODUCT_LINES: ReadonlyArray<Line> = [
  ...COMPONENT_TYPES.map((type) => ({ key: `type/${type}`, values: YES })),
  ...FOUNDATIONAL_REQUIREMENTS.map((fr) => ({ key: `claim/${fr}`, values: LEVELS })),
];

/** `column` of a record, `member` of a list. */
export type FactLine = Line & { fact: FactKey; column: string | null; member: string | null };

/** Facts line by line; lists of rows have a sheet of their own, here they can say that they are empty. */
export const FACT_LINES: ReadonlyArray<FactLine> = FACT_KEYS.flatMap(linesOf);

function linesOf(fact: FactKey): ReadonlyArray<FactLine> {
  const field: FactField = FACT_FIELDS[fact];
  const line = (
    values: Line["values"],
    { column = null, member = null }: Partial<Pick<FactLine, "column" | "member">> = {},
  ): FactLine => ({
    key: fact + (column === null ? "" : `.${column}`) + (member === null ? "" : `/${member}`),
    ...{ fact, column, member, values },
  });
  switch (field.kind) {
    case "line":
    case "text":
    case "date":
    case "number":
      return [line(null)];
    case "flag":
      return [line(YES_NO)];
    case "one-of":
      return [line(field.values)];
    case "any-of":
      return [...field.values, NONE].map((member) => line(YES, { member }));
    case "handling":
    case "rows":
      return [line(YES, { member: NONE })];
    case "record":
      return Object.entries(field.columns).flatMap(([column, kind]) =>
        kind.kind === "some-of"
          ? [
              ...kind.values.map((member) => line(YES, { column, member })),
              ...(OPEN_LISTS.includes(`${fact}.${column}`) ? [line(null, { column, member: OTHERS })] : []),
            ]
          : [line(valuesOf(kind), { column })],
      );
    case "mds2":
      return [line(MDS2_EDITIONS, { column: "edition" }), line(null, { column: "releasedOn" })];
  }
}

/** What a cell offers. */
export function valuesOf(kind: Column): Line["values"] {
  if (kind.kind === "one-of") return kind.values;
  return kind.kind === "yes" ? YES_NO : null;
}

/** A sheet of rows: the fact and its columns. `room`: rows that may be filled in. */
export type RowSheet = {
  fact: FactKey;
  mark: string;
  columns: ReadonlyArray<readonly [string, Column]>;
  room: number;
};

const YES_COLUMN: Column = { kind: "yes" };
const HANDLING: ReadonlyArray<readonly [string, Column]> = [
  ["dataClass", { kind: "one-of", values: HANDLED_CLASSES }],
  ...["stored", "sent", "encryptedAtRest", "encryptedInTransit"].map((name) => [name, YES_COLUMN] as const),
];
/** More than anybody types; whoever has more brings them as a file of their own. */
const MOST_ROOM = 200;
const SPARE_ROWS = 40;

export const ROW_SHEETS: ReadonlyArray<RowSheet> = FACT_KEYS.flatMap((fact): ReadonlyArray<RowSheet> => {
  const field: FactField = FACT_FIELDS[fact];
  const mark = `cordon:fact:${fact}`;
  if (field.kind === "handling") return [{ fact, mark, columns: HANDLING, room: HANDLED_CLASSES.length }];
  return field.kind === "rows"
    ? [{ fact, mark, columns: Object.entries(field.columns), room: MOST_ROOM }]
    : [];
});

/** How many rows a sheet of lists is made with. */
export function roomFor({ room }: Pick<RowSheet, "room">, filled: number): number {
  return Math.max(filled, Math.min(room, filled + SPARE_ROWS));
}

/** `lines`: one value a line. */
export type EvidenceColumn = { name: string; values: Line["values"]; lines: boolean };

export const EVIDENCE_COLUMNS: ReadonlyArray<EvidenceColumn> = [
  { name: "type", values: EVIDENCE_TYPES, lines: false },
  { name: "subject", values: EVIDENCE_SUBJECTS, lines: false },
  { name: "title", values: null, lines: false },
  { name: "issuer", values: null, lines: false },
  { name: "assurance", values: ASSURANCES, lines: false },
  { name: "scheme", values: null, lines: false },
  { name: "schemeVersion", values: null, lines: false },
  { name: "product", values: null, lines: false },
  { name: "releases", values: null, lines: true },
  { name: "componentTypes", values: null, lines: true },
  { name: "level", values: LEVELS, lines: false },
  { name: "validFrom", values: null, lines: false },
  { name: "validUntil", values: null, lines: false },
  { name: "reference", values: null, lines: false },
  { name: "sha256", values: null, lines: false },
];

export const ANSWER_COLUMN = ANSWER_VALUES;
export const MDS2_COLUMN = MDS2_ANSWERS;

/** Members of a list that have a line of their own. */
export function offeredMembers({ fact, column }: Pick<FactLine, "fact" | "column">): ReadonlyArray<string> {
  return FACT_LINES.flatMap((line) =>
    line.fact === fact && line.column === column && line.member !== null ? [line.member] : [],
  );
}
