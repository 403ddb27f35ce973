import type { LoaderFunctionArgs } from "@remix-run/node";
import { type MetaFunction, useLoaderData } from "@remix-run/react";
import { ButtonLink } from "~/components/button-link";
import { CountermeasureTable } from "~/components/countermeasure/countermeasure-table";
import { EmptyState } from "~/components/empty-state";
import { FilterChips } from "~/components/filter-chips";
import { Page } from "~/components/page";
import { NextPage } from "~/components/procurement/next-page";
import { STANDINGS } from "~/domain/countermeasure/countermeasure";
import { respond } from "~/http/respond.server";
import { pageTitle } from "~/i18n/page-title";
import { useTranslation } from "~/i18n/use-translation";
import { paths } from "~/paths";
import { presentCountermeasures } from "~/presenters/present-countermeasures.server";

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, (t) => t("countermeasure:pageTitle"));

export const loader = (args: LoaderFunctionArgs) => {
  const search = new URL(args.request.url).searchParams;
  const query = { state: search.get("state"), model: search.get("model"), after: search.get("page") };
  return respond(args, (caller) => presentCountermeasures(caller, query));
};

export default function CountermeasuresPage() {
  const { t } = useTranslation("countermeasure");
  const { countermeasures, models, filter, next, mayPropose, canPropose } = useLoaderData<typeof loader>();
  const propose =
    mayPropose && canPropose ? (
      <ButtonLink to={paths.newCountermeasure()} variant="primary" icon="plus">
        {t("propose")}
      </ButtonLink>
    ) : undefined;
  const isFiltered = filter.state !== null || filter.modelId !== null;
  const toModels = <ButtonLink to={paths.models()}>{t("list.toModels")}</ButtonLink>;
  return (
    <Page title={t("title")} description={t("description")} actions={propose}>
      <FilterChips
        label={t("list.state")}
        param="state"
        options={STANDINGS.map((standing) => ({
          value: standing,
          label: standing === "expiring" ? t("list.expiring") : t(`standing.${standing}`),
        }))}
      />
      {models.length > 1 ? (
        <FilterChips
          label={t("list.model")}
          param="model"
          options={models.map(({ id, name }) => ({ value: id, label: name }))}
        />
      ) : null}
      <CountermeasureTable
        countermeasures={countermeasures}
        empty={
          isFiltered ? (
            <p className="text-muted">{t("list.noneMatch")}</p>
          ) : (
            <EmptyState title={t("list.none")} action={canPropose ? propose : toModels}>
              <p>{t("list.noneText")}</p>
              {canPropose ? null : <p>{t("list.noModel")}</p>}
            </EmptyState>
          )
        }
      />
      <NextPage after={next}>{t("list.next")}</NextPage>
    </Page>
  );
}
