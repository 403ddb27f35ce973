import type { i18n, TFunction } from "i18next";
import { useTranslation as useNamespaces } from "react-i18next";
import { NAMESPACES, type Namespace } from "./resources";

type Translation<Own extends Namespace> = {
  i18n: i18n;
  t: TFunction<readonly [Own, ...ReadonlyArray<Namespace>]>;
};

/**
 * The texts of one namespace by their bare key, those of any other by `namespace:key`. Keys are checked when
 * compiling.
 */
export function useTranslation<Own extends Namespace>(own: Own): Translation<Own> {
  const { t, i18n } = useNamespaces([own, ...NAMESPACES]);
  // The library types a list of namespaces by its first; all are in the bundle.
  return { i18n, t: t as unknown as Translation<Own>["t"] };
}
