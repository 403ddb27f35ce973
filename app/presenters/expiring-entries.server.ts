import { type ExpiringThing, expiringThings } from "~/domain/declaration/expiring";
import type { IsoDate } from "~/domain/shared/iso-date";
import type { NamedDeclaration } from "~db/repositories/declarations";

export type ExpiringEntry = ExpiringThing & {
  declarationId: string;
  productName: string;
  releaseVersion: string;
};

/**
 * What has ended or ends soon in the newest version of each release, what ends first on top: an older version is answered
 * by the newer one.
 */
export function expiringEntries(
  declarations: ReadonlyArray<NamedDeclaration>,
  asOf: IsoDate,
): ReadonlyArray<ExpiringEntry> {
  const seen = new Set<string>();
  const newest = declarations
    .toSorted((a, b) => b.version - a.version)
    .filter(({ releaseId }) => !seen.has(releaseId) && seen.add(releaseId));
  return newest
    .flatMap(({ id, productName, releaseVersion, content }) =>
      expiringThings(content, asOf).map((thing) => ({
        ...thing,
        ...{ declarationId: id, productName, releaseVersion },
      })),
    )
    .toSorted((a, b) => (a.until < b.until ? -1 : a.until > b.until ? 1 : 0));
}
