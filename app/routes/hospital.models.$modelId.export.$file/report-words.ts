import { ruleTextOf, wordOfValue } from "~/components/policy/use-rule-text";
import { formatDay } from "~/i18n/format";
import { i18nOf } from "~/i18n/i18n";
import type { Parameters, QualifiedKey, Translate } from "~/i18n/keys";
import type { Language } from "~/i18n/resources";
import type { ReportWords } from "~/reports/report-facts";

/** The words of reports and of the title block of drawings. */
export function reportWords(language: Language): ReportWords {
  const i18n = i18nOf(language);
  // Our keys instead of the library's: see i18n/keys.ts.
  const t = i18n.t as Translate;
  const exists = (key: string) => i18n.exists(key);
  const inPolicy = i18n.getFixedT(language, "policy") as Translate<"policy">;
  return {
    language,
    t: remembering((key, parameters) => i18n.t(key.includes(":") ? key : `report:${key}`, parameters)),
    day: (value) => formatDay(value, language),
    // Every rule has its sentence: the parity test of the rules says so.
    finding: ({ ruleId, params }) => t(`rules:${ruleId}.finding` as QualifiedKey, params),
    policyValue: ruleTextOf(inPolicy, language, wordOfValue(inPolicy, exists)),
    field: (name) => {
      const key = `model:difference.field.${name}`;
      return exists(key) ? t(key as QualifiedKey) : name;
    },
  };
}

/** A report says the same label hundreds of times, and looking it up is most of the work. */
function remembering(look: (key: string, parameters?: Parameters) => string): Translate<"report"> {
  const plain = new Map<string, string>();
  return (key, parameters) => {
    if (parameters) return look(key, parameters);
    const known = plain.get(key) ?? look(key);
    plain.set(key, known);
    return known;
  };
}
