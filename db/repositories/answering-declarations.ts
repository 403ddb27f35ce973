import { and, asc, eq, inArray } from "drizzle-orm";
import type { Db } from "../client";
import { declarations, intakeRequests, tenderRequests } from "../schema";
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

/** What answers the requests of a tender, by lot; without declarations that the hospital may not see any more. */
export async function listTenderOffers(
  db: Db,
  organisationId: string,
  tenderId: string,
): Promise<ReadonlyArray<{ lot: number; requestId: string; declarationId: string }>> {
  return db
    .select({ lot: tenderRequests.lot, requestId: intakeRequests.id, declarationId: declarations.id })
    .from(tenderRequests)
    .innerJoin(
      intakeRequests,
      and(
        eq(intakeRequests.organisationId, tenderRequests.organisationId),
        eq(intakeRequests.id, tenderRequests.requestId),
      ),
    )
    .innerJoin(
      declarations,
      and(
        eq(declarations.organisationId, intakeRequests.supplierId),
        eq(declarations.id, intakeRequests.declarationId),
      ),
    )
    .where(
      and(
        eq(tenderRequests.organisationId, organisationId),
        eq(tenderRequests.tenderId, tenderId),
        inArray(intakeRequests.state, ["declared", "decided"]),
        isSharedWith(db, organisationId),
      ),
    )
    .orderBy(asc(tenderRequests.lot), asc(intakeRequests.createdAt), asc(intakeRequests.id));
}
