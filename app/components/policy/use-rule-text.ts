import { EVIDENCE_STRENGTHS } from "~/domain/declaration/evidence";
import { VULNERABILITY_SEVERITIES } from "~/domain/declaration/fact-values";
import type { LayerEntry } from "~/domain/policy/layer-changes";
import { POLICY_RULES, type PolicyKey } from "~/domain/policy/policy-rules";
import { formatAlternatives, formatList } from "~/i18n/format";
import type { Translate } from "~/i18n/keys";
import type { Language } from "~/i18n/resources";
import { useLanguage } from "~/i18n/use-language";
import { useTranslation } from "~/i18n/use-translation";

/** Writes what a level says of a rule: `14 days`, `Only: Wi-Fi`, `No rule`. */
export function useRuleText(): RuleText {
  const { t } = useTranslation("policy");
  return ruleTextOf(t, useLanguage(), useWord());
}

type RuleText = (key: PolicyKey, entry: LayerEntry) => string;

/** The same outside of pages, for documents. */
export function ruleTextOf(
  t: Translate<"policy">,
  language: Language,
  wordOf: (value: string, key?: PolicyKey) => string,
): RuleText {
  return (key, entry) => {
    const word = (value: string) => wordOf(value, key);
    if (entry === undefined) return t("value.inherited");
    if (entry === null || entry === false) return t("value.off");
    if (entry === true) return t("value.demanded");
    const rule = POLICY_RULES[key];
    if (typeof entry === "number")
      return rule.kind === "number" ? t(`value.${rule.unit}`, { count: entry }) : String(entry);
    if (typeof entry === "string") return t(`value.severity.${entry}`);
    if (rule.kind === "choice") return choiceText(t, language, rule.mode, entry.map(word));
    return entry
      .map((strength, place) => t("value.step", { level: place + 1, strength: word(strength) }))
      .join(" · ");
  };
}

type Mode = "all-of" | "any-of" | "only";

function choiceText(
  t: Translate<"policy">,
  language: Language,
  mode: Mode,
  words: ReadonlyArray<string>,
): string {
  if (words.length === 0) return t(mode === "only" ? "value.onlyNone" : "value.choiceNone");
  const format = mode === "any-of" ? formatAlternatives : formatList;
  return t(`value.${mode}`, { list: format(words, language), count: words.length });
}

/** The word of a value of a fact, or the rule's own where the general one says too little. */
export function useWord(): (value: string, key?: PolicyKey) => string {
  const { t, i18n } = useTranslation("policy");
  return wordOfValue(t, (key) => i18n.exists(key));
}

/** The same outside of pages. */
export function wordOfValue(
  t: Translate<"policy">,
  exists: (key: string) => boolean,
): (value: string, key?: PolicyKey) => string {
  return (value, key) => {
    const own = `policy:word.${key}.${value}`;
    // Values of the rules are values of facts; tests/domain/policy holds every one of them against the messages.
    return t((exists(own) ? own : `facts:word.${value}`) as "facts:word.mdr");
  };
}

/** What a rule of one of a few can be set to, with its word. */
export function useChoices(): (key: PolicyKey) => ReadonlyArray<{ value: string; label: string }> {
  const { t } = useTranslation("policy");
  const word = useWord();
  return (key) => {
    const rule = POLICY_RULES[key];
    switch (rule.kind) {
      case "flag":
      case "number":
        return [];
      case "choice":
        return rule.values.map((value) => ({ value, label: word(value, key) }));
      case "one-of":
        return VULNERABILITY_SEVERITIES.map((value) => ({ value, label: t(`value.severity.${value}`) }));
      case "ladder":
        return EVIDENCE_STRENGTHS.map((value) => ({ value, label: word(value) }));
    }
  };
}
