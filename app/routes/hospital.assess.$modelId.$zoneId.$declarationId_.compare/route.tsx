import type { LoaderFunctionArgs } from "@remix-run/node";
import { type MetaFunction, useLoaderData } from "@remix-run/react";
import { ComparisonForm } from "~/components/assessment/comparison-form";
import { ComparisonView } from "~/components/assessment/comparison-view";
import { Callout } from "~/components/callout";
import { EmptyState } from "~/components/empty-state";
import { Page } from "~/components/page";
import { respond } from "~/http/respond.server";
import { pageTitle } from "~/i18n/page-title";
import { useTranslation } from "~/i18n/use-translation";
import { paths } from "~/paths";
import { presentComparison } from "~/presenters/present-comparison.server";

export const meta: MetaFunction = ({ matches }) =>
  pageTitle(matches, (t) => t("questions:comparison.pageTitle"));

export const loader = (args: LoaderFunctionArgs) => {
  const { modelId = "", zoneId = "", declarationId = "" } = args.params;
  const search = new URL(args.request.url).searchParams;
  const query = {
    with: search.get("with"),
    revision: search.get("revision"),
    on: search.get("on"),
    toRevision: search.get("toRevision"),
    toOn: search.get("toOn"),
  };
  return respond(args, (caller) => presentComparison(caller, { modelId, zoneId, declarationId }, query));
};

export default function ComparisonPage() {
  const { t } = useTranslation("questions");
  const page = useLoaderData<typeof loader>();
  const { ids, before, after, changes } = page;
  const unknown = [before, after].flatMap(({ zone, revisionNumber }) =>
    zone === "targeted" ? [] : [t(`comparison.state.${zone}`, { number: revisionNumber })],
  );
  return (
    <Page
      title={t("comparison.title", { product: after.productName, zone: page.zoneName })}
      description={t("comparison.description")}
      breadcrumb={[
        { label: t("assessment:matrix.title"), to: paths.matrix({ model: ids.modelId }) },
        {
          label: t("assessment:pageTitle"),
          to: paths.assessment(ids.modelId, ids.zoneId, ids.declarationId),
        },
      ]}
    >
      <ComparisonForm
        key={`${before.declarationId} ${before.revisionNumber} ${before.asOf} ${after.revisionNumber} ${after.asOf}`}
        before={before}
        after={after}
        choices={page.choices}
      />
      {[...new Set(unknown)].map((sentence) => (
        <Callout key={sentence} tone="warning">
          {sentence}
        </Callout>
      ))}
      {page.isSame ? <EmptyState title={t("comparison.same")}>{t("comparison.sameText")}</EmptyState> : null}
      {changes && !page.isSame ? <ComparisonView before={before} after={after} changes={changes} /> : null}
    </Page>
  );
}
