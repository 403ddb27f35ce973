import { z } from "zod";
import { IsoDateSchema } from "~/domain/shared/iso-date";
import { lineOfText } from "~/domain/shared/text";

/** Rows that the form offers. */
export const MAX_CONDITIONS = 5;

const ConditionRow = z.strictObject({ text: lineOfText(1000), owner: lineOfText(200), dueOn: IsoDateSchema });

/**
 * Rows posted as `conditions.0.text` … `conditions.4.dueOn`. A row left blank is no condition; it keeps its place
 * until all are read, so that an error names the row the person sees.
 */
export const ConditionRows = z.preprocess(
  toRows,
  z
    .array(ConditionRow.nullable())
    .max(MAX_CONDITIONS)
    .transform((rows) => rows.flatMap((row, place) => (row ? [{ ...row, place }] : []))),
);

function toRows(raw: unknown): unknown {
  if (typeof raw !== "object" || raw === null) return raw === undefined || raw === "" ? [] : raw;
  const rows: ReadonlyArray<unknown> = Array.isArray(raw)
    ? raw
    : Object.entries(raw).reduce<Array<unknown>>((placed, [place, row]) => {
        // A place outside the form would make a huge sparse array of one posted number.
        const index = /^\d$/.test(place) ? Number(place) : MAX_CONDITIONS;
        placed[index] = row;
        return placed;
      }, []);
  return Array.from(rows, (row) => (isBlank(row) ? null : row));
}

function isBlank(row: unknown): boolean {
  if (row === undefined || row === null) return true;
  return (
    typeof row === "object" &&
    Object.values(row).every((value) => typeof value === "string" && value.trim() === "")
  );
}
