import { and, eq, exists, isNull, lte, or } from "drizzle-orm";
import type { Db } from "../client";
import { assessments, declarations, intakeRequests } from "../schema";
import type { Declaration, Visibility } from "./declarations";

/** Who may see it is no part of what was signed. */
export async function saveVisibility(
  db: Db,
  supplierId: string,
  declarationId: string,
  visibility: Visibility,
): Promise<void> {
  await db
    .update(declarations)
    .set({ visibility })
    .where(and(eq(declarations.organisationId, supplierId), eq(declarations.id, declarationId)));
}

/**
 * Takes a signed version and every earlier one of its release out of use: an older one must not stand in for one that was
 * found wrong. Answers the ids of those that were in use.
 */
export async function saveWithdrawal(
  db: Db,
  supplierId: string,
  { releaseId, version }: Pick<Declaration, "releaseId" | "version">,
  withdrawal: { withdrawnAt: Date; withdrawalReason: string },
): Promise<ReadonlyArray<string>> {
  const withdrawn = await db
    .update(declarations)
    .set(withdrawal)
    .where(
      and(
        eq(declarations.organisationId, supplierId),
        eq(declarations.releaseId, releaseId),
        lte(declarations.version, version),
        eq(declarations.state, "signed"),
        isNull(declarations.withdrawnAt),
      ),
    )
    .returning({ id: declarations.id });
  return withdrawn.map(({ id }) => id);
}

/**
 * That a declaration was taken out of use, and why, for a hospital that had it as an answer or decided on it; undefined
 * for everybody else and for what is in use.
 */
export async function findWithdrawal(
  db: Db,
  hospitalId: string,
  declarationId: string,
): Promise<{ withdrawnAt: Date; reason: string } | undefined> {
  const answered = db
    .select({ id: intakeRequests.id })
    .from(intakeRequests)
    .where(
      and(
        eq(intakeRequests.organisationId, hospitalId),
        eq(intakeRequests.supplierId, declarations.organisationId),
        eq(intakeRequests.declarationId, declarations.id),
      ),
    );
  const judged = db
    .select({ id: assessments.id })
    .from(assessments)
    .where(
      and(
        eq(assessments.organisationId, hospitalId),
        eq(assessments.supplierId, declarations.organisationId),
        eq(assessments.declarationId, declarations.id),
      ),
    );
  const [row] = await db
    .select({ withdrawnAt: declarations.withdrawnAt, reason: declarations.withdrawalReason })
    .from(declarations)
    .where(and(eq(declarations.id, declarationId), or(exists(answered), exists(judged))));
  return row?.withdrawnAt ? { withdrawnAt: row.withdrawnAt, reason: row.reason ?? "" } : undefined;
}
