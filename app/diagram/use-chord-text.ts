import { useTranslation } from "~/i18n/use-translation";
import type { Chord } from "./shortcuts";

const NAMED = {
  " ": "space",
  ArrowLeft: "left",
  ArrowRight: "right",
  ArrowUp: "up",
  ArrowDown: "down",
  Enter: "enter",
  Escape: "escape",
  Delete: "delete",
  Backspace: "backspace",
  Home: "home",
  ContextMenu: "menu",
} as const;

/** A key in words: `Ctrl+Shift+Z`. */
export function useChordText() {
  const { t } = useTranslation("diagram");
  return ({ key, mod, shift, alt }: Chord): string =>
    [
      ...(mod ? [t("key.mod")] : []),
      ...(alt ? [t("key.alt")] : []),
      ...(shift ? [t("key.shift")] : []),
      isNamed(key) ? t(`key.${NAMED[key]}`) : key.toUpperCase(),
    ].join("+");
}

function isNamed(key: string): key is keyof typeof NAMED {
  return key in NAMED;
}
