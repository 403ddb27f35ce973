import type { IsoDate } from "../shared/iso-date";
import { isOverdue, type MeasureContent, type MeasureState } from "./measure";

/** Counts, never one number: a percentage would hide what is overdue or has no proof. */
export type MeasureProgress = {
  count: number;
  byState: Readonly<Record<MeasureState, number>>;
  overdue: number;
  /** In place, and nobody says where that can be seen. */
  withoutEvidence: number;
  withoutOwner: number;
  /** The lowest rating of those in place; null where none is rated. Never an average. */
  lowestMaturity: number | null;
};

/** How far these measures are on a day. */
export function progressOf(contents: ReadonlyArray<MeasureContent>, asOf: IsoDate): MeasureProgress {
  const byState = { "not-started": 0, "in-progress": 0, "in-place": 0, "not-applicable": 0 };
  let overdue = 0;
  let withoutEvidence = 0;
  let withoutOwner = 0;
  let lowestMaturity: number | null = null;
  for (const content of contents) {
    const { state, evidence, owner, maturity } = content;
    byState[state] += 1;
    if (isOverdue(content, asOf)) overdue += 1;
    if (state !== "not-applicable" && owner === "") withoutOwner += 1;
    if (state !== "in-place") continue;
    if (evidence === "") withoutEvidence += 1;
    if (maturity !== null && (lowestMaturity === null || maturity < lowestMaturity))
      lowestMaturity = maturity;
  }
  return { count: contents.length, byState, overdue, withoutEvidence, withoutOwner, lowestMaturity };
}

/** By group, in the order in which groups first come up. */
export function progressByGroup<Row extends { group: string; content: MeasureContent }>(
  rows: ReadonlyArray<Row>,
  asOf: IsoDate,
): ReadonlyArray<{ group: string; progress: MeasureProgress }> {
  const groups = new Map<string, Array<MeasureContent>>();
  for (const { group, content } of rows) {
    const known = groups.get(group);
    if (known) known.push(content);
    else groups.set(group, [content]);
  }
  return [...groups].map(([group, contents]) => ({ group, progress: progressOf(contents, asOf) }));
}
