import { useLocation } from "@remix-run/react";
import { useTranslation } from "~/i18n/use-translation";
import { classNames } from "../class-names";
import { Icon } from "../icon";
import { Menu } from "./menu";
import { type NavigationGroup, navigationOf } from "./navigation";
import { NavigationLink } from "./navigation-link";
import type { Viewer } from "./viewer";

/** The places in one row; those that belong together open from one word. */
export function NavigationBar({ viewer }: { viewer: Viewer | null }) {
  const { t } = useTranslation("shell");
  return (
    <nav aria-label={t("navigation.label")}>
      <ul className="navigation">
        {navigationOf(viewer).map((place) => (
          <li key={place.key} className={place.key === "catalogue" ? "navigation-break" : undefined}>
            {"entries" in place ? <Group group={place} /> : <NavigationLink entry={place} />}
          </li>
        ))}
      </ul>
    </nav>
  );
}

function Group({ group }: { group: NavigationGroup }) {
  const { t } = useTranslation("shell");
  const { pathname } = useLocation();
  const here = group.entries.find(({ to }) => pathname === to || pathname.startsWith(`${to}/`));
  return (
    <Menu
      className={classNames("navigation-menu", here && "is-here")}
      label={
        here
          ? t("navigation.groupHere", {
              group: t(`navigation.${group.key}`),
              place: t(`navigation.${here.key}`),
            })
          : undefined
      }
      summary={
        <>
          {t(`navigation.${group.key}`)}
          <Icon name="chevron-down" />
        </>
      }
    >
      <ul>
        {group.entries.map((entry) => (
          <li key={entry.key}>
            <NavigationLink entry={entry} />
          </li>
        ))}
      </ul>
    </Menu>
  );
}
