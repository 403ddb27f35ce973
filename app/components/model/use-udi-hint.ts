import { formOfUdiDi } from "~/domain/declaration/udi-di";
import { useTranslation } from "~/i18n/use-translation";

/** What looks wrong about a UDI-DI as it stands; undefined where nothing does. A hint only: the inventory may be right. */
export function useUdiHint(): (udiDi: string) => string | undefined {
  const { t } = useTranslation("model");
  return (udiDi) => {
    const form = formOfUdiDi(udiDi);
    return form === "wrong-check-digit" || form === "unknown-form" ? t(`asset.udi.${form}`) : undefined;
  };
}
