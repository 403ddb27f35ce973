import { and, desc, eq, lt } from "drizzle-orm";
import { fingerprintOf } from "~/domain/shared/fingerprint";
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
  return fingerprintOf({
    previous,
    sequence: entry.sequence,
    at: entry.at.toISOString(),
    action: entry.action,
    personId: entry.personId,
    organisationId: entry.organisationId,
    subjectId: entry.subjectId,
    details: entry.details,
  });
}

/** Entries of one organisation, newest first, below `before` where given (keyset paging). */
export async function listAuditEntries(
  db: Db,
  organisationId: string,
  page: { before?: number; limit: number },
): Promise<ReadonlyArray<AuditEntry>> {
  return db
    .select()
    .from(auditEntries)
    .where(
      and(
        eq(auditEntries.organisationId, organisationId),
        page.before === undefined ? undefined : lt(auditEntries.sequence, page.before),
      ),
    )
    .orderBy(desc(auditEntries.sequence))
    .limit(page.limit);
}
