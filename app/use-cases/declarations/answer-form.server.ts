import { z } from "zod";

const FormRowSchema = z.object({
  requirementId: z.string(),
  value: z.string().default(""),
  note: z.string().default(""),
  beforeValue: z.string().default(""),
  beforeNote: z.string().default(""),
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
  return row.value !== row.beforeValue || (row.value !== "" && toLines(row.note) !== toLines(row.beforeNote));
}

function toRowChange(row: FormRow) {
  return {
    requirementId: row.requirementId,
    before: toAnswer(row.beforeValue, row.beforeNote),
    answer: toAnswer(row.value, row.note),
  };
}

function toAnswer(value: string, note: string) {
  return value === "" ? null : { value, note: toLines(note) };
}

/** Forms post CRLF, scripts send LF; one note must not differ from itself. */
function toLines(text: string): string {
  return text.replaceAll("\r\n", "\n").trim();
}
