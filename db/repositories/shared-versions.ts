import { and, desc, eq } from "drizzle-orm";
import type { Db } from "../client";
import { declarations } from "../schema";
import { isSharedWith, type SharedDeclaration, selectShared, toShared } from "./declarations";

/** Every signed version of a release that this hospital may see, newest first. */
export async function listSharedVersions(
  db: Db,
  hospitalId: string,
  { supplierId, releaseId }: Pick<SharedDeclaration, "supplierId" | "releaseId">,
): Promise<ReadonlyArray<SharedDeclaration>> {
  const rows = await selectShared(db)
    .where(
      and(
        eq(declarations.organisationId, supplierId),
        eq(declarations.releaseId, releaseId),
        isSharedWith(db, hospitalId),
      ),
    )
    .orderBy(desc(declarations.version));
  return rows.flatMap(({ shared }) => toShared(shared));
}
