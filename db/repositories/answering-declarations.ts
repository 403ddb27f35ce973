import { and, asc, eq, inArray } from "drizzle-orm";
import type { Db } from "../client";
import { declarations, intakeRequests } from "../schema";
import { isSharedWith } from "./declarations";

/**
 * Declarations that answer requests of a hospital for one zone, each once, in the order of the requests; without those
 * that it may not see any more.
 */
export async function listAnsweringDeclarations(
  db: Db,
  organisationId: string,
  { modelId, zoneId }: { modelId: string; zoneId: string },
): Promise<ReadonlyArray<string>> {
  const rows = await db
    .select({ id: declarations.id })
    .from(intakeRequests)
    .innerJoin(
      declarations,
      and(
        eq(declarations.organisationId, intakeRequests.supplierId),
        eq(declarations.id, intakeRequests.declarationId),
      ),
    )
    .where(
      and(
        eq(intakeRequests.organisationId, organisationId),
        eq(intakeRequests.modelId, modelId),
        eq(intakeRequests.zoneId, zoneId),
        inArray(intakeRequests.state, ["declared", "decided"]),
        isSharedWith(db, organisationId),
      ),
    )
    .orderBy(asc(intakeRequests.createdAt), asc(intakeRequests.id));
  return [...new Set(rows.map(({ id }) => id))];
}
