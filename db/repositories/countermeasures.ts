import { and, asc, desc, eq, gte, inArray, isNotNull, isNull, lt, lte, or } from "drizzle-orm";
import type { CountermeasureState } from "~/domain/countermeasure/countermeasure";
import type { Db } from "../client";
import { countermeasures } from "../schema";

/** An entry of the ledger. What was proposed is never changed; its state moves on. */
export type CountermeasureRecord = {
  organisationId: string;
  id: string;
  modelId: string;
  elementKind: "zone" | "conduit";
  elementId: string;
  title: string;
  description: string;
  requirementIds: ReadonlyArray<string>;
  evidence: string;
  state: CountermeasureState;
  expiresOn: string | null;
  proposedBy: string;
  proposedAt: Date;
  decidedBy: string | null;
  decidedAt: Date | null;
  withdrawnBy: string | null;
  withdrawnAt: Date | null;
  /** Of the decision. */
  reason: string;
  withdrawalReason: string | null;
};

/** Every countermeasure that counts or counted until its day, oldest first. */
export async function listAcceptedCountermeasures(
  db: Db,
  organisationId: string,
): Promise<ReadonlyArray<CountermeasureRecord>> {
  return db
    .select()
    .from(countermeasures)
    .where(and(eq(countermeasures.organisationId, organisationId), eq(countermeasures.state, "accepted")))
    .orderBy(asc(countermeasures.proposedAt), asc(countermeasures.id));
}

/** Those that were accepted at any time, also where they were withdrawn since; oldest first. */
export async function listEverAccepted(
  db: Db,
  organisationId: string,
): Promise<ReadonlyArray<CountermeasureRecord>> {
  return db
    .select()
    .from(countermeasures)
    .where(
      and(
        eq(countermeasures.organisationId, organisationId),
        inArray(countermeasures.state, ["accepted", "withdrawn"]),
        isNotNull(countermeasures.decidedAt),
      ),
    )
    .orderBy(asc(countermeasures.proposedAt), asc(countermeasures.id));
}

export async function findCountermeasure(
  db: Db,
  organisationId: string,
  id: string,
): Promise<CountermeasureRecord | undefined> {
  const [row] = await db.select().from(countermeasures).where(isCountermeasure(organisationId, id));
  return row;
}

export type CountermeasurePage = {
  state?: CountermeasureState;
  modelId?: string;
  /** The last day on which it counts lies in this range, both ends included; `from` alone: or has no end. */
  lastDay?: { from?: string; to?: string };
  /** Where the page before ended: its last entry. */
  after?: Pick<CountermeasureRecord, "proposedAt" | "id">;
  limit: number;
};

/** Newest proposal first (keyset paging). */
export async function listCountermeasures(
  db: Db,
  organisationId: string,
  { state, modelId, lastDay, after, limit }: CountermeasurePage,
): Promise<ReadonlyArray<CountermeasureRecord>> {
  return db
    .select()
    .from(countermeasures)
    .where(
      and(
        eq(countermeasures.organisationId, organisationId),
        state && eq(countermeasures.state, state),
        modelId === undefined ? undefined : eq(countermeasures.modelId, modelId),
        lastDay && endsWithin(lastDay),
        after &&
          or(
            lt(countermeasures.proposedAt, after.proposedAt),
            and(eq(countermeasures.proposedAt, after.proposedAt), lt(countermeasures.id, after.id)),
          ),
      ),
    )
    .orderBy(desc(countermeasures.proposedAt), desc(countermeasures.id))
    .limit(limit);
}

/** Those on any of the elements of a model, newest proposal first. */
export async function listCountermeasuresOn(
  db: Db,
  organisationId: string,
  { modelId, elementIds }: { modelId: string; elementIds: ReadonlyArray<string> },
): Promise<ReadonlyArray<CountermeasureRecord>> {
  if (elementIds.length === 0) return [];
  return db
    .select()
    .from(countermeasures)
    .where(
      and(
        eq(countermeasures.organisationId, organisationId),
        eq(countermeasures.modelId, modelId),
        inArray(countermeasures.elementId, [...elementIds]),
      ),
    )
    .orderBy(desc(countermeasures.proposedAt), desc(countermeasures.id));
}

export async function saveNewCountermeasure(
  db: Db,
  organisationId: string,
  countermeasure: CountermeasureRecord,
): Promise<void> {
  await db.insert(countermeasures).values({ ...countermeasure, organisationId });
}

export type CountermeasureStep = Pick<CountermeasureRecord, "state"> &
  Partial<
    Pick<
      CountermeasureRecord,
      "decidedBy" | "decidedAt" | "reason" | "withdrawnBy" | "withdrawnAt" | "withdrawalReason"
    >
  >;

/** Moves an entry on from the state in which it was read; false where somebody was faster. */
export async function saveCountermeasureStep(
  db: Db,
  organisationId: string,
  { id, state }: Pick<CountermeasureRecord, "id" | "state">,
  step: CountermeasureStep,
): Promise<boolean> {
  const moved = await db
    .update(countermeasures)
    .set(step)
    .where(and(isCountermeasure(organisationId, id), eq(countermeasures.state, state)))
    .returning({ id: countermeasures.id });
  return moved.length > 0;
}

function isCountermeasure(organisationId: string, id: string) {
  return and(eq(countermeasures.organisationId, organisationId), eq(countermeasures.id, id));
}

function endsWithin({ from, to }: { from?: string; to?: string }) {
  const isLate = from === undefined ? undefined : gte(countermeasures.expiresOn, from);
  if (to === undefined) return or(isNull(countermeasures.expiresOn), isLate);
  return and(isLate, lte(countermeasures.expiresOn, to));
}
