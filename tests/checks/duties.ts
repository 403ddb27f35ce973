import { LEGAL_MILESTONES } from "~/catalogue/milestones";
import type { FindingOutcome, Severity } from "~/domain/assessment/assessment";
import type { ProductFacts } from "~/domain/declaration/facts";
import type { FactScenario } from "./fact-scenarios";

/** A zone that takes products of every regime. */
export const EVERY_REGIME: FactScenario["given"]["policy"] = {
  regimes: ["mdr", "mdr-legacy", "ivdr", "ivdr-legacy", "cra", "other"],
};
export const DIRECTIVE = "eu-mdr:directive-certificate";
export const HIGHER = "eu-mdr:higher-class-transition";
export const LOWER = "eu-mdr:lower-class-transition";
export const LEGACY: ProductFacts = {
  regime: "mdr-legacy",
  conformityDeclared: ["directive"],
  conformityCertificateEndsOn: "2030-01-01",
};
export const PROMISED = "This is not asked yet. It will be from";

/** A row of a table about one duty on one day: no other milestone of the catalogue is in the profile. */
export function duty(
  about: string,
  name: string,
  asOf: string,
  facts: ProductFacts,
  expected: { outcome: FindingOutcome; severity?: Severity; [said: string]: unknown } | null,
): FactScenario {
  const milestones = LEGAL_MILESTONES.filter((milestone) => milestone.id === about);
  const given = { policy: EVERY_REGIME, facts, asOf, profile: { milestones } };
  return { name: `${about}: ${name}`, given, expect: expected === null ? [] : [{ about, ...expected }] };
}
