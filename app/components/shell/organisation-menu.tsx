import { Form } from "@remix-run/react";
import { useTranslation } from "~/i18n/use-translation";
import { paths } from "~/paths";
import { Icon } from "../icon";
import { Menu } from "./menu";
import type { Viewer, ViewerOrganisation } from "./viewer";

/** Which organisation one acts for; a choice where there is one. */
export function OrganisationMenu({ viewer }: { viewer: Viewer }) {
  const { t } = useTranslation("shell");
  const { organisation, organisations } = viewer;
  if (!organisation) return <span className="organisation">{t("organisation.none")}</span>;
  const others = organisations.filter(({ id }) => id !== organisation.id);
  if (others.length === 0) {
    return (
      <span className="organisation" title={t("organisation.current", { name: organisation.name })}>
        <Icon name={iconOf(organisation)} />
        <span className="organisation-name">{organisation.name}</span>
      </span>
    );
  }
  return (
    <Menu
      label={t("organisation.current", { name: organisation.name })}
      summary={
        <span className="organisation">
          <Icon name={iconOf(organisation)} />
          <span className="organisation-name">{organisation.name}</span>
          <Icon name="chevron-down" />
        </span>
      }
    >
      <Form method="post" action={paths.switchOrganisation()} reloadDocument>
        <p className="menu-title">{t("organisation.switch")}</p>
        {others.map((other) => (
          <button key={other.id} type="submit" name="organisationId" value={other.id} className="menu-entry">
            <Icon name={iconOf(other)} />
            <span>{other.name}</span>
          </button>
        ))}
      </Form>
    </Menu>
  );
}

function iconOf({ kind }: ViewerOrganisation): "building" | "product" {
  return kind === "hospital" ? "building" : "product";
}
