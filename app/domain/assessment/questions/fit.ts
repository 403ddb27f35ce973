import type { DeclarationContent } from "../../declaration/declaration";
import type { SlVector } from "../../security-level/security-level";
import type { IsoDate } from "../../shared/iso-date";
import { judge } from "../assess";
import type { Finding, Judgement, MissingRow, RequirementProfile, Verdict } from "../assessment";
import { compareVerdicts } from "../verdict";
import { isAboutRows } from "./finding-topics";

/** How one product stands to one zone, as far as a list of zones or products shows it. */
export type Fit = {
  verdict: Verdict;
  slTarget: SlVector;
  slCapability: Judgement["slCapability"];
  /** Rows up to the target that nothing makes up for, lowest level first, then in the standard's order. */
  missing: ReadonlyArray<MissingRow>;
  /** What else keeps the product out or is not known yet: findings that name no row to be closed. */
  open: ReadonlyArray<Finding>;
  /** How many things the zone has to provide, keep or settle. */
  conditions: number;
};

/** True where a finding keeps a product from conforming, with conditions or without. */
export function isOpen({ severity }: Pick<Finding, "severity">): boolean {
  return severity === "open" || severity === "gap";
}

/** Checks that sum up an area: what the zone has to do for it is said row by row by others. */
const SUMMARIES: ReadonlyArray<string> = ["capability-meets-target", "claimed-level-is-computed"];

/** True where a finding is one thing that the zone has to provide, keep or settle. */
export function isCondition({ checkId, severity }: Pick<Finding, "checkId" | "severity">): boolean {
  return severity === "condition" && !SUMMARIES.includes(checkId);
}

export function fitOf(profile: RequirementProfile, declaration: DeclarationContent, asOf: IsoDate): Fit {
  return toFit(judge(profile, declaration, asOf));
}

export function toFit({ verdict, slTarget, slCapability, results, findings }: Judgement): Fit {
  return {
    verdict,
    slTarget,
    slCapability,
    missing: results.flatMap(({ missing }) => missing).sort((a, b) => a.minSl - b.minSl),
    open: findings.filter((finding) => isOpen(finding) && !isAboutRows(finding)),
    conditions: findings.filter(isCondition).length,
  };
}

/** Best first: by verdict, then by how little is missing. Negative where `a` is the better fit. */
export function compareFits(a: Fit, b: Fit): number {
  return (
    compareVerdicts(a.verdict, b.verdict) ||
    a.missing.length - b.missing.length ||
    a.open.length - b.open.length ||
    a.conditions - b.conditions
  );
}
