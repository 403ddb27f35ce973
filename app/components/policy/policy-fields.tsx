import type { ReactNode } from "react";
import { Section } from "~/components/section";
import type { LayerEntry } from "~/domain/policy/layer-changes";
import { POLICY_KEYS, POLICY_RULES, POLICY_TOPICS, type PolicyKey } from "~/domain/policy/policy-rules";
import { useTranslation } from "~/i18n/use-translation";
import { fieldName, type RuleFields } from "./policy-form";
import { RuleSetting } from "./rule-setting";
import { useRuleText } from "./use-rule-text";

/** What somebody else has set while this form was open. */
export type MeanwhileSet = { key: PolicyKey; theirs: LayerEntry; isConflict: boolean };

type PolicyFieldsProps = {
  level: "organisation" | "zone";
  fields: RuleFields;
  errors: Readonly<Record<string, ReadonlyArray<string> | undefined>>;
  meanwhile?: ReadonlyArray<MeanwhileSet>;
  inheritedOf: (key: PolicyKey) => ReactNode;
};

/** Every rule that can be set, by topic. */
export function PolicyFields({ level, fields, errors, meanwhile = [], inheritedOf }: PolicyFieldsProps) {
  const { t } = useTranslation("policy");
  const ruleText = useRuleText();
  const noteOf = (key: PolicyKey) => {
    const found = meanwhile.find((one) => one.key === key);
    if (!found) return undefined;
    return t(found.isConflict ? "form.conflict" : "form.meanwhile", { value: ruleText(key, found.theirs) });
  };
  return POLICY_TOPICS.map((topic) => (
    <Section key={topic} id={`topic-${topic}`} title={t(`topic.${topic}`)} level={level === "zone" ? 3 : 2}>
      <div className="rules">
        {POLICY_KEYS.filter((key) => POLICY_RULES[key].topic === topic).map((key) => (
          <RuleSetting
            key={key}
            ruleKey={key}
            level={level}
            field={fields[key]}
            errors={errors[fieldName(key)]}
            inherited={inheritedOf(key)}
            note={noteOf(key)}
          />
        ))}
      </div>
    </Section>
  ));
}

/** Names of the rules for the list of errors above a form. */
export function useRuleLabels(): Readonly<Record<string, string>> {
  const { t } = useTranslation("policy");
  return Object.fromEntries([
    ...POLICY_KEYS.map((key) => [fieldName(key), t(`rule.${key}.name`)]),
    ["reason", t("form.reason")],
  ]);
}
