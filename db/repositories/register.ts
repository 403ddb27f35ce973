import { and, asc, count, eq, exists, gt, gte, inArray, isNull, like, lte, or } from "drizzle-orm";
import { type DeclaredEndKind, type End, wordsOf } from "~/domain/procurement/register";
import type { Db } from "../client";
import {
  assessments,
  conditions,
  decisionExceptions,
  decisions,
  organisations,
  registerEntries,
  zoneModels,
} from "../schema";
import type { DecidedPair } from "./decisions";

/** What an approval is found, sorted and dated by. */
export type RegisterEntry = {
  organisationId: string;
  decisionId: string;
  modelId: string;
  zoneId: string;
  orderText: string;
  searchText: string;
  declaredEnd: End<DeclaredEndKind> | null;
};

export type RegisterPage = {
  /** Every word must be in product, release, manufacturer or zone. */
  text?: string;
  modelId?: string;
  zoneId?: string;
  hasOpenConditions?: boolean;
  /** Only what has an end on or before this day. */
  endsBy?: string;
  /** Where the page before ended. */
  after?: Pick<RegisterEntry, "orderText" | "decisionId">;
  limit: number;
};

/** Approvals in force in the order of products, releases and zones (keyset paging). */
export async function listRegister(
  db: Db,
  organisationId: string,
  { after, limit, ...wanted }: RegisterPage,
): Promise<ReadonlyArray<RegisterEntry & { modelName: string }>> {
  const rows = await selectEntries(db)
    .where(
      and(
        isWanted(db, organisationId, wanted),
        // The first half says nothing new, but is what the index is entered by.
        after && gte(registerEntries.orderText, after.orderText),
        after &&
          or(
            gt(registerEntries.orderText, after.orderText),
            gt(registerEntries.decisionId, after.decisionId),
          ),
      ),
    )
    .orderBy(asc(registerEntries.orderText), asc(registerEntries.decisionId))
    .limit(limit);
  return rows.map(({ entry, modelName }) => ({ ...toEntry(entry), modelName }));
}

/** How many approvals are wanted; counted up to `bound` and one more. */
export async function countRegister(
  db: Db,
  organisationId: string,
  wanted: Omit<RegisterPage, "after" | "limit">,
  bound: number,
): Promise<number> {
  const counted = db
    .select({ id: registerEntries.decisionId })
    .from(registerEntries)
    .innerJoin(decisions, isItsDecision())
    .where(isWanted(db, organisationId, wanted))
    .limit(bound + 1)
    .as("counted");
  const [row] = await db.select({ count: count() }).from(counted);
  return row?.count ?? 0;
}

export async function findRegisterEntry(
  db: Db,
  organisationId: string,
  decisionId: string,
): Promise<RegisterEntry | undefined> {
  const [row] = await selectEntries(db).where(
    and(eq(registerEntries.organisationId, organisationId), eq(registerEntries.decisionId, decisionId)),
  );
  return row && toEntry(row.entry);
}

function selectEntries(db: Db) {
  return db
    .select({ entry: registerEntries, modelName: zoneModels.name })
    .from(registerEntries)
    .innerJoin(decisions, isItsDecision())
    .innerJoin(
      zoneModels,
      and(
        eq(zoneModels.organisationId, registerEntries.organisationId),
        eq(zoneModels.id, registerEntries.modelId),
      ),
    )
    .$dynamic();
}

function isItsDecision() {
  return and(
    eq(decisions.organisationId, registerEntries.organisationId),
    eq(decisions.id, registerEntries.decisionId),
  );
}

function isWanted(
  db: Db,
  organisationId: string,
  { text, modelId, zoneId, hasOpenConditions = false, endsBy }: Omit<RegisterPage, "after" | "limit">,
) {
  return and(
    eq(registerEntries.organisationId, organisationId),
    eq(decisions.isCurrent, true),
    modelId === undefined ? undefined : eq(registerEntries.modelId, modelId),
    zoneId === undefined ? undefined : eq(registerEntries.zoneId, zoneId),
    ...wordsOf(text ?? "").map((word) => like(registerEntries.searchText, `%${word}%`)),
    hasOpenConditions ? exists(openConditions(db)) : undefined,
    endsBy === undefined
      ? undefined
      : or(
          lte(registerEntries.declaredEndsOn, endsBy),
          exists(openConditions(db, endsBy)),
          exists(endingExceptions(db, endsBy)),
        ),
  );
}

function openConditions(db: Db, dueBy?: string) {
  return db
    .select({ id: conditions.id })
    .from(conditions)
    .where(
      and(
        eq(conditions.organisationId, registerEntries.organisationId),
        eq(conditions.decisionId, registerEntries.decisionId),
        isNull(conditions.completedAt),
        dueBy === undefined ? undefined : lte(conditions.dueOn, dueBy),
      ),
    );
}

function endingExceptions(db: Db, endsBy: string) {
  return db
    .select({ id: decisionExceptions.exceptionId })
    .from(decisionExceptions)
    .where(
      and(
        eq(decisionExceptions.organisationId, registerEntries.organisationId),
        eq(decisionExceptions.decisionId, registerEntries.decisionId),
        lte(decisionExceptions.expiresOn, endsBy),
      ),
    );
}

/** Approvals in force that the register does not hold yet: those from before it was kept. */
export async function listUnregistered(db: Db, organisationId: string, limit: number) {
  return db
    .select({
      decisionId: decisions.id,
      assessmentId: decisions.assessmentId,
      modelId: decisions.modelId,
      zoneId: decisions.zoneId,
      decidedAt: decisions.decidedAt,
      productName: assessments.productName,
      releaseVersion: assessments.releaseVersion,
      zoneName: assessments.zoneName,
      supplierName: organisations.name,
    })
    .from(decisions)
    .innerJoin(
      assessments,
      and(
        eq(assessments.organisationId, decisions.organisationId),
        eq(assessments.id, decisions.assessmentId),
      ),
    )
    .innerJoin(organisations, eq(organisations.id, decisions.supplierId))
    .leftJoin(registerEntries, isItsDecision())
    .where(
      and(
        eq(decisions.organisationId, organisationId),
        eq(decisions.isCurrent, true),
        inArray(decisions.kind, ["approve", "approve-with-conditions"]),
        isNull(registerEntries.decisionId),
      ),
    )
    .limit(limit);
}

export async function saveRegisterEntries(
  db: Db,
  organisationId: string,
  entries: ReadonlyArray<RegisterEntry>,
): Promise<void> {
  if (entries.length === 0) return;
  const rows = entries.map(({ declaredEnd, ...entry }) => ({
    ...entry,
    organisationId,
    declaredEndsOn: declaredEnd?.endsOn ?? null,
    declaredEndKind: declaredEnd?.kind ?? null,
    declaredEndName: declaredEnd?.name ?? "",
  }));
  await db.insert(registerEntries).values(rows);
}

/** Takes out whatever is registered of a release in a zone. */
export async function removeRegisterEntries(
  db: Db,
  organisationId: string,
  { modelId, zoneId, supplierId, releaseId }: DecidedPair,
): Promise<void> {
  const ofPair = db
    .select({ id: decisions.id })
    .from(decisions)
    .where(
      and(
        eq(decisions.organisationId, organisationId),
        eq(decisions.modelId, modelId),
        eq(decisions.zoneId, zoneId),
        eq(decisions.supplierId, supplierId),
        eq(decisions.releaseId, releaseId),
      ),
    );
  await db
    .delete(registerEntries)
    .where(
      and(eq(registerEntries.organisationId, organisationId), inArray(registerEntries.decisionId, ofPair)),
    );
}

function toEntry({
  declaredEndsOn,
  declaredEndKind,
  declaredEndName,
  ...entry
}: typeof registerEntries.$inferSelect): RegisterEntry {
  const isKnown = declaredEndsOn !== null && declaredEndKind !== null;
  const declaredEnd = isKnown
    ? { kind: declaredEndKind, name: declaredEndName, endsOn: declaredEndsOn }
    : null;
  return { ...entry, declaredEnd };
}
