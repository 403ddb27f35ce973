import { strengthOf } from "../assessment/evidence-parts";
import { bearerOf, dateCauses, isManagementSystem, scopeCauses } from "../assessment/evidence-scope";
import type { DeclarationContent } from "../declaration/declaration";
import { EVIDENCE_STRENGTHS, type EvidenceStrength } from "../declaration/evidence";
import { type FoundationalRequirement, perFoundation } from "../security-level/security-level";
import type { IsoDate } from "../shared/iso-date";
import type { RequirementRow, RowReach } from "./offer-comparison";

/** Requirements that an offer meets, by the weight of the strongest evidence behind each; `none`: its word alone. */
export type ProvenCounts = { met: number } & Readonly<Record<EvidenceStrength, number>>;
export type ProvenRows = {
  total: ProvenCounts;
  areas: Readonly<Record<FoundationalRequirement, ProvenCounts>>;
};

const MET: ReadonlyArray<RowReach> = ["natively", "by-configuration", "not-applicable"];

/**
 * How many requirements an offer proves, and how strongly: by evidence that its answers cite, that is in date and about
 * this release. A certificate of a management system proves nothing of a product (product.md §3.4).
 */
export function provenRows(
  rows: ReadonlyArray<RequirementRow>,
  place: number,
  declaration: DeclarationContent,
  asOf: IsoDate,
): ProvenRows {
  const bearer = bearerOf(declaration);
  const sound = new Map(
    declaration.evidence
      .filter((piece) => !isManagementSystem(piece) && dateCauses(piece, asOf).length === 0)
      .filter((piece) => scopeCauses(piece, bearer).length === 0)
      .map((piece) => [piece.id, strengthOf(piece)]),
  );
  const met = rows
    .filter(({ cells }) => MET.some((reach) => reach === cells[place]?.reach))
    .map(({ requirementId, foundationalRequirement }) => {
      const cited = declaration.answers[requirementId]?.evidenceIds ?? [];
      const strengths = cited.flatMap((id) => sound.get(id) ?? []);
      return { foundationalRequirement, strength: strongestOf(strengths) };
    });
  return {
    total: countStrengths(met),
    areas: perFoundation((fr) => countStrengths(met.filter((row) => row.foundationalRequirement === fr))),
  };
}

function strongestOf(strengths: ReadonlyArray<EvidenceStrength>): EvidenceStrength {
  return EVIDENCE_STRENGTHS.findLast((strength) => strengths.includes(strength)) ?? "none";
}

function countStrengths(rows: ReadonlyArray<{ strength: EvidenceStrength }>): ProvenCounts {
  const count = (wanted: EvidenceStrength) => rows.filter(({ strength }) => strength === wanted).length;
  return {
    met: rows.length,
    none: count("none"),
    declared: count("declared"),
    "third-party": count("third-party"),
    accredited: count("accredited"),
  };
}
