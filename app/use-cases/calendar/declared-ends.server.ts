import { endingThings } from "~/domain/declaration/expiring";
import type { Db } from "~db/client";
import { keptValues } from "~db/kept";
import { listSharedContents, type SharedVersion } from "~db/repositories/shared-declarations";

type Ends = ReturnType<typeof endingThings>;

/** Declarations of all organisations together, and what ends of them. */
const KEPT_ENDS = 100_000;
const kept = keptValues<Ends>(KEPT_ENDS, (ends) => 1 + ends.length);
/** So many documents are read before others who wait for this process get their turn. */
const AT_ONCE = 100;

/** What of each declaration ends, by its id. What is signed never changes: it is read once. */
export async function declaredEnds(
  { db, organisationId }: { db: Db; organisationId: string },
  declarations: ReadonlyArray<SharedVersion>,
): Promise<ReadonlyMap<string, Ends>> {
  const keyOf = ({ supplierId, declarationId, fingerprint }: SharedVersion) =>
    `${organisationId} ${supplierId} ${declarationId} ${fingerprint}`;
  const found = new Map<string, Ends>();
  const missing = declarations.filter((one) => {
    const known = kept.find(keyOf(one));
    if (known) found.set(one.declarationId, known);
    return !known;
  });
  for (let at = 0; at < missing.length; at += AT_ONCE) {
    const some = missing.slice(at, at + AT_ONCE);
    const ids = some.map(({ declarationId }) => declarationId);
    const contents = await listSharedContents(db, organisationId, ids);
    for (const one of some) {
      const content = contents.get(one.declarationId);
      if (content) found.set(one.declarationId, kept.keep(keyOf(one), endingThings(content)));
    }
    if (at + AT_ONCE < missing.length) await new Promise((resolve) => setImmediate(resolve));
  }
  return found;
}

/**
 * Releases of which something ends up to a day, and those of which something comes next after it: of each kind, among all
 * and among what is relied on. Without a day all of which anything ends.
 */
export function wantedReleases(
  declarations: ReadonlyArray<SharedVersion>,
  endsOf: ReadonlyMap<string, Ends>,
  { isRelied, until }: { isRelied: (releaseId: string) => boolean; until?: string },
): ReadonlyArray<string> {
  const wanted = new Set<string>();
  const next = new Map<string, { releaseId: string; on: string }>();
  const nextRelied = new Map<string, { releaseId: string; on: string }>();
  for (const { declarationId, releaseId } of declarations)
    for (const { kind, until: on } of endsOf.get(declarationId) ?? []) {
      if (until === undefined || on <= until) {
        wanted.add(releaseId);
        continue;
      }
      if (on < (next.get(kind)?.on ?? "~")) next.set(kind, { releaseId, on });
      if (on < (nextRelied.get(kind)?.on ?? "~") && isRelied(releaseId))
        nextRelied.set(kind, { releaseId, on });
    }
  for (const { releaseId } of [...next.values(), ...nextRelied.values()]) wanted.add(releaseId);
  return [...wanted];
}
