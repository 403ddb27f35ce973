import type { ZoneModel } from "~/domain/zone-model/zone-model";
import { formatList } from "~/i18n/format";
import { useLanguage } from "~/i18n/use-language";
import { useTranslation } from "~/i18n/use-translation";
import { sentencesOf } from "../describe-change";
import type { Commands } from "./edit-state";

const MOST_NAMED = 3;

/** Commands as sentences; many as their number. */
export function useChangeText() {
  const { t, i18n } = useTranslation("diagram");
  const language = useLanguage();
  const fieldName = (field: string) => {
    const key = `model:difference.field.${field}`;
    // Looked up: fields that have no word of their own are left out.
    return i18n.exists(key) ? [t(key as "model:difference.field.name")] : [];
  };
  return (commands: Commands, model: ZoneModel): ReadonlyArray<string> => {
    const sentences = sentencesOf(commands, model).map(({ type, name, where, fields }) => {
      const sentence = t(where === "" ? `change.${type}` : `changeIn.${type}`, { name, where });
      const names = formatList(fields.flatMap(fieldName), language);
      return names === "" ? sentence : t("changeOf", { sentence, names });
    });
    const distinct = [...new Set(sentences)];
    if (distinct.length <= MOST_NAMED) return distinct;
    return [
      ...distinct.slice(0, MOST_NAMED - 1),
      t("moreChanges", { count: distinct.length - MOST_NAMED + 1 }),
    ];
  };
}
