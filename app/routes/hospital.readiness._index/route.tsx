import type { LoaderFunctionArgs } from "@remix-run/node";
import { type MetaFunction, useLoaderData, useSearchParams } from "@remix-run/react";
import { ButtonLink } from "~/components/button-link";
import { Page } from "~/components/page";
import { HOSPITAL_PLACES } from "~/components/readiness/fact-place";
import { ReadinessSections } from "~/components/readiness/readiness-sections";
import type { HospitalFact } from "~/domain/readiness/hospital-rules";
import { respond } from "~/http/respond.server";
import { pageTitle } from "~/i18n/page-title";
import { useTranslation } from "~/i18n/use-translation";
import { paths } from "~/paths";
import { presentReadiness } from "~/presenters/present-readiness.server";

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, (t) => t("readiness:pageTitle"));

export const loader = (args: LoaderFunctionArgs) => {
  const of = new URL(args.request.url).searchParams.get("of");
  return respond(args, (caller) => presentReadiness(caller, of));
};

export default function ReadinessPage() {
  const { t } = useTranslation("readiness");
  const page = useLoaderData<typeof loader>();
  const [search] = useSearchParams();
  const of = search.get("of") ?? undefined;
  return (
    <Page
      title={t("title")}
      description={t("description")}
      width="full"
      actions={
        <ButtonLink to={paths.readinessFile("readiness.xlsx", { of })} reloadDocument icon="download">
          {t("xlsx")}
        </ButtonLink>
      }
    >
      <ReadinessSections
        {...page}
        // The rules of a hospital look at facts of a hospital alone.
        factHref={(fact) => HOSPITAL_PLACES[fact as HospitalFact]}
        rowHref={(id) => paths.measure(null, id)}
      />
    </Page>
  );
}
