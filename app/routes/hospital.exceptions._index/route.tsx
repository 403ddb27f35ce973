import type { LoaderFunctionArgs } from "@remix-run/node";
import { type MetaFunction, useLoaderData } from "@remix-run/react";
import { ButtonLink } from "~/components/button-link";
import { EmptyState } from "~/components/empty-state";
import { ExceptionTable } from "~/components/exception/exception-table";
import { FilterChips } from "~/components/filter-chips";
import { Page } from "~/components/page";
import { NextPage } from "~/components/procurement/next-page";
import { Section } from "~/components/section";
import { TIME_SPANS } from "~/domain/management/time-spans";
import { EXCEPTION_STANDINGS } from "~/domain/procurement/exception-review";
import { respond } from "~/http/respond.server";
import { pageTitle } from "~/i18n/page-title";
import { useTranslation } from "~/i18n/use-translation";
import { paths } from "~/paths";
import { presentExceptions } from "~/presenters/present-exceptions.server";

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, (t) => t("exception:pageTitle"));

export const loader = (args: LoaderFunctionArgs) => {
  const search = new URL(args.request.url).searchParams;
  const query = {
    state: search.get("state"),
    age: search.get("age"),
    left: search.get("left"),
    after: search.get("page"),
  };
  return respond(args, (caller) => presentExceptions(caller, query));
};

export default function ExceptionsPage() {
  const { t } = useTranslation("exception");
  const { mine, exceptions, filter, next } = useLoaderData<typeof loader>();
  const toMatrix = <ButtonLink to={paths.matrix()}>{t("list.toMatrix")}</ButtonLink>;
  return (
    <Page title={t("title")} description={t("description")} actions={toMatrix}>
      {mine.length > 0 ? (
        <Section title={t("list.mine")}>
          <ExceptionTable caption={t("list.mineCaption")} exceptions={mine} hasCalls />
        </Section>
      ) : null}
      <Section title={t("list.all")}>
        <FilterChips
          label={t("list.state")}
          param="state"
          options={EXCEPTION_STANDINGS.map((standing) => ({
            value: standing,
            label: standing === "expiring" ? t("list.expiring") : t(`standing.${standing}`),
          }))}
        />
        {(["age", "left"] as const).map((param) => (
          <FilterChips
            key={param}
            label={t(`management:exceptions.${param}`)}
            param={param}
            options={TIME_SPANS.map((span) => ({ value: span, label: t(`management:span.${span}`) }))}
          />
        ))}
        <ExceptionTable
          caption={t("list.caption")}
          exceptions={exceptions}
          empty={
            filter.state === null ? (
              <EmptyState title={t("list.none")} action={toMatrix}>
                {t("list.noneText")}
              </EmptyState>
            ) : (
              <p className="text-muted">{t("list.noneMatch")}</p>
            )
          }
        />
        <NextPage after={next}>{t("list.next")}</NextPage>
      </Section>
    </Page>
  );
}
