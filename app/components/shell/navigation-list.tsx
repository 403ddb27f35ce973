import { useTranslation } from "~/i18n/use-translation";
import { navigationOf } from "./navigation";
import { NavigationLink } from "./navigation-link";
import type { Viewer } from "./viewer";

/** Every place at once, one below the other, for a narrow screen. */
export function NavigationList({ viewer }: { viewer: Viewer | null }) {
  const { t } = useTranslation("shell");
  return (
    <nav aria-label={t("navigation.label")}>
      <ul className="navigation">
        {navigationOf(viewer).map((place) =>
          "entries" in place ? (
            <li key={place.key} className="navigation-group">
              <span className="menu-title">{t(`navigation.${place.key}`)}</span>
              <ul>
                {place.entries.map((entry) => (
                  <li key={entry.key}>
                    <NavigationLink entry={entry} />
                  </li>
                ))}
              </ul>
            </li>
          ) : (
            <li key={place.key}>
              <NavigationLink entry={place} />
            </li>
          ),
        )}
      </ul>
    </nav>
  );
}
