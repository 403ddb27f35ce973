import { bearerOf, type ScopeCause, scopeCauses } from "../assessment/evidence-scope";
import type { IsoDate } from "../shared/iso-date";
import type { DeclarationContent } from "./declaration";
import { type ExpiringThing, expiringThings } from "./expiring";
import { FACT_GROUPS, type FactGroup, keysOfGroup } from "./fact-fields";
import { rowsBackedBy } from "./lifecycle";

/** Topics of facts that speak of one release: what was true of the old one is seldom true of the new one. */
export const RELEASE_TOPICS = [
  "support",
  "vulnerabilities",
  "sbom",
  "mds2",
] as const satisfies ReadonlyArray<FactGroup>;

/** The content of an earlier declaration as the beginning of one for another release: all of it but whose it is. */
export function carriedOver(
  content: DeclarationContent,
  names: { product: string; release: string },
): DeclarationContent {
  return { ...content, facts: { ...content.facts, ...names } };
}

export type LookAgain = {
  /** Pieces that do not cover the new release, with the rows whose answers rest on them. */
  outOfScope: ReadonlyArray<{
    evidenceId: string;
    title: string;
    releases: ReadonlyArray<string>;
    causes: ReadonlyArray<ScopeCause>;
    rows: ReadonlyArray<string>;
  }>;
  /** What has ended or ends soon. */
  dates: ReadonlyArray<ExpiringThing>;
  /** Topics with something stated that was true of the release it was stated of. */
  topics: ReadonlyArray<FactGroup>;
};

/** What of a copied declaration must be looked at again before it is signed (product.md §4.6). */
export function toLookAtAgain(content: DeclarationContent, asOf: IsoDate): LookAgain {
  const bearer = bearerOf(content);
  return {
    outOfScope: content.evidence.flatMap((piece) => {
      const causes = scopeCauses(piece, bearer);
      if (causes.length === 0) return [];
      const { id, title, scope } = piece;
      return [{ evidenceId: id, title, releases: scope.releases, causes, rows: rowsBackedBy(content, id) }];
    }),
    dates: expiringThings(content, asOf),
    topics: FACT_GROUPS.filter(
      (group) =>
        RELEASE_TOPICS.some((topic) => topic === group) &&
        keysOfGroup(group).some((key) => content.facts[key] !== undefined),
    ),
  };
}
