import { Section } from "~/components/section";
import { VerifyMark } from "~/components/verify-mark";
import type { LayerEntry } from "~/domain/policy/layer-changes";
import type { PolicyLevel, PolicyValue } from "~/domain/policy/policy";
import { POLICY_RULES, POLICY_TOPICS, type PolicyKey } from "~/domain/policy/policy-rules";
import type { Confidence } from "~/domain/requirement/component-requirement";
import { formatList } from "~/i18n/format";
import { useLanguage } from "~/i18n/use-language";
import { useTranslation } from "~/i18n/use-translation";
import { OriginBadge } from "./origin-badge";
import { useRuleText } from "./use-rule-text";

type Row = {
  key: PolicyKey;
  value: PolicyValue | null;
  from: PolicyLevel | null;
  overridden: ReadonlyArray<{ from: PolicyLevel; entry: LayerEntry }>;
};
type ZonePolicyListProps = {
  rows: ReadonlyArray<Row>;
  basis: { general: string; ofType: string | null; confidence: Confidence };
};

/** Every threshold of the zone with its origin, by topic. */
export function ZonePolicyList({ rows, basis }: ZonePolicyListProps) {
  const { t } = useTranslation("policy");
  return (
    <Section id="policy" title={t("zone.policy")} description={t("zone.policyText")}>
      {basis.ofType ? <p className="text-muted">{basis.ofType}</p> : null}
      <p className="text-muted">
        {basis.general} <VerifyMark confidence={basis.confidence} />
      </p>
      <div className="rules">
        {POLICY_TOPICS.map((topic) => (
          <div key={topic} className="rule-group">
            <h3 className="rule-topic">{t(`topic.${topic}`)}</h3>
            <dl>
              {rows
                .filter(({ key }) => POLICY_RULES[key].topic === topic)
                .map((row) => (
                  <Threshold key={row.key} row={row} />
                ))}
            </dl>
          </div>
        ))}
      </div>
    </Section>
  );
}

function Threshold({ row: { key, value, from, overridden } }: { row: Row }) {
  const { t } = useTranslation("policy");
  const ruleText = useRuleText();
  const language = useLanguage();
  const others = overridden.map((one) =>
    t("override", { value: ruleText(key, one.entry), from: t(`origin.${one.from}`) }),
  );
  return (
    <div className="threshold">
      <dt>{t(`rule.${key}.name`)}</dt>
      <dd className={from === null || value === null ? "text-muted" : undefined}>{ruleText(key, value)}</dd>
      <dd>
        <span className="sr-only">{t("origin.label")} </span>
        <OriginBadge from={from} />
        {others.length === 0 ? null : (
          <span className="field-hint">{t("overrides", { list: formatList(others, language) })}</span>
        )}
      </dd>
    </div>
  );
}
