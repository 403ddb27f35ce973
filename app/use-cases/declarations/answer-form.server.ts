import { z } from "zod";

const FormRowSchema = z.object({
  requirementId: z.string(),
  value: z.string().default(""),
  note: z.string().default(""),
  beforeValue: z.string().default(""),
  beforeNote: z.string().default(""),
  /** One tick comes as a text, several as a list, none not at all. */
  evidenceIds: z.union([z.string().transform((id) => [id]), z.array(z.string())]).default([]),
  /** Ids that the person saw ticked, parted by spaces. */
  beforeEvidence: z.string().default(""),
});
type FormRow = z.output<typeof FormRowSchema>;

/**
 * What a browser without scripts posts for one foundational requirement, as input of `answerRequirements`: only
 * the rows that the person changed. Null where nothing was changed. Values are judged there, not here.
 */
export function toRowChanges(values: Record<string, unknown>): ReadonlyArray<unknown> | null {
  const rows = z.record(z.string(), FormRowSchema).safeParse(values.rows ?? {});
  if (!rows.success) return [];
  const changes = Object.values(rows.data).filter(isChanged).map(toRowChange);
  return changes.length > 0 ? changes : null;
}

function isChanged(row: FormRow): boolean {
  if (row.value !== row.beforeValue) return true;
  if (row.value === "") return false;
  const isSameEvidence = row.evidenceIds.toSorted().join(" ") === toIds(row.beforeEvidence).sort().join(" ");
  return toLines(row.note) !== toLines(row.beforeNote) || !isSameEvidence;
}

function toRowChange(row: FormRow) {
  return {
    requirementId: row.requirementId,
    before: toAnswer(row.beforeValue, row.beforeNote, toIds(row.beforeEvidence)),
    answer: toAnswer(row.value, row.note, row.evidenceIds),
  };
}

function toAnswer(value: string, note: string, evidenceIds: ReadonlyArray<string>) {
  if (value === "") return null;
  return { value, note: toLines(note), ...(evidenceIds.length > 0 ? { evidenceIds } : {}) };
}

function toIds(text: string): Array<string> {
  return text.split(" ").filter((id) => id !== "");
}

/** Forms post CRLF, scripts send LF; one note must not differ from itself. */
function toLines(text: string): string {
  return text.replaceAll("\r\n", "\n").trim();
}
