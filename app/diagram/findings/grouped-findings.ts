import { MODEL_RULES } from "~/domain/zone-model/rules";
import type { ModelFinding, ModelRule, RuleSeverity } from "~/domain/zone-model/rules/rule";

export type FindingFilter = { severity: RuleSeverity | null; ruleId: string | null };
export type FindingGroup = {
  rule: ModelRule;
  findings: ReadonlyArray<ModelFinding>;
  /** Those with a one-step fix. */
  fixable: ReadonlyArray<ModelFinding>;
};

const ORDER = { error: 0, warning: 1, notice: 2 } as const satisfies Record<RuleSeverity, number>;

/** Findings that pass the filter by rule: the rule with the worst first, then in the order of the rules. */
export function groupedFindings(
  findings: ReadonlyArray<ModelFinding>,
  { severity, ruleId }: FindingFilter,
): ReadonlyArray<FindingGroup> {
  const groups = MODEL_RULES.filter(({ id }) => ruleId === null || id === ruleId).map((rule) => {
    const own = findings.filter(
      (finding) => finding.ruleId === rule.id && (severity === null || finding.severity === severity),
    );
    const worstFirst = own.toSorted((a, b) => ORDER[a.severity] - ORDER[b.severity]);
    return { rule, findings: worstFirst, fixable: worstFirst.filter(({ fix }) => fix !== undefined) };
  });
  const worst = ({ findings: own }: FindingGroup) => ORDER[own[0]?.severity ?? "notice"];
  return groups.filter(({ findings: own }) => own.length > 0).toSorted((a, b) => worst(a) - worst(b));
}
