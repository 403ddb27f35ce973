import {
  changedFields,
  lacksReason,
  type MeasureContent,
  type MeasureField,
  NOTHING_RECORDED,
  withFields,
} from "~/domain/measure/measure";

import type { MeasureKey } from "~/domain/measure/measure-key";
import type { ReadLine, ReadMeasures } from "./read";

/** What holds for a measure of a place now. `version`: of what was written for this very place. */
export type KnownMeasure = { version: number; content: MeasureContent };

export type FieldChange = { field: MeasureField; before: string; after: string };
/** A line of the file that says something else than the portal. */
export type PlannedLine = MeasureKey & {
  row: number;
  /** Of the portal as it is now: what the line changes is judged against it. */
  current: number;
  changes: ReadonlyArray<FieldChange>;
  /** `fills`: only what was empty; `replaces`: something stands there; `stale`: and somebody changed it since the file. */
  effect: "fills" | "replaces" | "stale";
};
/** A line that cannot be taken: the place or the measure is gone, or a reason is missing. */
export type LostLine = MeasureKey & { row: number; code: "not-required" | "reason-missing" };

export type ImportPlan = {
  planned: ReadonlyArray<PlannedLine>;
  lost: ReadonlyArray<LostLine>;
  unchanged: number;
};

/** What a file would change of what is known; nothing is decided here. */
export function planImport(
  { lines }: Pick<ReadMeasures, "lines">,
  knownOf: (key: MeasureKey) => KnownMeasure | undefined,
): ImportPlan {
  const planned: Array<PlannedLine> = [];
  const lost: Array<LostLine> = [];
  let unchanged = 0;
  for (const line of lines) {
    const { place, measureId, version, row } = line;
    const known = knownOf(line);
    const key = { place, measureId, version, row };
    if (!known) {
      lost.push({ ...key, code: "not-required" });
      continue;
    }
    const next = withFields(known.content, line.fields);
    const fields = changedFields(known.content, next);
    if (fields.length === 0) unchanged += 1;
    else if (lacksReason(next)) lost.push({ ...key, code: "reason-missing" });
    else planned.push({ ...key, current: known.version, ...effectOf(line, known, next, fields) });
  }
  return { planned, lost, unchanged };
}

function effectOf(
  { version }: ReadLine,
  known: KnownMeasure,
  next: MeasureContent,
  fields: ReadonlyArray<MeasureField>,
): Pick<PlannedLine, "changes" | "effect"> {
  const isEmpty = (field: MeasureField) => known.content[field] === NOTHING_RECORDED[field];
  const changes = fields.map((field) => ({
    field,
    before: String(known.content[field] ?? ""),
    after: String(next[field] ?? ""),
  }));
  if (version !== known.version) return { changes, effect: "stale" };
  return { changes, effect: fields.every(isEmpty) ? "fills" : "replaces" };
}

/** The fields of a planned line, as they are posted. */
export function fieldsToPost({ changes }: PlannedLine): Readonly<Record<string, string>> {
  return Object.fromEntries(changes.map(({ field, after }) => [field, after]));
}
