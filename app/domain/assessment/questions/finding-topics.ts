import { FOUNDATIONAL_REQUIREMENTS } from "../../security-level/security-level";
import type { Finding } from "../assessment";
import type { Check } from "../check";
import { DOCUMENT_CHECKS } from "../checks/documents";
import { EVIDENCE_CHECKS } from "../checks/evidence";
import { PROTECTION_CHECKS } from "../checks/protection";
import { ROW_CHECKS } from "../checks/rows";
import { SURROUNDINGS_CHECKS } from "../checks/surroundings";

/** Where a reader looks for a finding: the seven areas, what the zone makes up for, then what is not about rows. */
export const FINDING_TOPICS = [
  ...FOUNDATIONAL_REQUIREMENTS,
  "ledger",
  "evidence",
  "documents",
  "protection",
  "surroundings",
  "other",
] as const;
export type FindingTopic = (typeof FINDING_TOPICS)[number];

const ROW_CHECK_IDS = idsOf(ROW_CHECKS);
const FACT_TOPICS = [
  ["evidence", idsOf(EVIDENCE_CHECKS)],
  ["documents", idsOf(DOCUMENT_CHECKS)],
  ["protection", idsOf(PROTECTION_CHECKS)],
  ["surroundings", idsOf(SURROUNDINGS_CHECKS)],
] as const satisfies ReadonlyArray<[FindingTopic, ReadonlySet<string>]>;

export function isOfRowCheck({ checkId }: Pick<Finding, "checkId">): boolean {
  return ROW_CHECK_IDS.has(checkId);
}

/** True where closing the rows that a finding names closes it. */
export function isAboutRows(finding: Pick<Finding, "checkId" | "requirementIds">): boolean {
  return isOfRowCheck(finding) && finding.requirementIds.length > 0;
}

/** A frozen assessment may hold findings of a check that is no more: those are `other`. */
export function topicOf(finding: Pick<Finding, "checkId" | "foundationalRequirement">): FindingTopic {
  if (isOfRowCheck(finding)) return finding.foundationalRequirement ?? "ledger";
  return FACT_TOPICS.find(([, ids]) => ids.has(finding.checkId))?.[0] ?? "other";
}

function idsOf(checks: ReadonlyArray<Check>): ReadonlySet<string> {
  return new Set(checks.map(({ id }) => id));
}
