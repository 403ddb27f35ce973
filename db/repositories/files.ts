import { and, asc, desc, eq, inArray, lt, notExists, sum } from "drizzle-orm";
import type { MediaType } from "~/domain/files/media-type";
import type { Db } from "../client";
import {
  conditionFiles,
  evidenceFiles,
  files,
  measureFiles,
  people,
  templateFiles,
  tenderFiles,
} from "../schema";

/** A file of a supplier's store; the bytes lie under its digest. */
export type StoredFile = {
  organisationId: string;
  sha256: string;
  name: string;
  bytes: number;
  mediaType: MediaType;
  createdBy: string;
  createdAt: Date;
};

/** One file that a piece of evidence has or had. */
export type AttachedFile = {
  evidenceId: string;
  number: number;
  sha256: string;
  name: string;
  bytes: number;
  attachedByName: string;
  attachedAt: Date;
};

export async function findFile(
  db: Db,
  organisationId: string,
  sha256: string,
): Promise<StoredFile | undefined> {
  const [row] = await db
    .select()
    .from(files)
    .where(and(eq(files.organisationId, organisationId), eq(files.sha256, sha256)));
  return row;
}

/** Those of the digests that lie in the supplier's store. */
export async function listFilesNamed(
  db: Db,
  organisationId: string,
  digests: ReadonlyArray<string>,
): Promise<ReadonlyArray<StoredFile>> {
  if (digests.length === 0) return [];
  return db
    .select()
    .from(files)
    .where(and(eq(files.organisationId, organisationId), inArray(files.sha256, [...digests])));
}

/** Lists stop here. */
export const FILE_LIST_LIMIT = 500;

/** Newest first, at most {@link FILE_LIST_LIMIT}. */
export async function listFiles(db: Db, organisationId: string): Promise<ReadonlyArray<StoredFile>> {
  return db
    .select()
    .from(files)
    .where(eq(files.organisationId, organisationId))
    .orderBy(desc(files.createdAt), asc(files.sha256))
    .limit(FILE_LIST_LIMIT);
}

/** Bytes that a supplier's files have together. */
export async function sumFileBytes(db: Db, organisationId: string): Promise<number> {
  const [row] = await db
    .select({ bytes: sum(files.bytes) })
    .from(files)
    .where(eq(files.organisationId, organisationId));
  return Number(row?.bytes ?? 0);
}

/** The same bytes a second time are the same file: the first name and day stay. */
export async function saveFile(db: Db, file: StoredFile): Promise<void> {
  await db.insert(files).values(file).onConflictDoNothing();
}

/** Every file that the pieces of a release have had, oldest first. */
export async function listAttachedFiles(
  db: Db,
  organisationId: string,
  releaseId: string,
): Promise<ReadonlyArray<AttachedFile>> {
  return db
    .select({
      evidenceId: evidenceFiles.evidenceId,
      number: evidenceFiles.number,
      sha256: evidenceFiles.sha256,
      name: files.name,
      bytes: files.bytes,
      attachedByName: people.name,
      attachedAt: evidenceFiles.attachedAt,
    })
    .from(evidenceFiles)
    .innerJoin(
      files,
      and(eq(files.organisationId, evidenceFiles.organisationId), eq(files.sha256, evidenceFiles.sha256)),
    )
    .innerJoin(people, eq(people.id, evidenceFiles.attachedBy))
    .where(and(eq(evidenceFiles.organisationId, organisationId), eq(evidenceFiles.releaseId, releaseId)))
    .orderBy(asc(evidenceFiles.evidenceId), asc(evidenceFiles.number));
}

/** Puts a file behind those that a piece has had. Nothing happens where it is the last one already. */
export async function attachFile(
  db: Db,
  organisationId: string,
  attached: { releaseId: string; evidenceId: string; sha256: string; attachedBy: string; attachedAt: Date },
): Promise<void> {
  const { releaseId, evidenceId, sha256 } = attached;
  const [last] = await db
    .select({ number: evidenceFiles.number, sha256: evidenceFiles.sha256 })
    .from(evidenceFiles)
    .where(
      and(
        eq(evidenceFiles.organisationId, organisationId),
        eq(evidenceFiles.releaseId, releaseId),
        eq(evidenceFiles.evidenceId, evidenceId),
      ),
    )
    .orderBy(desc(evidenceFiles.number))
    .limit(1);
  if (last?.sha256 === sha256) return;
  await db.insert(evidenceFiles).values({ organisationId, ...attached, number: (last?.number ?? 0) + 1 });
}

/**
 * Forgets files that came before a moment and that nothing names any more: no piece, request, template, condition or
 * measure; answers which.
 */
export async function removeUnusedFiles(
  db: Db,
  before: Date,
): Promise<ReadonlyArray<Pick<StoredFile, "organisationId" | "sha256">>> {
  const used = db
    .select({ sha256: evidenceFiles.sha256 })
    .from(evidenceFiles)
    .where(
      and(eq(evidenceFiles.organisationId, files.organisationId), eq(evidenceFiles.sha256, files.sha256)),
    );
  const sent = db
    .select({ sha256: tenderFiles.sha256 })
    .from(tenderFiles)
    .where(and(eq(tenderFiles.organisationId, files.organisationId), eq(tenderFiles.sha256, files.sha256)));
  const kept = db
    .select({ sha256: templateFiles.sha256 })
    .from(templateFiles)
    .where(
      and(eq(templateFiles.organisationId, files.organisationId), eq(templateFiles.sha256, files.sha256)),
    );
  const proved = db
    .select({ sha256: conditionFiles.sha256 })
    .from(conditionFiles)
    .where(
      and(eq(conditionFiles.organisationId, files.organisationId), eq(conditionFiles.sha256, files.sha256)),
    );
  // What was taken back holds nothing any more.
  const shown = db
    .select({ sha256: measureFiles.heldSha256 })
    .from(measureFiles)
    .where(
      and(eq(measureFiles.organisationId, files.organisationId), eq(measureFiles.heldSha256, files.sha256)),
    );
  const named = [used, sent, kept, proved, shown];
  return db
    .delete(files)
    .where(and(lt(files.createdAt, before), ...named.map((one) => notExists(one))))
    .returning({ organisationId: files.organisationId, sha256: files.sha256 });
}
