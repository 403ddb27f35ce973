import { and, desc, eq, inArray } from "drizzle-orm";
import type { OfferNote } from "~/domain/procurement/offer-note";
import type { Db } from "../client";
import { offerNotes, people } from "../schema";

/** What a note is about: one countermeasure that one release needs in one zone. */
export type NotedCountermeasure = {
  modelId: string;
  zoneId: string;
  supplierId: string;
  releaseId: string;
  countermeasure: string;
};

/** One writing of a note; the one with the highest version holds. */
export type OfferNoteVersion = NotedCountermeasure & {
  id: string;
  version: number;
  note: OfferNote;
  writtenBy: string;
  writtenAt: Date;
};
export type NamedOfferNote = OfferNoteVersion & { writtenByName: string };

/** Every version of every note on releases in a zone, newest first. */
export async function listOfferNotes(
  db: Db,
  organisationId: string,
  { modelId, zoneId, releaseIds }: { modelId: string; zoneId: string; releaseIds: ReadonlyArray<string> },
): Promise<ReadonlyArray<NamedOfferNote>> {
  if (releaseIds.length === 0) return [];
  const rows = await db
    .select({ note: offerNotes, writtenByName: people.name })
    .from(offerNotes)
    .innerJoin(people, eq(people.id, offerNotes.writtenBy))
    .where(
      and(
        eq(offerNotes.organisationId, organisationId),
        eq(offerNotes.modelId, modelId),
        eq(offerNotes.zoneId, zoneId),
        inArray(offerNotes.releaseId, [...releaseIds]),
      ),
    )
    .orderBy(desc(offerNotes.writtenAt), desc(offerNotes.version), desc(offerNotes.id));
  return rows.map(({ note, writtenByName }) => ({ ...toVersion(note), writtenByName }));
}

export async function findLatestOfferNote(
  db: Db,
  organisationId: string,
  noted: NotedCountermeasure,
): Promise<OfferNoteVersion | undefined> {
  const [row] = await db
    .select()
    .from(offerNotes)
    .where(
      and(
        eq(offerNotes.organisationId, organisationId),
        eq(offerNotes.modelId, noted.modelId),
        eq(offerNotes.zoneId, noted.zoneId),
        eq(offerNotes.supplierId, noted.supplierId),
        eq(offerNotes.releaseId, noted.releaseId),
        eq(offerNotes.countermeasure, noted.countermeasure),
      ),
    )
    .orderBy(desc(offerNotes.version))
    .limit(1);
  return row && toVersion(row);
}

export async function saveNewOfferNote(
  db: Db,
  organisationId: string,
  { note, ...version }: OfferNoteVersion,
): Promise<void> {
  const { effortDays, cost, text } = note;
  await db.insert(offerNotes).values({
    ...version,
    organisationId,
    effortTenths: effortDays === null ? null : Math.round(effortDays * 10),
    amount: cost?.amount ?? null,
    currency: cost?.currency ?? null,
    period: cost?.period ?? null,
    text,
  });
}

function toVersion(row: typeof offerNotes.$inferSelect): OfferNoteVersion {
  const { organisationId: _, effortTenths, amount, currency, period, text, ...version } = row;
  return {
    ...version,
    note: {
      effortDays: effortTenths === null ? null : effortTenths / 10,
      cost: amount === null || currency === null || period === null ? null : { amount, currency, period },
      text,
    },
  };
}
