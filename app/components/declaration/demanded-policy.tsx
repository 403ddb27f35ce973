import { useRuleText, useWord } from "~/components/policy/use-rule-text";
import type { EvidenceStrength } from "~/domain/declaration/evidence";
import type { PolicyValue } from "~/domain/policy/policy";
import { POLICY_RULES, POLICY_TOPICS, type PolicyKey } from "~/domain/policy/policy-rules";
import { useTranslation } from "~/i18n/use-translation";
import { Disclosure } from "../disclosure";
import { KeyValue } from "../key-value";

type DemandedPolicyProps = {
  policy: ReadonlyArray<{ key: PolicyKey; value: PolicyValue | null }>;
  evidence: { level: number; rows: ReadonlyArray<{ key: PolicyKey; strength: EvidenceStrength }> };
};

/** What the zone class demands besides the rows: thresholds by topic, and how strong evidence must be. */
export function DemandedPolicy({ policy, evidence }: DemandedPolicyProps) {
  const { t } = useTranslation("policy");
  const ruleText = useRuleText();
  const word = useWord();
  const strengths = new Set(evidence.rows.map(({ key }) => key));
  const thresholds = policy.filter(({ key }) => !strengths.has(key));
  const topics = POLICY_TOPICS.map((topic) => ({
    topic,
    rules: thresholds.filter(({ key }) => POLICY_RULES[key].topic === topic),
  })).filter(({ rules }) => rules.length > 0);
  return (
    <div className="grid gap-3">
      <KeyValue
        columns={2}
        entries={evidence.rows.map(({ key, strength }) => ({
          term: t(`rule.${key}.name`),
          value: t("zone.evidenceAtLevel", { level: evidence.level, strength: word(strength) }),
        }))}
      />
      <p className="text-muted">{t("zone.managementSystems")}</p>
      {topics.length === 0 ? <p>{t("zone.noThresholds")}</p> : null}
      {topics.map(({ topic, rules }) => (
        <Disclosure
          key={topic}
          summary={t("zone.topicCount", { topic: t(`topic.${topic}`), count: rules.length })}
        >
          <KeyValue
            entries={rules.map(({ key, value }) => ({
              term: t(`rule.${key}.name`),
              value: ruleText(key, value),
            }))}
          />
        </Disclosure>
      ))}
    </div>
  );
}
