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

/** A declaration and what of it ends. */
export type DeclaredEnds = { version: SharedVersion; ends: Ends };

/** What of each declaration ends; those that are no longer there are left out. What is signed is read once. */
export async function declaredEnds(
  { db, organisationId }: { db: Db; organisationId: string },
  declarations: ReadonlyArray<SharedVersion>,
): Promise<ReadonlyArray<DeclaredEnds>> {
  const keyOf = ({ supplierId, declarationId, fingerprint }: SharedVersion) =>
    `${organisationId} ${supplierId} ${declarationId} ${fingerprint}`;
  const found: Array<DeclaredEnds> = [];
  const missing: Array<SharedVersion> = [];
  for (const version of declarations) {
    const ends = kept.find(keyOf(version));
    if (ends) found.push({ version, ends });
    else missing.push(version);
  }
  for (let at = 0; at < missing.length; at += AT_ONCE) {
    const some = missing.slice(at, at + AT_ONCE);
    const ids = some.map(({ declarationId }) => declarationId);
    const contents = await listSharedContents(db, organisationId, ids);
    for (const version of some) {
      const content = contents.get(version.declarationId);
      if (content) found.push({ version, ends: kept.keep(keyOf(version), endingThings(content)) });
    }
    if (at + AT_ONCE < missing.length) await new Promise((resolve) => setImmediate(resolve));
  }
  return found;
}

type Kind = Ends[number]["kind"];
type Next = Partial<Record<Kind, { releaseId: string; on: string }>>;

/**
 * Releases of which something ends up to a day, and those of which something comes next after it: of each kind, among all
 * and among what is relied on. Without a day all of which anything ends.
 */
export function wantedReleases(
  declared: ReadonlyArray<DeclaredEnds>,
  { isRelied, until }: { isRelied: (releaseId: string) => boolean; until?: string },
): ReadonlySet<string> {
  const wanted = new Set<string>();
  const next: Next = {};
  const nextRelied: Next = {};
  for (const { version, ends } of declared)
    for (const { kind, until: on } of ends) {
      if (until === undefined || on <= until) {
        wanted.add(version.releaseId);
        continue;
      }
      if (on < (next[kind]?.on ?? "~")) next[kind] = { releaseId: version.releaseId, on };
      if (on < (nextRelied[kind]?.on ?? "~") && isRelied(version.releaseId))
        nextRelied[kind] = { releaseId: version.releaseId, on };
    }
  for (const { releaseId } of [...Object.values(next), ...Object.values(nextRelied)]) wanted.add(releaseId);
  return wanted;
}
