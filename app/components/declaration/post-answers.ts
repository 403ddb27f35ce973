import { z } from "zod";
import { AnswerSchema } from "~/domain/declaration/declaration";
import type { QueueEvent, RowChange } from "./answer-queue";

const SavedSchema = z.object({ saveVersion: z.number(), savedAt: z.string() });
const RefusalSchema = z.object({
  refusal: z.discriminatedUnion("code", [
    z.object({
      code: z.literal("answer-changed"),
      rows: z.array(z.object({ requirementId: z.string(), stored: AnswerSchema.nullable() })),
    }),
    z.object({ code: z.literal("invalid-input"), fields: z.record(z.string(), z.array(z.string())) }),
    z.object({
      code: z.enum(["row-not-applicable", "unknown-requirement", "unknown-evidence"]),
      requirementId: z.string(),
    }),
    z.object({ code: z.literal("not-a-draft") }),
  ]),
});

/** Sends rows and says what became of them. Never rejects: a network that fails is one of the answers. */
export async function postAnswers(url: string, changes: ReadonlyArray<RowChange>): Promise<QueueEvent> {
  const response = await fetch(url, {
    method: "POST",
    headers: { "Content-Type": "application/json", "X-Requested-With": "cordon" },
    body: JSON.stringify({ changes }),
    // The last change of a page that is being left still goes out.
    keepalive: changes.length < 10,
  }).catch(() => null);
  if (!response) return { type: "failed", problem: "unreachable" };
  if (response.status === 401) return { type: "failed", problem: "signed-out" };
  if (response.status === 403 || response.status === 404) return { type: "failed", problem: "closed" };
  const body: unknown = await response.json().catch(() => null);
  if (response.ok) return toSaved(body);
  return toRefused(body, changes);
}

function toSaved(body: unknown): QueueEvent {
  const saved = SavedSchema.safeParse(body);
  return saved.success ? { type: "saved", ...saved.data } : { type: "failed", problem: "unreachable" };
}

function toRefused(body: unknown, changes: ReadonlyArray<RowChange>): QueueEvent {
  const refused = RefusalSchema.safeParse(body);
  if (!refused.success) return { type: "failed", problem: "unreachable" };
  const { refusal } = refused.data;
  switch (refusal.code) {
    case "answer-changed":
      return { type: "conflicted", rows: refusal.rows };
    case "invalid-input":
      return { type: "rejected", rows: toRowErrors(refusal.fields, changes) };
    case "row-not-applicable":
    case "unknown-requirement":
    case "unknown-evidence":
      return { type: "rejected", rows: { [refusal.requirementId]: [refusal.code] } };
    case "not-a-draft":
      return { type: "failed", problem: "closed" };
  }
}

/** `changes.3.answer.note` names the fourth row; what names none concerns all that were sent. */
function toRowErrors(
  fields: Readonly<Record<string, ReadonlyArray<string>>>,
  changes: ReadonlyArray<RowChange>,
) {
  const rows: Record<string, ReadonlyArray<string>> = {};
  for (const [path, errors] of Object.entries(fields)) {
    const change = changes[Number(/^changes\.(\d+)/.exec(path)?.[1] ?? Number.NaN)];
    for (const { requirementId } of change ? [change] : changes) rows[requirementId] = errors;
  }
  return rows;
}
