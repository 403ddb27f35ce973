import { type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { type MetaFunction, useLoaderData } from "@remix-run/react";
import { ButtonLink } from "~/components/button-link";
import { FilterChips } from "~/components/filter-chips";
import { Page } from "~/components/page";
import { DecisionTable } from "~/components/procurement/decision-table";
import { NextPage } from "~/components/procurement/next-page";
import { ViewBar } from "~/components/saved-views/view-bar";
import { DECISION_KINDS } from "~/domain/procurement/decision";
import { respond } from "~/http/respond.server";
import { pageTitle } from "~/i18n/page-title";
import { useTranslation } from "~/i18n/use-translation";
import { paths } from "~/paths";
import { presentDecisions } from "~/presenters/present-decisions.server";
import { defaultSearchOf, viewsOfPage } from "~/presenters/saved-views.server";

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, (t) => t("decision:pageTitle"));

export const loader = (args: LoaderFunctionArgs) => {
  const search = new URL(args.request.url).searchParams;
  const query = {
    kind: search.get("kind"),
    review: search.get("review"),
    conditions: search.get("conditions"),
    since: search.get("since"),
    after: search.get("page"),
  };
  return respond(args, async (caller) => {
    const standard = await defaultSearchOf(caller, "decisions", search);
    if (standard) throw redirect(`${paths.decisions()}${standard}`);
    return {
      ...(await presentDecisions(caller, query)),
      saved: await viewsOfPage(caller, "decisions", search),
    };
  });
};

export default function DecisionsPage() {
  const { t } = useTranslation("decision");
  const { decisions, next, saved } = useLoaderData<typeof loader>();
  return (
    <Page
      title={t("title")}
      description={t("description")}
      actions={<ButtonLink to={paths.matrix()}>{t("list.toMatrix")}</ButtonLink>}
    >
      <ViewBar {...saved} />
      <FilterChips
        label={t("list.kind")}
        param="kind"
        options={DECISION_KINDS.map((kind) => ({ value: kind, label: t(`kind.${kind}`) }))}
      />
      <FilterChips
        label={t("list.review")}
        param="review"
        options={[{ value: "needed", label: t("list.needsReview") }]}
      />
      <FilterChips
        label={t("list.conditions")}
        param="conditions"
        options={[{ value: "open", label: t("list.openConditions") }]}
      />
      <FilterChips
        label={t("list.since")}
        param="since"
        options={[{ value: "week", label: t("list.lastWeek") }]}
      />
      <DecisionTable decisions={decisions} />
      <NextPage after={next}>{t("list.next")}</NextPage>
    </Page>
  );
}
