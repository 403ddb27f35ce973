import type { z } from "zod";

/** One thing wrong with the catalogue, and the place to put it right. */
export type Fault = Readonly<{ file: string; row: string | null; field: string | null; message: string }>;

/** `iec-62443-4-2/requirements.json, row "CR 1.1", minSl: …` */
export function toLine(fault: Fault): string {
  const place = [fault.file, fault.row === null ? null : `row "${fault.row}"`, fault.field].filter(Boolean);
  return `${place.join(", ")}: ${fault.message}`;
}

/** Throws where there is any fault, with at most 20 of them in the message. */
export function refuseFaults(faults: ReadonlyArray<Fault>): void {
  if (faults.length === 0) return;
  const more = faults.length > 20 ? [`… and ${faults.length - 20} more`] : [];
  throw new Error(
    [`The catalogue has ${faults.length} fault(s):`, ...faults.slice(0, 20).map(toLine), ...more].join(
      "\n- ",
    ),
  );
}

/** The content as the schema has it; undefined, and a fault per issue, where it does not fit. */
export function parseFile<Output>(
  file: string,
  content: unknown,
  schema: z.ZodType<Output>,
  faults: Fault[],
): Output | undefined {
  const parsed = schema.safeParse(content);
  if (parsed.success) return parsed.data;
  for (const issue of parsed.error.issues) {
    const field = issue.path.length === 0 ? null : issue.path.join(".");
    faults.push({ file, row: null, field, message: issue.message });
  }
  return undefined;
}

/** The rows that fit the schema; a fault per issue, naming the row, for those that do not. */
export function parseRows<Row>(
  file: string,
  content: unknown,
  schema: z.ZodType<Row>,
  faults: Fault[],
): ReadonlyArray<Row> {
  if (!Array.isArray(content)) {
    faults.push({ file, row: null, field: null, message: "expected a list of rows" });
    return [];
  }
  return content.flatMap((raw: unknown, index) => {
    const parsed = schema.safeParse(raw);
    if (parsed.success) return [parsed.data];
    for (const issue of parsed.error.issues) {
      const field = issue.path.length === 0 ? null : issue.path.join(".");
      faults.push({ file, row: nameOf(raw) ?? `#${index + 1}`, field, message: issue.message });
    }
    return [];
  });
}

function nameOf(raw: unknown): string | null {
  if (typeof raw !== "object" || raw === null || !("id" in raw)) return null;
  return typeof raw.id === "string" ? raw.id : null;
}
