import { and, eq, lt } from "drizzle-orm";
import { type ImportPlan, ImportPlanSchema } from "~/domain/declaration/import-plan";
import type { ImportState } from "~/domain/declaration/import-words";
import type { Db } from "../client";
import { fileImports } from "../schema";
import { readStored } from "../stored";

/** A file that was read for a draft, with what it would set. */
export type StoredImport = {
  organisationId: string;
  id: string;
  declarationId: string;
  sha256: string;
  name: string;
  bytes: number;
  state: ImportState;
  plan: ImportPlan | null;
  /** Why nothing was read; whoever wrote it knows its shape. */
  refusal: unknown;
  createdBy: string;
  createdAt: Date;
  appliedAt: Date | null;
};

export async function findImport(
  db: Db,
  organisationId: string,
  id: string,
): Promise<StoredImport | undefined> {
  const [row] = await db
    .select()
    .from(fileImports)
    .where(and(eq(fileImports.organisationId, organisationId), eq(fileImports.id, id)));
  if (!row) return undefined;
  const place = { column: "file_imports.plan", row: id };
  return { ...row, plan: row.plan === null ? null : readStored(ImportPlanSchema, row.plan, place) };
}

export async function saveNewImport(
  db: Db,
  begun: Pick<
    StoredImport,
    "organisationId" | "id" | "declarationId" | "sha256" | "name" | "bytes" | "createdBy" | "createdAt"
  >,
): Promise<void> {
  await db
    .insert(fileImports)
    .values({ ...begun, state: "reading", plan: null, refusal: null, appliedAt: null });
}

type Ended =
  | { state: "ready"; plan: ImportPlan }
  | { state: "refused"; refusal: unknown }
  | { state: "cancelled" }
  | { state: "applied"; appliedAt: Date };

/** Takes an import from one state to the next. False where it is in another one already: nothing is written. */
export async function moveImport(
  db: Db,
  organisationId: string,
  { id, from, to }: { id: string; from: ImportState; to: Ended },
): Promise<boolean> {
  const moved = await db
    .update(fileImports)
    .set(to)
    .where(
      and(
        eq(fileImports.organisationId, organisationId),
        eq(fileImports.id, id),
        eq(fileImports.state, from),
      ),
    )
    .returning({ id: fileImports.id });
  return moved.length > 0;
}

/** Forgets imports that were begun before a moment, whatever became of them; answers how many. */
export async function removeImportsBefore(db: Db, before: Date): Promise<number> {
  const removed = await db
    .delete(fileImports)
    .where(lt(fileImports.createdAt, before))
    .returning({ id: fileImports.id });
  return removed.length;
}
