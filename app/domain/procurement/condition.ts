import { z } from "zod";
import { type IsoDate, IsoDateSchema } from "../shared/iso-date";
import { accept, type Result, refuse } from "../shared/result";
import { lineOfText } from "../shared/text";

/** Something that must be done by a day for an approval to hold. */
export const ConditionSchema = z.strictObject({
  text: lineOfText(1000),
  /** Who sees to it: a person or a department, in words. */
  owner: lineOfText(200),
  dueDate: IsoDateSchema,
});
export type Condition = z.output<typeof ConditionSchema>;

export type TrackedCondition = Condition & { completedOn: IsoDate | null };

export const CONDITION_STATES = ["open", "completed", "overdue"] as const;
export type ConditionState = (typeof CONDITION_STATES)[number];

/** Derived, never stored: the due date itself is still in time. A completion in the future has not happened. */
export function conditionState({ dueDate, completedOn }: TrackedCondition, asOf: IsoDate): ConditionState {
  if (completedOn !== null && completedOn <= asOf) return "completed";
  return asOf > dueDate ? "overdue" : "open";
}

/** Records that a condition is met. What is completed stays so. */
export function completeCondition(
  condition: TrackedCondition,
  on: IsoDate,
): Result<TrackedCondition & { completedOn: IsoDate }, { code: "already-completed"; on: IsoDate }> {
  if (condition.completedOn !== null) return refuse({ code: "already-completed", on: condition.completedOn });
  return accept({ ...condition, completedOn: on });
}
