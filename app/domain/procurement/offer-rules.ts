import type { Finding, Judgement, Severity } from "../assessment/assessment";
import { CHECKS } from "../assessment/checks";
import {
  FINDING_TOPICS,
  type FindingTopic,
  isOfRowCheck,
  topicOf,
} from "../assessment/questions/finding-topics";

/** How an offer stands to one rule of the zone; `silent`: the rule has nothing to say of this product. */
export const RULE_STANDINGS = ["kept", "condition", "open", "gap", "silent"] as const;
export type RuleStanding = (typeof RULE_STANDINGS)[number];

export type RuleCell = {
  standing: RuleStanding;
  /** What is not as the rule wants it; where everything is, what was found. Notes only where there is nothing else. */
  findings: ReadonlyArray<Finding>;
};

/** One rule on policy, documents, evidence or channels: everything that is not an answer to a requirement. */
export type RuleRow = {
  checkId: string;
  topic: FindingTopic;
  differs: boolean;
  cells: ReadonlyArray<RuleCell>;
};

const WORST_FIRST = ["gap", "open", "condition"] as const satisfies ReadonlyArray<Severity>;

/** Where offers differ first; within both by topic, then in the order of the checks. A rule silent on all is left out. */
export function compareRules(judgements: ReadonlyArray<Judgement>): ReadonlyArray<RuleRow> {
  const rows = CHECKS.filter((check) => !isOfRowCheck({ checkId: check.id })).flatMap(({ id }) => {
    const found = judgements.map(({ findings }) => findings.filter(({ checkId }) => checkId === id));
    const first = found.flat()[0];
    if (first === undefined) return [];
    const cells = found.map(toCell);
    return [
      { checkId: id, topic: topicOf(first), differs: cells.some((cell) => isOther(cell, cells[0])), cells },
    ];
  });
  const inOrder = FINDING_TOPICS.flatMap((topic) => rows.filter((row) => row.topic === topic));
  return [...inOrder.filter(({ differs }) => differs), ...inOrder.filter(({ differs }) => !differs)];
}

function toCell(findings: ReadonlyArray<Finding>): RuleCell {
  if (findings.length === 0) return { standing: "silent", findings };
  const worst = WORST_FIRST.find((severity) => findings.some((finding) => finding.severity === severity));
  if (worst === undefined) {
    const plain = findings.filter(({ severity }) => severity === "none");
    return { standing: "kept", findings: plain.length > 0 ? plain : findings };
  }
  const weighing = findings.filter(({ severity }) => severity !== "none" && severity !== "note");
  return { standing: worst, findings: weighing };
}

/** Two gaps about different things, e.g. other channels, are a difference; other words for what is kept are none. */
function isOther(cell: RuleCell, first: RuleCell | undefined): boolean {
  if (cell.standing !== first?.standing) return true;
  return cell.standing !== "kept" && idsOf(cell) !== idsOf(first);
}

function idsOf({ findings }: RuleCell): string {
  return findings
    .map(({ id }) => id)
    .sort()
    .join(" ");
}
