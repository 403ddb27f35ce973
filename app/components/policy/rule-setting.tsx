import type { ReactNode } from "react";
import { FieldErrors } from "~/components/field-errors";
import { POLICY_RULES, type PolicyKey } from "~/domain/policy/policy-rules";
import { useTranslation } from "~/i18n/use-translation";
import { fieldName, RULE_MODES, type RuleField, type RuleMode } from "./policy-form";
import { RuleValue } from "./rule-value";

type RuleSettingProps = {
  ruleKey: PolicyKey;
  /** At which level the rule is set. */
  level: "organisation" | "zone";
  field: RuleField;
  errors: ReadonlyArray<string> | undefined;
  /** What would hold without a setting here. */
  inherited: ReactNode;
  /** What somebody else has set meanwhile. */
  note?: ReactNode;
};

/** One rule: inherit, off, or a value of its own, which shows only where it is chosen. */
export function RuleSetting({ ruleKey, level, field, errors, inherited, note }: RuleSettingProps) {
  const { t } = useTranslation("policy");
  const id = fieldName(ruleKey);
  const name = t(`rule.${ruleKey}.name`);
  const isFlag = POLICY_RULES[ruleKey].kind === "flag";
  const labelOf = (mode: RuleMode) =>
    mode === "own" && isFlag ? t("mode.demand") : t(`mode.${level}.${mode}`);
  return (
    // Named by its text: a legend cannot stand beside its controls.
    <fieldset
      id={id}
      tabIndex={-1}
      className="rule"
      aria-labelledby={`${id}-name`}
      aria-describedby={`${id}-help`}
    >
      <div className="rule-text">
        <p id={`${id}-name`} className="rule-name">
          {name}
        </p>
        <p id={`${id}-help`} className="field-hint">
          {t(`rule.${ruleKey}.help`)}
        </p>
        <div className="field-hint">{inherited}</div>
      </div>
      <div className="rule-setting">
        <div className="rule-modes">
          {RULE_MODES.map((mode) => (
            <div key={mode} className="choice">
              <input
                type="radio"
                id={`${id}-${mode}`}
                name={`${id}.mode`}
                value={mode}
                defaultChecked={field.mode === mode}
                data-own={mode === "own" || undefined}
              />
              <label htmlFor={`${id}-${mode}`}>{labelOf(mode)}</label>
            </div>
          ))}
        </div>
        {isFlag ? null : (
          <div className="rule-own">
            <RuleValue ruleKey={ruleKey} value={field.value} label={t("form.value", { rule: name })} />
          </div>
        )}
        {note ? <p className="rule-note">{note}</p> : null}
        <FieldErrors id={`${id}-error`} errors={errors} />
      </div>
    </fieldset>
  );
}
