import type { ZoneModel } from "~/domain/zone-model/zone-model";
import { useTranslation } from "~/i18n/use-translation";
import { sentencesOf } from "../describe-change";
import type { Commands } from "./edit-state";

const MOST_NAMED = 3;

/** Commands as sentences; many as their number. */
export function useChangeText() {
  const { t } = useTranslation("diagram");
  return (commands: Commands, model: ZoneModel): ReadonlyArray<string> => {
    const sentences = sentencesOf(commands, model).map(({ type, name, where }) =>
      t(where === "" ? `change.${type}` : `changeIn.${type}`, { name, where }),
    );
    const distinct = [...new Set(sentences)];
    if (distinct.length <= MOST_NAMED) return distinct;
    return [
      ...distinct.slice(0, MOST_NAMED - 1),
      t("moreChanges", { count: distinct.length - MOST_NAMED + 1 }),
    ];
  };
}
