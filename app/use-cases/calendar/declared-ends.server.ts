import { endingThings } from "~/domain/declaration/expiring";
import type { Db } from "~db/client";
import { keptValues } from "~db/kept";
import type { SharedVersion } from "~db/repositories/shared-declarations";
import { toldByShared } from "../declarations/told-by-shared.server";

type Ends = ReturnType<typeof endingThings>;

/** Declarations of all organisations together, and what ends of them. */
const KEPT_ENDS = 100_000;
const kept = keptValues<Ends>(KEPT_ENDS, (ends) => 1 + ends.length);
/** A declaration and what of it ends. */
export type DeclaredEnds = { version: SharedVersion; told: Ends };

/** What of each declaration ends; those that are no longer there are left out. */
export function declaredEnds(
  of: { db: Db; organisationId: string },
  declarations: ReadonlyArray<SharedVersion>,
): Promise<ReadonlyArray<DeclaredEnds>> {
  return toldByShared(of, declarations, { kept, tell: (contents) => contents.map(endingThings) });
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
  for (const { version, told } of declared)
    for (const { kind, until: on } of told) {
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
