import type { LoaderFunctionArgs } from "@remix-run/node";
import { type MetaFunction, useLoaderData } from "@remix-run/react";
import { Callout } from "~/components/callout";
import { ChosenPack } from "~/components/evidence-pack/chosen-pack";
import { ExportTable } from "~/components/evidence-pack/export-table";
import { ScopeForms } from "~/components/evidence-pack/scope-forms";
import { Link } from "~/components/link";
import { Page } from "~/components/page";
import { Section } from "~/components/section";
import { respond } from "~/http/respond.server";
import { pageTitle } from "~/i18n/page-title";
import { useTranslation } from "~/i18n/use-translation";
import { paths } from "~/paths";
import { presentEvidencePacks } from "~/presenters/present-evidence-packs.server";
import { queryOf } from "../hospital.evidence-packs.file/query";

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, (t) => t("pack:page.pageTitle"));

export const loader = (args: LoaderFunctionArgs) =>
  respond(args, (caller) => presentEvidencePacks(caller, queryOf(args.request)));

export default function EvidencePacksPage() {
  const { t } = useTranslation("pack");
  const { query, models, suppliers, chosen, exports } = useLoaderData<typeof loader>();
  return (
    <Page title={t("page.title")} description={t("page.description")}>
      {chosen.state === "ready" ? <ChosenPack {...chosen} query={query} /> : null}
      {chosen.state === "gone" ? (
        <Callout tone="warning" title={t("page.gone.title")}>
          {t("page.gone.text")}
        </Callout>
      ) : null}
      <ScopeForms
        // The fields hold what was chosen, also when the address changes under them.
        key={JSON.stringify(query)}
        {...{ query, models, suppliers }}
        errors={chosen.state === "invalid" ? chosen.fields : {}}
      />
      <Section title={t("page.exports.title")}>
        <ExportTable exports={exports} />
      </Section>
      <Section title={t("page.check.title")} description={t("page.check.text")}>
        <pre className="whitespace-pre-wrap">{t("page.check.command")}</pre>
        <Link to={paths.portalKey()}>{t("panel.portalKey")}</Link>
      </Section>
    </Page>
  );
}
