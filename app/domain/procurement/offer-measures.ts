import type { RequirementProfile } from "../assessment/assessment";
import { compareAtMost, compareSupport } from "../assessment/check-parts";
import {
  capabilityCauses,
  developmentCauses,
  type EvidenceDemand,
  evidenceDemand,
  offerOf,
} from "../assessment/evidence-parts";
import { daysBetween } from "../assessment/evidence-scope";
import type { DeclarationContent } from "../declaration/declaration";
import { EVIDENCE_STRENGTHS, type EvidenceStrength } from "../declaration/evidence";
import type { VEX_STATES } from "../declaration/fact-values";
import type { EvidenceLadder } from "../policy/policy";
import { type SecurityLevel, toLevels } from "../security-level/security-level";
import { addYears, type IsoDate } from "../shared/iso-date";
import type { OfferComparison } from "./offer-comparison";
import { type ProvenRows, provenRows } from "./proven-rows";

export const MEASURE_IDS = [
  "support-end",
  "patch-days-critical",
  "patch-days-high",
  "incident-notice",
  "open-vulnerabilities",
  "sbom",
  "capability-evidence",
  "development-evidence",
  "proven-rows",
  "rules-kept",
] as const;
export type MeasureId = (typeof MEASURE_IDS)[number];

type StateCounts = Readonly<Record<(typeof VEX_STATES)[number], number>>;

/** What one offer says to one measure. What is not stated is never a number. */
export type Measured =
  | { kind: "not-stated" }
  /** `years` are negative once support has ended; rounded down to a tenth. */
  | { kind: "support"; endsOn: IsoDate; years: number }
  | { kind: "days"; days: number }
  | { kind: "hours"; hours: number }
  /** `exploited`: of those that are open. */
  | { kind: "vulnerabilities"; counts: StateCounts; exploited: number }
  | { kind: "sbom"; format: string; formatVersion: string; componentCount: number; ageDays: number | null }
  | { kind: "strength"; strength: EvidenceStrength }
  | ({ kind: "proven" } & ProvenRows)
  | { kind: "rules"; kept: number; conditions: number; open: number; gaps: number };

/** What the hospital wants, where it has a rule. */
export type Wanted =
  | { kind: "years"; years: number; until: IsoDate }
  | { kind: "days"; days: number }
  | { kind: "hours"; hours: number }
  | { kind: "strength"; strength: EvidenceStrength; level: SecurityLevel }
  /** Not one figure: the rules of the zone say it, and how each offer stands to them. */
  | { kind: "in-rules" };

export type MeasureCell = {
  measured: Measured;
  /** Against the hospital's rule; null where it has none, or where nothing is stated. */
  isKept: boolean | null;
};

export type Measure = {
  id: MeasureId;
  wanted: Wanted | null;
  differs: boolean;
  cells: ReadonlyArray<MeasureCell>;
  /**
   * Places of the best offers. Empty where more is not better or less is not, where one does not state it, or where all
   * are alike.
   */
  best: ReadonlyArray<number>;
};

/** Measures side by side, always the same and in the same order; none is weighed against another. */
export function measureOffers(
  profile: RequirementProfile,
  declarations: ReadonlyArray<DeclarationContent>,
  { asOf, rows, rules }: Pick<OfferComparison, "asOf" | "rows" | "rules">,
): ReadonlyArray<Measure> {
  const { policy, slTarget } = profile;
  const cellsOf = (measure: (declaration: DeclarationContent, place: number) => MeasureCell) =>
    declarations.map(measure);
  const atMost = (
    id: "patch-days-critical" | "patch-days-high" | "incident-notice",
    [limit, unit]: readonly [number | null, "days" | "hours"],
    stated: (declaration: DeclarationContent) => number | undefined,
  ) => {
    const wanted: Wanted | null =
      limit === null ? null : unit === "days" ? { kind: unit, days: limit } : { kind: unit, hours: limit };
    return toMeasure(
      id,
      wanted,
      cellsOf((one) => numberCell(stated(one), limit, unit)),
    );
  };
  const years = policy.plannedServiceYears;
  return [
    toMeasure(
      "support-end",
      years === null ? null : { kind: "years", years, until: addYears(asOf, years) },
      cellsOf((one) => supportCell(one, years, asOf)),
    ),
    atMost("patch-days-critical", [policy.patchDaysCritical, "days"], ({ facts }) => facts.patchDaysCritical),
    atMost("patch-days-high", [policy.patchDaysHigh, "days"], ({ facts }) => facts.patchDaysHigh),
    atMost(
      "incident-notice",
      [policy.incidentNoticeHours, "hours"],
      ({ facts }) => facts.incidentNoticeHours,
    ),
    toMeasure("open-vulnerabilities", inRules(policy.openVulnerabilities), cellsOf(vulnerabilityCell)),
    toMeasure(
      "sbom",
      inRules(policy.sbomFormats, policy.sbomElements, policy.sbomMaxAgeDays),
      cellsOf((one) => sbomCell(one, asOf)),
    ),
    evidenceMeasure("capability-evidence", policy.capabilityEvidence),
    evidenceMeasure("development-evidence", policy.developmentEvidence),
    toMeasure(
      "proven-rows",
      null,
      cellsOf((one, place) => ({
        measured: { kind: "proven", ...provenRows(rows, place, one, asOf) },
        isKept: null,
      })),
    ),
    toMeasure(
      "rules-kept",
      { kind: "in-rules" },
      cellsOf((_, place) => ({ measured: rulesOf(rules, place), isKept: null })),
    ),
  ];

  function evidenceMeasure(
    id: "capability-evidence" | "development-evidence",
    ladder: EvidenceLadder | null,
  ) {
    const demand = evidenceDemand(ladder, slTarget);
    const level = toLevels(slTarget).reduce((highest, one) => (one > highest ? one : highest));
    return toMeasure(
      id,
      demand && { kind: "strength", ...demand },
      cellsOf((one) => {
        const strength = strongest(id, one, level, asOf);
        return {
          measured: { kind: "strength", strength },
          isKept: demand && rankOf(strength) >= rankOf(demand.strength),
        };
      }),
    );
  }
}

/** Where the zone has one of these rules. */
function inRules(...values: ReadonlyArray<unknown>): Wanted | null {
  return values.some((value) => value !== null) ? { kind: "in-rules" } : null;
}

function toMeasure(id: MeasureId, wanted: Wanted | null, cells: ReadonlyArray<MeasureCell>): Measure {
  const texts = cells.map(({ measured }) => JSON.stringify(measured));
  return { id, wanted, differs: texts.some((text) => text !== texts[0]), cells, best: bestOf(cells) };
}

function bestOf(cells: ReadonlyArray<MeasureCell>): ReadonlyArray<number> {
  const worths = cells.map(({ measured }) => worthOf(measured));
  const known = worths.filter((worth) => worth !== null);
  if (known.length < worths.length || known.every((worth) => worth === known[0])) return [];
  const highest = Math.max(...known);
  return worths.flatMap((worth, place) => (worth === highest ? [place] : []));
}

/**
 * Higher is better; null where nothing is stated or where it is no question of more or less: requirements and rules
 * differ in weight, and which of them bind a product depends on its type.
 */
function worthOf(measured: Measured): number | null {
  switch (measured.kind) {
    case "support":
      return Date.parse(measured.endsOn);
    case "days":
      return -measured.days;
    case "hours":
      return -measured.hours;
    case "vulnerabilities":
      return -(measured.counts.affected + measured.counts["under-investigation"]);
    case "strength":
      return rankOf(measured.strength);
    case "not-stated":
    case "sbom":
    case "proven":
    case "rules":
      return null;
  }
}

function rankOf(strength: EvidenceStrength): number {
  return EVIDENCE_STRENGTHS.indexOf(strength);
}

const NOT_STATED: MeasureCell = { measured: { kind: "not-stated" }, isKept: null };
const DAYS_A_YEAR = 365.25;

function supportCell({ facts }: DeclarationContent, years: number | null, asOf: IsoDate): MeasureCell {
  const { supportEndsOn: endsOn } = facts;
  if (endsOn === undefined) return NOT_STATED;
  const left = Math.floor((daysBetween(asOf, endsOn) / DAYS_A_YEAR) * 10) / 10;
  return {
    measured: { kind: "support", endsOn, years: left },
    isKept: years === null ? null : compareSupport(endsOn, asOf, years) === "kept",
  };
}

function numberCell(stated: number | undefined, limit: number | null, unit: "days" | "hours"): MeasureCell {
  if (stated === undefined) return NOT_STATED;
  return {
    measured: unit === "days" ? { kind: unit, days: stated } : { kind: unit, hours: stated },
    isKept: limit === null ? null : compareAtMost(limit, stated) === "kept",
  };
}

function vulnerabilityCell({ facts: { vulnerabilities } }: DeclarationContent): MeasureCell {
  if (vulnerabilities === undefined) return NOT_STATED;
  const count = (state: (typeof VEX_STATES)[number]) =>
    vulnerabilities.filter((one) => one.state === state).length;
  const counts = {
    affected: count("affected"),
    "under-investigation": count("under-investigation"),
    fixed: count("fixed"),
    "not-affected": count("not-affected"),
  };
  const exploited = vulnerabilities.filter(
    (one) => one.exploited && (one.state === "affected" || one.state === "under-investigation"),
  ).length;
  return { measured: { kind: "vulnerabilities", counts, exploited }, isKept: null };
}

function sbomCell({ facts: { sbom } }: DeclarationContent, asOf: IsoDate): MeasureCell {
  if (sbom === undefined) return NOT_STATED;
  const { format, formatVersion, componentCount, createdOn } = sbom;
  const ageDays = createdOn === null ? null : daysBetween(createdOn, asOf);
  return { measured: { kind: "sbom", format, formatVersion, componentCount, ageDays }, isKept: null };
}

/** The most weight that a piece which counts today has; what does not count is `none` (product.md §4 step 6). */
function strongest(
  of: "capability-evidence" | "development-evidence",
  declaration: DeclarationContent,
  level: SecurityLevel,
  asOf: IsoDate,
): EvidenceStrength {
  const isCapability = of === "capability-evidence";
  const offer = offerOf(declaration, isCapability ? "product-capability" : "development-process");
  const causes = isCapability ? capabilityCauses : developmentCauses;
  const counts = (demand: EvidenceDemand) =>
    offer.pieces.some((piece) => causes(piece, demand, offer, asOf).length === 0);
  const strengths = ["accredited", "third-party", "declared"] as const;
  return strengths.find((strength) => counts({ strength, level })) ?? "none";
}

function rulesOf(rules: OfferComparison["rules"], place: number): Measured {
  const count = (standing: string) => rules.filter(({ cells }) => cells[place]?.standing === standing).length;
  return {
    kind: "rules",
    kept: count("kept"),
    conditions: count("condition"),
    open: count("open"),
    gaps: count("gap"),
  };
}
