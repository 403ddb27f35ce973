import { Section } from "~/components/section";
import { POLICY_KEYS, POLICY_RULES, POLICY_TOPICS } from "~/domain/policy/policy-rules";
import { useTranslation } from "~/i18n/use-translation";
import type { PolicyPageParts } from "./policy-form-panel";
import { RuleDefaults } from "./rule-defaults";
import { useRuleText } from "./use-rule-text";

/** The policy for those who may not set it. */
export function PolicyReading({ layer, defaults, zones }: PolicyPageParts) {
  const { t } = useTranslation("policy");
  const ruleText = useRuleText();
  return POLICY_TOPICS.map((topic) => (
    <Section key={topic} id={`topic-${topic}`} title={t(`topic.${topic}`)}>
      <div className="rules">
        {POLICY_KEYS.filter((key) => POLICY_RULES[key].topic === topic).map((key) => (
          <div key={key} className="rule">
            <div className="rule-text">
              <p className="rule-name">{t(`rule.${key}.name`)}</p>
              <p className="field-hint">{t(`rule.${key}.help`)}</p>
            </div>
            <div className="rule-setting">
              {layer[key] === undefined ? null : <p className="rule-name">{ruleText(key, layer[key])}</p>}
              <div className="field-hint">
                <RuleDefaults ruleKey={key} defaults={defaults[key]} exceptions={zones.exceptions[key]} />
              </div>
            </div>
          </div>
        ))}
      </div>
    </Section>
  ));
}
