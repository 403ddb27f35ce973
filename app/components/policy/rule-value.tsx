import { POLICY_RULES, type PolicyKey } from "~/domain/policy/policy-rules";
import { useTranslation } from "~/i18n/use-translation";
import { fieldName } from "./policy-form";
import { useChoices } from "./use-rule-text";

type RuleValueProps = { ruleKey: PolicyKey; value: ReadonlyArray<string>; label: string };
type Choice = { value: string; label: string };

/** The control for a rule's own value, by the kind of the rule. */
export function RuleValue({ ruleKey, value, label }: RuleValueProps) {
  const { t } = useTranslation("policy");
  const choices = useChoices()(ruleKey);
  const rule = POLICY_RULES[ruleKey];
  const name = `${fieldName(ruleKey)}.value`;
  switch (rule.kind) {
    case "flag":
      return null;
    case "number":
      return (
        <>
          <input
            type="number"
            className="input rule-number"
            name={name}
            min={rule.min}
            max={rule.max}
            defaultValue={value[0]}
            aria-label={label}
            aria-describedby={`${name}-hint`}
          />
          <p id={`${name}-hint`} className="field-hint">
            {t(`modeHint.${rule.unit}`, { min: rule.min, max: rule.max })}
          </p>
        </>
      );
    case "choice":
      return (
        <>
          <p className="field-hint">{t(`modeHint.${rule.mode}`)}</p>
          <Boxes name={name} choices={choices} value={value} />
        </>
      );
    case "one-of":
      return <Select name={name} label={label} choices={choices} value={value[0]} />;
    case "ladder":
      return (
        <>
          <p className="field-hint">{t("modeHint.ladder")}</p>
          <div className="rule-ladder">
            {[1, 2, 3, 4].map((level) => (
              <div key={level} className="rule-step">
                <label htmlFor={`${name}.${level - 1}`}>SL {level}</label>
                <Select name={`${name}.${level - 1}`} choices={choices} value={value[level - 1]} />
              </div>
            ))}
          </div>
        </>
      );
  }
}

function Boxes({
  name,
  choices,
  value,
}: {
  name: string;
  choices: ReadonlyArray<Choice>;
  value: ReadonlyArray<string>;
}) {
  return (
    <div className="rule-boxes">
      {choices.map((choice) => (
        <div key={choice.value} className="choice">
          <input
            type="checkbox"
            id={`${name}-${choice.value}`}
            name={name}
            value={choice.value}
            defaultChecked={value.includes(choice.value)}
          />
          <label htmlFor={`${name}-${choice.value}`}>{choice.label}</label>
        </div>
      ))}
    </div>
  );
}

type SelectProps = {
  name: string;
  label?: string;
  choices: ReadonlyArray<Choice>;
  value: string | undefined;
};

function Select({ name, label, choices, value }: SelectProps) {
  return (
    <select id={name} name={name} aria-label={label} defaultValue={value} className="input select">
      {choices.map((choice) => (
        <option key={choice.value} value={choice.value}>
          {choice.label}
        </option>
      ))}
    </select>
  );
}
