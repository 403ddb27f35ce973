import { z } from "zod";
import { AnswerSchema } from "~/domain/declaration/declaration";
import { RequirementIdSchema } from "~/domain/requirement/component-requirement";
import type { PendingChange } from "./answer-queue";

const PendingSchema = z.record(
  RequirementIdSchema,
  z.object({ before: AnswerSchema.nullable(), answer: AnswerSchema.nullable() }),
);
type Pending = Readonly<Record<string, PendingChange>>;

const keyOf = (queueKey: string) => `cordon:answers:${queueKey}`;

/** What an earlier visit could not save any more. Unreadable content counts as none. */
export function readQueue(queueKey: string): Pending {
  const text = inStorage((storage) => storage.getItem(keyOf(queueKey)));
  if (!text) return {};
  const parsed = PendingSchema.safeParse(toJson(text));
  return parsed.success ? parsed.data : {};
}

/** Other rows in the store stay: a second tab of the same declaration keeps its own. */
export function writeQueue(queueKey: string, pending: Pending, settledRows: ReadonlyArray<string>): void {
  const kept = Object.entries(readQueue(queueKey)).filter(
    ([requirementId]) => !settledRows.includes(requirementId),
  );
  const next = { ...Object.fromEntries(kept), ...pending };
  inStorage((storage) =>
    Object.keys(next).length === 0
      ? storage.removeItem(keyOf(queueKey))
      : storage.setItem(keyOf(queueKey), JSON.stringify(next)),
  );
}

/** Browsers throw where storage is full or switched off; then the queue lives in the page alone. */
function inStorage<Value>(work: (storage: Storage) => Value): Value | null {
  try {
    return work(window.localStorage);
  } catch {
    return null;
  }
}

function toJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
