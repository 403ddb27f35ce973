import { Form } from "@remix-run/react";
import { FilterChips } from "~/components/filter-chips";
import { SubmitButton } from "~/components/submit-button";
import { useTranslation } from "~/i18n/use-translation";
import { useRuleWords } from "./use-rule-words";

export type RuleCount = { ruleId: string; count: number; fixable: number };

type RuleFilterProps = {
  rules: ReadonlyArray<RuleCount>;
  rule: string | null;
  version: number;
  mayEdit: boolean;
};

/** Findings by rule; where one rule is shown and offers them, all its one-step fixes at once. */
export function RuleFilter({ rules, rule, version, mayEdit }: RuleFilterProps) {
  const { t } = useTranslation("diagram");
  const words = useRuleWords();
  const chosen = rules.find(({ ruleId }) => ruleId === rule);
  if (rules.length === 0) return null;
  return (
    <>
      <FilterChips
        label={t("findings.byRule")}
        param="rule"
        options={rules.map(({ ruleId, count }) => ({ value: ruleId, label: words.title(ruleId), count }))}
      />
      {mayEdit && chosen && chosen.fixable > 0 ? (
        <Form method="post" preventScrollReset>
          <input type="hidden" name="form" value="finding" />
          <input type="hidden" name="type" value="fix-all" />
          <input type="hidden" name="version" value={version} />
          <input type="hidden" name="ruleId" value={chosen.ruleId} />
          <SubmitButton size="small" variant="regular" icon="check">
            {t("findings.fixAll", { count: chosen.fixable })}
          </SubmitButton>
        </Form>
      ) : null}
    </>
  );
}
