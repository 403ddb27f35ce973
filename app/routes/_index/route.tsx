import { type LoaderFunctionArgs, redirect } from "@remix-run/node";
import type { MetaFunction } from "@remix-run/react";
import { ButtonLink } from "~/components/button-link";
import { LevelStrip } from "~/components/level-strip";
import { LevelStripLegend } from "~/components/level-strip-legend";
import { Page } from "~/components/page";
import { Panel } from "~/components/panel";
import { fromLevels } from "~/domain/security-level/security-level";
import { respondOpenly } from "~/http/respond.server";
import { findSignedIn } from "~/http/session.server";
import { pageTitle } from "~/i18n/page-title";
import { useTranslation } from "~/i18n/use-translation";
import { paths } from "~/paths";

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, (t) => t("account:home.pageTitle"));

export async function loader(args: LoaderFunctionArgs) {
  const signedIn = await respondOpenly(args, () => findSignedIn(args.request, args.context));
  if (signedIn?.acting)
    throw redirect(signedIn.acting.organisationKind === "hospital" ? paths.hospital() : paths.supplier());
  return null;
}

/** An example to look at, not somebody's product: three levels reached, one only with a countermeasure, one gap. */
const EXAMPLE = {
  target: fromLevels([2, 2, 3, 2, 3, 2, 3]),
  reached: fromLevels([2, 2, 3, 2, 1, 2, 3]),
  withCountermeasures: fromLevels([2, 2, 3, 2, 2, 2, 3]),
};

export default function HomePage() {
  const { t } = useTranslation("account");
  return (
    <Page
      title={t("home.title")}
      description={t("home.lead")}
      actions={
        <>
          <ButtonLink variant="primary" to={paths.signIn()}>
            {t("home.signIn")}
          </ButtonLink>
          <ButtonLink to={paths.catalogue()}>{t("home.catalogue")}</ButtonLink>
        </>
      }
    >
      <Panel title={t("home.stripTitle")} description={t("home.strip")}>
        <div className="grid gap-4">
          <LevelStrip {...EXAMPLE} size="large" labels />
          <LevelStripLegend />
        </div>
      </Panel>
      <div className="grid gap-4 md:grid-cols-3">
        <Panel title={t("home.hospitalTitle")}>
          <p>{t("home.hospital")}</p>
        </Panel>
        <Panel title={t("home.supplierTitle")}>
          <p>{t("home.supplier")}</p>
        </Panel>
        <Panel title={t("home.procurementTitle")}>
          <p>{t("home.procurement")}</p>
        </Panel>
      </div>
    </Page>
  );
}
