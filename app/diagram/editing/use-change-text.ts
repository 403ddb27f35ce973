import { type ChangeSentence, sentencesOf } from "~/domain/zone-model/change-sentences";
import type { ZoneModel } from "~/domain/zone-model/zone-model";
import { formatList } from "~/i18n/format";
import { useLanguage } from "~/i18n/use-language";
import { useTranslation } from "~/i18n/use-translation";
import type { Commands } from "./edit-state";

const MOST_NAMED = 3;

/** One change in words. */
export function useSentenceText() {
  const { t, i18n } = useTranslation("diagram");
  const language = useLanguage();
  const fieldName = (field: string) => {
    const keys = [`model:difference.field.${field}`, `editing:field.${field}`];
    const key = keys.find((known) => i18n.exists(known));
    // Looked up: fields that have no word of their own are left out.
    return key ? [t(key as "model:difference.field.name")] : [];
  };
  return ({ type, name, where, fields }: ChangeSentence): string => {
    const sentence = t(where === "" ? `change.${type}` : `changeIn.${type}`, { name, where });
    const names = formatList(fields.flatMap(fieldName), language);
    return names === "" ? sentence : t("changeOf", { sentence, names });
  };
}

/** Commands as sentences; many as their number. */
export function useChangeText() {
  const { t } = useTranslation("diagram");
  const sentenceText = useSentenceText();
  return (commands: Commands, before: ZoneModel, after: ZoneModel): ReadonlyArray<string> => {
    const sentences = sentencesOf(commands, { before, named: [before, after] });
    const distinct = [...new Set(sentences.map(sentenceText))];
    if (distinct.length <= MOST_NAMED) return distinct;
    return [
      ...distinct.slice(0, MOST_NAMED - 1),
      t("moreChanges", { count: distinct.length - MOST_NAMED + 1 }),
    ];
  };
}
