import type { z } from "zod";
import { isOwnDocument } from "./large-documents";

/** Where a document stands: its table and column, and what tells its row from others. */
export type StoredPlace = { column: string; row: string };

/**
 * A document in the database that is not what its column holds: a defect, or a hand in the database. Says which row and
 * what is wrong with it, never what stands in it.
 */
export class StoredDocumentError extends Error {
  constructor({ column, row }: StoredPlace, error: z.core.$ZodError) {
    const [issue] = error.issues;
    const path = issue?.path.join(".") || "the whole of it";
    super(`${column} of ${row} cannot be read: ${path} (${issue?.code ?? "unknown"})`);
    this.name = "StoredDocumentError";
  }
}

/** By document and schema: a large document that is known again need not be checked again. */
const outputs = new WeakMap<object, WeakMap<z.ZodType, unknown>>();

/** A stored document in today's form. Throws {@link StoredDocumentError}. */
export function readStored<Schema extends z.ZodType>(
  schema: Schema,
  stored: unknown,
  place: StoredPlace,
): z.output<Schema> {
  if (isOwnDocument(stored)) return stored as z.output<Schema>;
  const isObject = typeof stored === "object" && stored !== null;
  const known = isObject ? outputs.get(stored) : undefined;
  if (known?.has(schema)) return known.get(schema) as z.output<Schema>;
  const parsed = schema.safeParse(stored);
  if (!parsed.success) throw new StoredDocumentError(place, parsed.error);
  if (isObject) outputs.set(stored, (known ?? new WeakMap()).set(schema, parsed.data));
  return parsed.data;
}

/** The same for what is frozen: it has to have the shape, and is given back as it is, to the last byte. */
export function checkStored<Document>(schema: z.ZodType, stored: Document, place: StoredPlace): Document {
  readStored(schema, stored, place);
  return stored;
}
