import type { LoaderFunctionArgs } from "@remix-run/node";
import { type MetaFunction, useLoaderData } from "@remix-run/react";
import { Callout } from "~/components/callout";
import { CatalogueFilter } from "~/components/catalogue/catalogue-filter";
import { CatalogueRows } from "~/components/catalogue/catalogue-rows";
import { CatalogueSources } from "~/components/catalogue/catalogue-sources";
import { EmptyState } from "~/components/empty-state";
import { Page } from "~/components/page";
import { Section } from "~/components/section";
import { respondOpenly } from "~/http/respond.server";
import { pageTitle } from "~/i18n/page-title";
import { useTranslation } from "~/i18n/use-translation";
import { paths } from "~/paths";
import { presentStandard, readStandardFilter } from "~/presenters/present-standard.server";

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  pageTitle(matches, (t) => t("catalogue:standardPageTitle", { designation: data?.designation ?? "" }));

export const loader = (args: LoaderFunctionArgs) =>
  respondOpenly(args, async () =>
    presentStandard(args.params.standardId ?? "", readStandardFilter(new URL(args.request.url).searchParams)),
  );

export default function StandardPage() {
  const { t } = useTranslation("catalogue");
  const page = useLoaderData<typeof loader>();
  return (
    <Page
      title={`${page.designation} · ${page.edition}`}
      description={page.subject}
      breadcrumb={[{ label: t("title"), to: paths.catalogue() }]}
    >
      <Callout tone="info" title={t("notice")}>
        {page.notice}
      </Callout>
      <CatalogueFilter
        standardId={page.id}
        filter={page.filter}
        hasLevels={page.hasLevels}
        hasComponentTypes={page.hasComponentTypes}
      />
      <p>{t("shown", { count: page.shown, total: page.total })}</p>
      {page.groups.length === 0 ? <EmptyState title={t("nothing")}>{t("nothingText")}</EmptyState> : null}
      {page.groups.map((group) => (
        <Section key={group.id} title={group.title} id={group.id}>
          <CatalogueRows
            caption={t("groupCaption", { group: group.title })}
            rows={group.rows}
            hasLevels={page.hasLevels}
            hasComponentTypes={page.hasComponentTypes}
          />
        </Section>
      ))}
      <Section title={t("sources")} id="sources">
        <CatalogueSources sources={page.sources} />
      </Section>
    </Page>
  );
}
