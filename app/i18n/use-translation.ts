import type { i18n } from "i18next";
import { useContext } from "react";
import { I18nContext } from "react-i18next";
import type { Translate } from "./keys";
import type { Namespace } from "./resources";

type Translation<Own extends Namespace> = {
  i18n: i18n;
  t: Translate<Own>;
};

/**
 * The texts of one namespace by their bare key, those of any other by `namespace:key`. Keys are checked when
 * compiling.
 */
export function useTranslation<Own extends Namespace>(own: Own): Translation<Own> {
  const { i18n } = useContext(I18nContext) ?? {};
  if (!i18n) throw new Error("no language: the component stands outside of the provider");
  return translationOf(i18n, own) as Translation<Own>;
}

const translations = new WeakMap<i18n, Map<Namespace, Translation<Namespace>>>();

/** One per instance, whose language never changes and whose words are all there: nothing to subscribe to. */
function translationOf(i18n: i18n, own: Namespace): Translation<Namespace> {
  const known = translations.get(i18n) ?? new Map<Namespace, Translation<Namespace>>();
  translations.set(i18n, known);
  const translation = known.get(own) ?? { i18n, t: translateFrom(i18n, own) };
  known.set(own, translation);
  return translation;
}

/** What a page repeats hundreds of times, a count or a level in words, is put together once. */
const KEPT = 1_000;

/** A text with the same parameter, or with none, is the same every time. */
function translateFrom(i18n: i18n, own: Namespace): Translate<Namespace> {
  // Our keys instead of the library's: see keys.ts.
  const translate = i18n.getFixedT(i18n.language, own) as Translate<Namespace>;
  const texts = new Map<string, string>();
  return (key, parameters) => {
    const name = nameOf(key, parameters);
    const known = name === undefined ? undefined : texts.get(name);
    if (known !== undefined) return known;
    const text = parameters ? translate(key, parameters) : translate(key);
    if (name !== undefined && (!parameters || texts.size < KEPT)) texts.set(name, text);
    return text;
  };
}

/** Undefined where there is more than one parameter. */
function nameOf(key: string, parameters: Readonly<Record<string, unknown>> | undefined): string | undefined {
  if (!parameters) return key;
  const names = Object.keys(parameters);
  const [only] = names;
  if (only === undefined || names.length > 1) return undefined;
  const value = parameters[only];
  return typeof value === "number" || typeof value === "string"
    ? `${key}\n${only}\n${typeof value}\n${value}`
    : undefined;
}
