import { and, count, desc, eq, gt, gte, inArray, lt } from "drizzle-orm";
import { hashOfEntry } from "~/domain/audit/entry-hash";
import type { Db } from "../client";
import { auditEntries } from "../schema";

export type NewAuditEntry = {
  at: Date;
  action: string;
  personId: string | null;
  organisationId: string | null;
  subjectId: string;
  details: Readonly<Record<string, unknown>>;
};
export type AuditEntry = NewAuditEntry & { sequence: number; hash: string };

/** The hash before the first entry. */
const ORIGIN = "0".repeat(64);

/**
 * Appends one entry inside the transaction of the change it tells of. Sequence and hash chain come from the last
 * entry; two writers cannot take the same number, because the transaction is exclusive or serializable.
 */
export async function appendAuditEntry(db: Db, entry: NewAuditEntry): Promise<void> {
  const [last] = await db
    .select({ sequence: auditEntries.sequence, hash: auditEntries.hash })
    .from(auditEntries)
    .orderBy(desc(auditEntries.sequence))
    .limit(1);
  const sequence = (last?.sequence ?? 0) + 1;
  await db
    .insert(auditEntries)
    .values({ ...entry, sequence, hash: hashOf({ ...entry, sequence }, last?.hash ?? ORIGIN) });
}

/** SHA-256 over the canonical JSON of an entry together with the hash before it. */
export function hashOf(entry: NewAuditEntry & { sequence: number }, previous: string): string {
  return hashOfEntry({ ...entry, at: entry.at.toISOString() }, previous);
}

type AuditPage = {
  /** A sequence number: entries below it (keyset paging). */
  before?: number;
  limit: number;
  /** What they are about, where not everything is wanted. */
  about?: { subjectIds: ReadonlyArray<string>; actions?: ReadonlyArray<string> };
};

/** Entries of one organisation, newest first. */
export async function listAuditEntries(
  db: Db,
  organisationId: string,
  { before, limit, about }: AuditPage,
): Promise<ReadonlyArray<AuditEntry>> {
  return db
    .select()
    .from(auditEntries)
    .where(
      and(
        eq(auditEntries.organisationId, organisationId),
        about && inArray(auditEntries.subjectId, [...about.subjectIds]),
        about?.actions && inArray(auditEntries.action, [...about.actions]),
        before === undefined ? undefined : lt(auditEntries.sequence, before),
      ),
    )
    .orderBy(desc(auditEntries.sequence))
    .limit(limit);
}

/** Who took evidence of decisions along, newest first. */
export async function listExportsOfEvidence(
  db: Db,
  organisationId: string,
  limit: number,
): Promise<ReadonlyArray<AuditEntry>> {
  return db
    .select()
    .from(auditEntries)
    .where(
      and(
        eq(auditEntries.organisationId, organisationId),
        inArray(auditEntries.action, ["decision.export", "evidence-pack.export"]),
      ),
    )
    .orderBy(desc(auditEntries.sequence))
    .limit(limit);
}

/** The hashes of the entries before these, by the number of the entry that follows: what its own hash rests on. */
export async function listPreviousHashes(
  db: Db,
  sequences: ReadonlyArray<number>,
): Promise<ReadonlyMap<number, string>> {
  const before = sequences.map((sequence) => sequence - 1);
  const rows =
    before.length === 0
      ? []
      : await db
          .select({ sequence: auditEntries.sequence, hash: auditEntries.hash })
          .from(auditEntries)
          .where(inArray(auditEntries.sequence, before));
  const known = new Map(rows.map(({ sequence, hash }) => [sequence + 1, hash]));
  return sequences.includes(1) ? known.set(1, ORIGIN) : known;
}

/** An entry may be written so long after the moment that it tells of: reading a large file takes its time. */
const LATE_MS = 30 * 60_000;

type Counted = { action: string; since: Date } & ({ personId: string } | { subjectId: string });

/**
 * How often one person has done something, or something was done about one subject, since a moment, whatever else the organisation has done meanwhile. Walks back
 * to the newest entry well before that moment and no further, so that a long log costs no more than a short one.
 */
export async function countAuditEntries(
  db: Db,
  organisationId: string,
  { action, since, ...of }: Counted,
): Promise<number> {
  const ofOrganisation = eq(auditEntries.organisationId, organisationId);
  const [before] = await db
    .select({ sequence: auditEntries.sequence })
    .from(auditEntries)
    .where(and(ofOrganisation, lt(auditEntries.at, new Date(since.getTime() - LATE_MS))))
    .orderBy(desc(auditEntries.sequence))
    .limit(1);
  const [counted] = await db
    .select({ entries: count() })
    .from(auditEntries)
    .where(
      and(
        ofOrganisation,
        before && gt(auditEntries.sequence, before.sequence),
        eq(auditEntries.action, action),
        "personId" in of ? eq(auditEntries.personId, of.personId) : eq(auditEntries.subjectId, of.subjectId),
        gte(auditEntries.at, since),
      ),
    );
  return counted?.entries ?? 0;
}
