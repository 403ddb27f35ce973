import type { ReactNode } from "react";
import { useTranslation } from "~/i18n/use-translation";
import { paths } from "~/paths";
import { ButtonLink } from "../button-link";
import { Icon } from "../icon";
import { Link } from "../link";
import { NotSentNotice } from "../not-sent/not-sent-notice";
import { Wordmark } from "../wordmark";
import { Menu } from "./menu";
import { startOf } from "./navigation";
import { NavigationBar } from "./navigation-bar";
import { NavigationList } from "./navigation-list";
import { NavigationProgress } from "./navigation-progress";
import { OrganisationMenu } from "./organisation-menu";
import { PersonMenu } from "./person-menu";
import { ThemeSwitch } from "./theme-switch";
import type { ShellData, Theme, Viewer } from "./viewer";

/** The frame around every page: one bar above, the page below. */
export function Shell({ viewer, isDemo, hasMailbox, theme, children }: ShellData & { children: ReactNode }) {
  const { t } = useTranslation("shell");
  return (
    <>
      <a href="#content" className="skip-link">
        {t("skipToContent")}
      </a>
      <NavigationProgress />
      {isDemo ? (
        <aside className="demo-banner" aria-label={t("demo.title")}>
          <strong>{t("demo.title")}</strong> {t("demo.text")}{" "}
          {hasMailbox ? (
            <Link to={paths.demoMailbox()} className="underline">
              {t("demo.mailbox")}
            </Link>
          ) : null}
        </aside>
      ) : null}
      <header className="bar">
        <Menu className="bar-menu" label={t("navigation.menu")} summary={<Icon name="menu" size={20} />}>
          <NavigationList viewer={viewer} />
        </Menu>
        <Link to={startOf(viewer)} className="bar-home">
          <Wordmark />
        </Link>
        <div className="bar-navigation">
          <NavigationBar viewer={viewer} />
        </div>
        <div className="bar-end">
          {viewer ? <Account viewer={viewer} theme={theme} /> : <Guest theme={theme} />}
        </div>
      </header>
      <main id="content" tabIndex={-1} className="content">
        {children}
      </main>
      <footer className="footer">{t("footer.noLegalAdvice")}</footer>
      <NotSentNotice />
    </>
  );
}

function Account({ viewer, theme }: { viewer: Viewer; theme: Theme }) {
  return (
    <>
      <OrganisationMenu viewer={viewer} />
      <PersonMenu viewer={viewer} theme={theme} />
    </>
  );
}

function Guest({ theme }: { theme: Theme }) {
  const { t } = useTranslation("shell");
  return (
    <>
      <Menu className="menu-end" label={t("theme.label")} summary={<Icon name="sun" />}>
        <ThemeSwitch theme={theme} />
      </Menu>
      <ButtonLink to={paths.signIn()} variant="primary" size="small">
        {t("navigation.signIn")}
      </ButtonLink>
    </>
  );
}
