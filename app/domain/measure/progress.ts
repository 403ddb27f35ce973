import type { IsoDate } from "../shared/iso-date";
import { isOverdue, isProved, type MeasureState, type ShownMeasure } from "./measure";

/** Counts, never one number: a percentage would hide what is overdue or has no proof. */
export type MeasureProgress = {
  count: number;
  byState: Readonly<Record<MeasureState, number>>;
  overdue: number;
  /** In place, and neither a word nor a file shows it. */
  withoutEvidence: number;
  withoutOwner: number;
  /** The lowest rating of those in place; null where none is rated. Never an average. */
  lowestMaturity: number | null;
};

/** How far these measures are on a day. */
export function progressOf(measures: ReadonlyArray<ShownMeasure>, asOf: IsoDate): MeasureProgress {
  const byState = { "not-started": 0, "in-progress": 0, "in-place": 0, "not-applicable": 0 };
  let overdue = 0;
  let withoutEvidence = 0;
  let withoutOwner = 0;
  let lowestMaturity: number | null = null;
  for (const measure of measures) {
    const { content } = measure;
    const { state, owner, maturity } = content;
    byState[state] += 1;
    if (isOverdue(content, asOf)) overdue += 1;
    if (state !== "not-applicable" && owner === "") withoutOwner += 1;
    if (state !== "in-place") continue;
    if (!isProved(measure)) withoutEvidence += 1;
    if (maturity !== null && (lowestMaturity === null || maturity < lowestMaturity))
      lowestMaturity = maturity;
  }
  return { count: measures.length, byState, overdue, withoutEvidence, withoutOwner, lowestMaturity };
}

/** By group, in the order in which groups first come up. */
export function progressByGroup<Row extends ShownMeasure & { group: string }>(
  rows: ReadonlyArray<Row>,
  asOf: IsoDate,
): ReadonlyArray<{ group: string; progress: MeasureProgress }> {
  const groups = new Map<string, Array<Row>>();
  for (const row of rows) {
    const known = groups.get(row.group);
    if (known) known.push(row);
    else groups.set(row.group, [row]);
  }
  return [...groups].map(([group, measures]) => ({ group, progress: progressOf(measures, asOf) }));
}
