import { Disclosure } from "~/components/disclosure";
import type { LayerEntry } from "~/domain/policy/layer-changes";
import type { PolicyKey } from "~/domain/policy/policy-rules";
import { formatList } from "~/i18n/format";
import { useLanguage } from "~/i18n/use-language";
import { useTranslation } from "~/i18n/use-translation";
import { useRuleText } from "./use-rule-text";

export type DefaultsOfRule = ReadonlyArray<{ entry?: LayerEntry; types: ReadonlyArray<string> }>;
type Exceptions = { count: number; names: ReadonlyArray<string> };
type RuleDefaultsProps = { ruleKey: PolicyKey; defaults: DefaultsOfRule; exceptions: Exceptions };

/** What holds of a rule where the organisation sets nothing, and which zones say otherwise anyway. */
export function RuleDefaults({ ruleKey, defaults: [usual, ...others], exceptions }: RuleDefaultsProps) {
  const { t } = useTranslation("policy");
  const language = useLanguage();
  const ruleText = useRuleText();
  const { count, names } = exceptions;
  return (
    <>
      {others.length === 0 ? (
        <p>
          {t("form.byTypeSame")} {ruleText(ruleKey, usual?.entry)}
        </p>
      ) : (
        <Disclosure
          summary={
            <>
              {t("form.byType")} {ruleText(ruleKey, usual?.entry)}
            </>
          }
        >
          <ul className="rule-defaults">
            {others.map(({ entry, types }) => (
              <li key={types[0]}>
                <strong>{ruleText(ruleKey, entry)}</strong>: {formatList(types, language)}
              </li>
            ))}
          </ul>
        </Disclosure>
      )}
      {count === 0 ? null : (
        <p>
          {t("zones.exceptions", { count, names: names.join(", ") + (count > names.length ? " …" : "") })}
        </p>
      )}
    </>
  );
}
