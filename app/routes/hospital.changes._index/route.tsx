import type { LoaderFunctionArgs } from "@remix-run/node";
import { type MetaFunction, useLoaderData } from "@remix-run/react";
import { EmptyState } from "~/components/empty-state";
import { FilterChips } from "~/components/filter-chips";
import { Page } from "~/components/page";
import { NextPage } from "~/components/procurement/next-page";
import { ReassessmentTable } from "~/components/reassessment/reassessment-table";
import { respond } from "~/http/respond.server";
import { pageTitle } from "~/i18n/page-title";
import { useTranslation } from "~/i18n/use-translation";
import { presentReassessments } from "~/presenters/present-reassessments.server";

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, (t) => t("reassessment:pageTitle"));

export const loader = (args: LoaderFunctionArgs) => {
  const search = new URL(args.request.url).searchParams;
  const query = {
    ...{ cause: search.get("cause"), results: search.get("results"), since: search.get("since") },
    after: search.get("page"),
  };
  return respond(args, (caller) => presentReassessments(caller, query));
};

export default function ReassessmentsPage() {
  const { t } = useTranslation("reassessment");
  const { reassessments, causes, filter, next } = useLoaderData<typeof loader>();
  const isFiltered = filter.cause !== null || filter.onlyChanged || filter.isRecent;
  return (
    <Page title={t("title")} description={t("description")}>
      <FilterChips
        label={t("list.kind")}
        param="cause"
        options={causes.map((cause) => ({ value: cause, label: t(`kind.${cause}`) }))}
      />
      <FilterChips
        label={t("list.results")}
        param="results"
        options={[{ value: "changed", label: t("list.onlyChanged") }]}
      />
      <FilterChips
        label={t("list.since")}
        param="since"
        options={[{ value: "week", label: t("list.thisWeek") }]}
      />
      <ReassessmentTable
        reassessments={reassessments}
        empty={
          isFiltered ? (
            <p className="text-muted">{t("list.noneMatch")}</p>
          ) : (
            <EmptyState title={t("list.none")} icon="history">
              {t("list.noneText")}
            </EmptyState>
          )
        }
      />
      <NextPage after={next}>{t("list.next")}</NextPage>
    </Page>
  );
}
