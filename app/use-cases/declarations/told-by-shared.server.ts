import type { DeclarationContent } from "~/domain/declaration/declaration";
import type { Db } from "~db/client";
import type { Kept } from "~db/kept";
import { listSharedContents, type SharedVersion } from "~db/repositories/shared-declarations";

/** So many documents are read before others who wait for this process get their turn. */
const AT_ONCE = 50;

type Asked<Told extends object> = {
  kept: Kept<Told>;
  /** Everything besides the declaration that goes into what is told. */
  state?: string;
  /** What each of some tells, in their order. */
  tell: (contents: ReadonlyArray<DeclarationContent>) => ReadonlyArray<Told>;
};

/**
 * What is told by declarations that a hospital sees, in their order; those that are no longer there are left out. What is
 * signed never changes: of each the content is read once, and what it tells is kept.
 */
export async function toldByShared<Version extends SharedVersion, Told extends object>(
  { db, organisationId }: { db: Db; organisationId: string },
  declarations: ReadonlyArray<Version>,
  { kept, state = "", tell }: Asked<Told>,
): Promise<ReadonlyArray<{ version: Version; told: Told }>> {
  const keyOf = ({ declarationId, fingerprint }: Version) =>
    `${organisationId} ${state} ${declarationId} ${fingerprint}`;
  const fresh = new Map<string, Told>();
  const known = declarations.map((version) => kept.find(keyOf(version)));
  const missing = declarations.filter((_, place) => known[place] === undefined);
  for (let at = 0; at < missing.length; at += AT_ONCE) {
    const some = missing.slice(at, at + AT_ONCE);
    const ids = some.map(({ declarationId }) => declarationId);
    const contents = await listSharedContents(db, organisationId, ids);
    const read = some.filter(({ declarationId }) => contents.has(declarationId));
    const told = tell(read.flatMap(({ declarationId }) => contents.get(declarationId) ?? []));
    for (const [place, version] of read.entries()) {
      const own = told[place];
      if (own) fresh.set(version.declarationId, kept.keep(keyOf(version), own));
    }
    if (at + AT_ONCE < missing.length) await new Promise((resolve) => setImmediate(resolve));
  }
  return declarations.flatMap((version, place) => {
    const told = known[place] ?? fresh.get(version.declarationId);
    return told ? [{ version, told }] : [];
  });
}
