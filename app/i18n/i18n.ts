import { createInstance, type i18n } from "i18next";
import type { Translate } from "./keys";
import { DEFAULT_LANGUAGE, type Language, NAMESPACES, RESOURCES } from "./resources";

/**
 * A translator of one language that is ready at once. On the server every request makes its own; it is handed
 * down by the provider and never registered globally, where two requests would share it.
 */
export function createI18n(language: Language): i18n {
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
 * The words outside of components: page titles (`meta`), documents, e-mails. One instance per language is shared,
 * which is safe because its language never changes.
 */
export function translatorFor(language: Language): Translate {
  const instance = translators.get(language) ?? createI18n(language);
  translators.set(language, instance);
  // Our keys instead of the library's: see keys.ts.
  return instance.t as Translate;
}
