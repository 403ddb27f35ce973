import { Form } from "@remix-run/react";
import { useTranslation } from "~/i18n/use-translation";
import { paths } from "~/paths";
import { Icon } from "../icon";
import { Menu } from "./menu";
import { ThemeSwitch } from "./theme-switch";
import type { Theme, Viewer } from "./viewer";

/** Who one is here, the colours, and the way out. */
export function PersonMenu({ viewer, theme }: { viewer: Viewer; theme: Theme }) {
  const { t } = useTranslation("shell");
  return (
    <Menu
      className="menu-end"
      label={t("shell:person.label", { name: viewer.name })}
      summary={
        <span className="person">
          <Icon name="user" />
          <span className="person-name">{viewer.name}</span>
          <Icon name="chevron-down" />
        </span>
      }
    >
      <div className="menu-head">
        <p className="menu-name">{viewer.name}</p>
        <p className="menu-detail">{viewer.email}</p>
        {viewer.roles.length > 0 ? (
          <p className="menu-detail">
            <span className="sr-only">{t("shell:person.roles")}: </span>
            {viewer.roles.map((role) => t(`components:role.${role}`)).join(", ")}
          </p>
        ) : null}
      </div>
      <ThemeSwitch theme={theme} />
      <Form method="post" action={paths.signOut()} reloadDocument>
        <button type="submit" className="menu-entry">
          <Icon name="logout" />
          <span>{t("shell:person.signOut")}</span>
        </button>
      </Form>
    </Menu>
  );
}
