import type { LoaderFunctionArgs } from "@remix-run/node";
import { type MetaFunction, useLoaderData } from "@remix-run/react";
import { FailedLetterTable } from "~/components/account/failed-letter-table";
import { Callout } from "~/components/callout";
import { FilterChips } from "~/components/filter-chips";
import { Page } from "~/components/page";
import { Panel } from "~/components/panel";
import { respond } from "~/http/respond.server";
import { pageTitle } from "~/i18n/page-title";
import { useTranslation } from "~/i18n/use-translation";
import { presentFailedLetters } from "~/presenters/present-failed-letters.server";

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, (t) => t("mail:lost.pageTitle"));

export const loader = (args: LoaderFunctionArgs) => {
  const of = new URL(args.request.url).searchParams.get("of");
  return respond(args, (caller) => presentFailedLetters(caller, { of }));
};

export default function FailedLettersPage() {
  const { t } = useTranslation("mail");
  const { letters, concerns, days, isCut } = useLoaderData<typeof loader>();
  return (
    <Page title={t("lost.title")} description={t("lost.description", { days })} width="full">
      {concerns.length > 1 ? (
        <FilterChips
          label={t("lost.concern")}
          param="of"
          options={concerns.map(({ concern, count }) => ({
            ...{ value: concern, label: t(`lost.concerns.${concern}`), count },
          }))}
        />
      ) : null}
      {isCut ? <Callout tone="info">{t("lost.more", { count: letters.length })}</Callout> : null}
      <Panel flush>
        <FailedLetterTable letters={letters} />
      </Panel>
    </Page>
  );
}
