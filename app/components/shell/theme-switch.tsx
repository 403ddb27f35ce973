import { useFetcher, useLocation } from "@remix-run/react";
import { useTranslation } from "~/i18n/use-translation";
import { paths } from "~/paths";
import { Icon, type IconName } from "../icon";
import { THEMES, type Theme } from "./viewer";

const ICONS: Readonly<Record<Theme, IconName>> = { light: "sun", dark: "moon", system: "device" };

/** Kept in a cookie, so that the server already writes the right colours and nothing flashes. */
export function ThemeSwitch({ theme }: { theme: Theme }) {
  const { t } = useTranslation("shell");
  const { pathname, search } = useLocation();
  const fetcher = useFetcher({ key: "theme" });
  return (
    <fetcher.Form method="post" action={paths.preferences()} className="theme-switch">
      <fieldset>
        <legend>{t("theme.label")}</legend>
        <input type="hidden" name="returnTo" value={pathname + search} />
        <div className="theme-choices">
          {THEMES.map((choice) => (
            <button
              key={choice}
              type="submit"
              name="theme"
              value={choice}
              aria-pressed={choice === theme}
              className="button button-quiet button-small"
            >
              <Icon name={ICONS[choice]} />
              <span>{t(`theme.${choice}`)}</span>
            </button>
          ))}
        </div>
      </fieldset>
    </fetcher.Form>
  );
}
