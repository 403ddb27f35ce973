import { DEFAULT_LANGUAGE, type Language, toLanguage } from "./resources";
import { useTranslation } from "./use-translation";

/** The language the page is written in. */
export function useLanguage(): Language {
  const { i18n } = useTranslation("common");
  return toLanguage(i18n.language) ?? DEFAULT_LANGUAGE;
}
