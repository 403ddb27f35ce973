import type { i18n } from "i18next";
import { useTranslation as useNamespaces } from "react-i18next";
import type { Translate } from "./keys";
import { NAMESPACES, type Namespace } from "./resources";

type Translation<Own extends Namespace> = {
  i18n: i18n;
  t: Translate<Own>;
};

/**
 * The texts of one namespace by their bare key, those of any other by `namespace:key`. Keys are checked when
 * compiling.
 */
export function useTranslation<Own extends Namespace>(own: Own): Translation<Own> {
  const { t, i18n } = useNamespaces([own, ...NAMESPACES]);
  // Our keys instead of the library's: see keys.ts.
  return { i18n, t: t as Translate<Own> };
}
