import { and, asc, eq, exists, inArray, notExists, or } from "drizzle-orm";
import type { Db } from "../client";
import { declarations, evidenceFiles, files, sbomLists, sbomParts } from "../schema";

/** A component as a list names it; empty = not said. */
export type SbomPart = Record<"name" | "version" | "purl" | "cpe", string>;
export type KeyedPart = SbomPart & Record<"nameKey" | "purlKey" | "cpeKey", string>;
/** A file in a supplier's store. */
export type ListFile = { organisationId: string; sha256: string };
export type ReadList = ListFile & { componentCount: number | null; isCut: boolean };

const ROWS_A_WRITE = 100;
/** So many values a query names at once. */
const AT_ONCE = 300;

/** Of all suppliers files that may be lists, belong to a release with a signed declaration, and were never read. */
export async function listUnreadLists(
  db: Db,
  { limit }: { limit: number },
): Promise<ReadonlyArray<ListFile>> {
  const isOfSigned = db
    .select({ id: declarations.id })
    .from(declarations)
    .innerJoin(
      evidenceFiles,
      and(
        eq(evidenceFiles.organisationId, declarations.organisationId),
        eq(evidenceFiles.releaseId, declarations.releaseId),
      ),
    )
    .where(
      and(
        eq(evidenceFiles.organisationId, files.organisationId),
        eq(evidenceFiles.sha256, files.sha256),
        eq(declarations.state, "signed"),
      ),
    );
  const isRead = db
    .select({ sha256: sbomLists.sha256 })
    .from(sbomLists)
    .where(and(eq(sbomLists.organisationId, files.organisationId), eq(sbomLists.sha256, files.sha256)));
  return db
    .select({ organisationId: files.organisationId, sha256: files.sha256 })
    .from(files)
    .where(
      and(
        inArray(files.mediaType, ["application/json", "application/xml", "text/plain"]),
        notExists(isRead),
        exists(isOfSigned),
      ),
    )
    .orderBy(asc(files.createdAt), asc(files.sha256))
    .limit(limit);
}

/** False where another process has read it meanwhile: nothing is written. */
export async function saveReadList(
  db: Db,
  supplierId: string,
  list: Omit<ReadList, "organisationId"> & { readAt: Date; parts: ReadonlyArray<KeyedPart> },
): Promise<boolean> {
  const { sha256, componentCount, isCut, readAt, parts } = list;
  const saved = await db
    .insert(sbomLists)
    .values({ organisationId: supplierId, sha256, componentCount, isCut, readAt })
    .onConflictDoNothing()
    .returning({ sha256: sbomLists.sha256 });
  if (saved.length === 0) return false;
  for (let at = 0; at < parts.length; at += ROWS_A_WRITE)
    await db.insert(sbomParts).values(
      parts.slice(at, at + ROWS_A_WRITE).map((part, index) => ({
        ...{ ...part, organisationId: supplierId, sha256, number: at + index + 1 },
      })),
    );
  return true;
}

/** Those of a supplier's files that were read as lists; the caller has made sure that its reader may see them. */
export async function listReadLists(
  db: Db,
  supplierId: string,
  digests: ReadonlyArray<string>,
): Promise<ReadonlyArray<ReadList>> {
  const found: Array<ReadList> = [];
  for (const some of slicesOf(digests))
    found.push(
      ...(await db
        .select()
        .from(sbomLists)
        .where(and(eq(sbomLists.organisationId, supplierId), inArray(sbomLists.sha256, [...some])))),
    );
  return found;
}

/** Components of these files of a supplier with one of the keys; the caller has made sure that its reader may see them. */
export async function listPartsByKeys(
  db: Db,
  supplierId: string,
  {
    digests,
    nameKeys,
    purlKeys,
    cpeKeys,
    limit,
  }: Record<"digests" | "nameKeys" | "purlKeys" | "cpeKeys", ReadonlyArray<string>> & { limit: number },
): Promise<ReadonlyArray<SbomPart & { sha256: string }>> {
  if (nameKeys.length + purlKeys.length + cpeKeys.length === 0) return [];
  const { sha256, name, version, purl, cpe, number } = sbomParts;
  const found: Array<SbomPart & { sha256: string }> = [];
  for (const some of slicesOf(digests))
    found.push(
      ...(await db
        .select({ sha256, name, version, purl, cpe })
        .from(sbomParts)
        .where(
          and(
            eq(sbomParts.organisationId, supplierId),
            inArray(sha256, [...some]),
            or(
              nameKeys.length > 0 ? inArray(sbomParts.nameKey, [...nameKeys]) : undefined,
              purlKeys.length > 0 ? inArray(sbomParts.purlKey, [...purlKeys]) : undefined,
              cpeKeys.length > 0 ? inArray(sbomParts.cpeKey, [...cpeKeys]) : undefined,
            ),
          ),
        )
        .orderBy(asc(sha256), asc(number))
        .limit(Math.max(0, limit - found.length))),
    );
  return found;
}

function slicesOf<T>(all: ReadonlyArray<T>): ReadonlyArray<ReadonlyArray<T>> {
  return Array.from({ length: Math.ceil(all.length / AT_ONCE) }, (_, n) =>
    all.slice(n * AT_ONCE, (n + 1) * AT_ONCE),
  );
}
