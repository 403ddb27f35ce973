import { and, asc, desc, eq } from "drizzle-orm";
import type { TargetedElement } from "~/domain/risk/target-record";
import { type SlVector, SlVectorSchema } from "~/domain/security-level/security-level";
import { elementKey } from "~/domain/zone-model/zone-model";
import type { Db } from "../client";
import { people, targetAcceptances } from "../schema";

export type TargetAcceptance = {
  organisationId: string;
  id: string;
  modelId: string;
  elementKind: "zone" | "conduit";
  elementId: string;
  /** Of target, rationale and risk assessment as they then were. */
  fingerprint: string;
  slTarget: SlVector;
  note: string;
  acceptedBy: string;
  acceptedAt: Date;
  /** Taken back by whoever accepted; null while it holds. */
  withdrawnAt: Date | null;
  withdrawalReason: string | null;
};
/** What makes an acceptance: it is never withdrawn to begin with. */
export type NewAcceptance = Omit<TargetAcceptance, "withdrawnAt" | "withdrawalReason">;
/** Somebody's word, with their name. */
export type NamedAcceptance = TargetAcceptance & { acceptedByName: string };

/** The last acceptance of each element of a model, by kind and id as in `zone:imaging`; none where it was withdrawn. */
export async function listLatestAcceptances(
  db: Db,
  organisationId: string,
  modelId: string,
): Promise<ReadonlyMap<string, NamedAcceptance>> {
  const all = await listAcceptances(db, organisationId, modelId);
  // A later entry takes the place of an earlier one under the same key.
  const latest = new Map(
    all.map((one) => [elementKey({ kind: one.elementKind, id: one.elementId }), one] as const),
  );
  return new Map([...latest].filter(([, { withdrawnAt }]) => withdrawnAt === null));
}

/** Of every zone of the hospital, by model and zone as in `model zone`, as far as the latest was not withdrawn. */
export async function listZoneAcceptances(
  db: Db,
  organisationId: string,
): Promise<ReadonlyMap<string, { fingerprint: string }>> {
  const rows = await db
    .select({
      modelId: targetAcceptances.modelId,
      zoneId: targetAcceptances.elementId,
      fingerprint: targetAcceptances.fingerprint,
      withdrawnAt: targetAcceptances.withdrawnAt,
    })
    .from(targetAcceptances)
    .where(
      and(eq(targetAcceptances.organisationId, organisationId), eq(targetAcceptances.elementKind, "zone")),
    )
    .orderBy(asc(targetAcceptances.acceptedAt), asc(targetAcceptances.id));
  // A later entry takes the place of an earlier one under the same key.
  const latest = new Map(rows.map((row) => [`${row.modelId} ${row.zoneId}`, row] as const));
  return new Map([...latest].filter(([, { withdrawnAt }]) => withdrawnAt === null));
}

/** Every acceptance in a model, withdrawn ones too, oldest first. */
export async function listAcceptances(
  db: Db,
  organisationId: string,
  modelId: string,
): Promise<ReadonlyArray<NamedAcceptance>> {
  const rows = await selectAcceptances(db)
    .where(and(eq(targetAcceptances.organisationId, organisationId), eq(targetAcceptances.modelId, modelId)))
    .orderBy(asc(targetAcceptances.acceptedAt), asc(targetAcceptances.id));
  return rows.map(toNamed);
}

/** Newest first, withdrawn ones too. */
export async function listAcceptancesOf(
  db: Db,
  organisationId: string,
  { modelId, element, limit }: { modelId: string; element: TargetedElement; limit: number },
): Promise<ReadonlyArray<NamedAcceptance>> {
  const rows = await selectAcceptances(db)
    .where(isOf(organisationId, modelId, element))
    .orderBy(desc(targetAcceptances.acceptedAt), desc(targetAcceptances.id))
    .limit(limit);
  return rows.map(toNamed);
}

export async function findAcceptance(
  db: Db,
  organisationId: string,
  { modelId, element, acceptanceId }: { modelId: string; element: TargetedElement; acceptanceId: string },
): Promise<NamedAcceptance | undefined> {
  const [row] = await selectAcceptances(db).where(
    and(isOf(organisationId, modelId, element), eq(targetAcceptances.id, acceptanceId)),
  );
  return row && toNamed(row);
}

export async function saveNewAcceptance(
  db: Db,
  organisationId: string,
  acceptance: NewAcceptance,
): Promise<void> {
  await db.insert(targetAcceptances).values({ ...acceptance, organisationId });
}

export async function withdrawAcceptance(
  db: Db,
  organisationId: string,
  acceptanceId: string,
  withdrawal: { withdrawnAt: Date; withdrawalReason: string },
): Promise<void> {
  await db
    .update(targetAcceptances)
    .set(withdrawal)
    .where(and(eq(targetAcceptances.organisationId, organisationId), eq(targetAcceptances.id, acceptanceId)));
}

function isOf(organisationId: string, modelId: string, { kind, id }: TargetedElement) {
  return and(
    eq(targetAcceptances.organisationId, organisationId),
    eq(targetAcceptances.modelId, modelId),
    eq(targetAcceptances.elementKind, kind),
    eq(targetAcceptances.elementId, id),
  );
}

function selectAcceptances(db: Db) {
  return db
    .select({ acceptance: targetAcceptances, name: people.name })
    .from(targetAcceptances)
    .innerJoin(people, eq(people.id, targetAcceptances.acceptedBy));
}

function toNamed({ acceptance, name }: { acceptance: TargetAcceptance; name: string }): NamedAcceptance {
  return { ...acceptance, slTarget: SlVectorSchema.parse(acceptance.slTarget), acceptedByName: name };
}
