import { NavLink } from "@remix-run/react";
import { useTranslation } from "~/i18n/use-translation";
import type { NavigationEntry } from "./navigation";

export function NavigationLink({ entry }: { entry: NavigationEntry }) {
  const { t } = useTranslation("shell");
  return (
    <NavLink to={entry.to} end={entry.end} prefetch="intent" className="navigation-link">
      {t(`navigation.${entry.key}`)}
    </NavLink>
  );
}
