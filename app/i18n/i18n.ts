import { createInstance, type i18n } from "i18next";
import type { Translate } from "./keys";
import { DEFAULT_LANGUAGE, type Language, NAMESPACES, RESOURCES } from "./resources";

/** A translator of one language that is ready at once. */
function createI18n(language: Language): i18n {
  const instance = createInstance();
  // Resources are in the bundle: nothing is awaited, the promise is settled when init returns.
  void instance.init({
    lng: language,
    fallbackLng: DEFAULT_LANGUAGE,
    resources: RESOURCES,
    ns: NAMESPACES,
    defaultNS: "common",
    initAsync: false,
    returnNull: false,
    // React escapes; escaping twice would show &amp;.
    interpolation: { escapeValue: false },
    react: { useSuspense: false },
  });
  return instance;
}

const translators = new Map<Language, i18n>();

/**
 * The translator of a language, handed down by the provider. All requests share it, which is safe because its language
 * never changes, and none is registered globally.
 */
export function i18nOf(language: Language): i18n {
  const instance = translators.get(language) ?? createI18n(language);
  translators.set(language, instance);
  return instance;
}

/** The words outside of components: page titles (`meta`), documents, e-mails. */
export function translatorFor(language: Language): Translate {
  // Our keys instead of the library's: see keys.ts.
  return i18nOf(language).t as Translate;
}
