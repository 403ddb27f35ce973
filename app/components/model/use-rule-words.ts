import { findRule } from "~/domain/zone-model/rules";
import type { ModelFinding } from "~/domain/zone-model/rules/rule";
import { useTranslation } from "~/i18n/use-translation";

export type RuleWords = {
  sentence(finding: Pick<ModelFinding, "ruleId" | "params">): string;
  title(ruleId: string): string;
  why(ruleId: string): string;
  fix(ruleId: string): string;
  /** What the rule implements, e.g. `IEC 62443-3-2 ZCR 3.1`; empty for a rule that there is no longer. */
  clauses(ruleId: string): ReadonlyArray<string>;
};

/** What the message files say of a rule and its findings. */
export function useRuleWords(): RuleWords {
  const { t } = useTranslation("rules");
  // A test keeps rules and messages the same: every rule id is a key of the file.
  const keyOf = (ruleId: string) => ruleId as "zone-has-sl-target";
  return {
    // Parameters depend on the rule; the types only know those of the one named above.
    sentence: ({ ruleId, params }) => t(`${keyOf(ruleId)}.finding`, params as { zone: string }),
    title: (ruleId) => (findRule(ruleId) ? t(`${keyOf(ruleId)}.title`) : t("model:waiver.unknownRule")),
    why: (ruleId) => t(`${keyOf(ruleId)}.why`),
    fix: (ruleId) => t(`${keyOf(ruleId)}.fix`),
    clauses: (ruleId) => (findRule(ruleId)?.clauses ?? []).map(clauseText),
  };
}

function clauseText({ standard, ref }: { standard: string; ref: string }): string {
  const [body = "", ...number] = standard.split("-");
  return `${body.toUpperCase()} ${number.join("-")} ${ref}`;
}
