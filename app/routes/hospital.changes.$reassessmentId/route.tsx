import type { LoaderFunctionArgs } from "@remix-run/node";
import { type MetaFunction, useLoaderData } from "@remix-run/react";
import { Callout } from "~/components/callout";
import { DateText } from "~/components/date-text";
import { EmptyState } from "~/components/empty-state";
import { FilterChips } from "~/components/filter-chips";
import { Link } from "~/components/link";
import { Page } from "~/components/page";
import { NextPage } from "~/components/procurement/next-page";
import { useByText, useCauseText } from "~/components/reassessment/cause-text";
import { ChangeTable } from "~/components/reassessment/change-table";
import { respond } from "~/http/respond.server";
import { pageTitle } from "~/i18n/page-title";
import { useTranslation } from "~/i18n/use-translation";
import { paths } from "~/paths";
import { presentReassessment } from "~/presenters/present-reassessment.server";

export const meta: MetaFunction = ({ matches }) =>
  pageTitle(matches, (t) => t("reassessment:page.pageTitle"));

export const loader = (args: LoaderFunctionArgs) => {
  const search = new URL(args.request.url).searchParams;
  const after = Number(search.get("page") ?? Number.NaN);
  const query = { kind: search.get("kind"), after: Number.isSafeInteger(after) ? after : null };
  return respond(args, (caller) => presentReassessment(caller, args.params.reassessmentId ?? "", query));
};

export default function ReassessmentPage() {
  const { t } = useTranslation("reassessment");
  const { reassessment, changes, listed, kinds, filter, next } = useLoaderData<typeof loader>();
  const causeText = useCauseText();
  const byText = useByText();
  const { assessed, changed, at } = reassessment;
  return (
    <Page
      title={causeText(reassessment)}
      description={t("page.counts", { count: assessed, changed })}
      breadcrumb={[{ label: t("title"), to: paths.changes() }]}
    >
      <p className="text-muted">
        <DateText value={at} time /> · {byText(reassessment)}
      </p>
      {changed === 0 ? (
        <EmptyState title={t("page.nothing")} icon="check-circle">
          {t("page.nothingText")}
        </EmptyState>
      ) : (
        <>
          {listed < changed ? (
            <Callout tone="info" action={<Link to={paths.matrix()}>{t("page.matrix")}</Link>}>
              {t("page.cut", { listed, changed })}
            </Callout>
          ) : null}
          <FilterChips
            label={t("page.show")}
            param="kind"
            options={kinds.map((kind) => ({ value: kind, label: t(`page.filter.${kind}`) }))}
          />
          <ChangeTable
            changes={changes}
            empty={filter.kind ? <p className="text-muted">{t("page.noneMatch")}</p> : null}
          />
        </>
      )}
      <NextPage after={next === null ? null : String(next)}>{t("page.next")}</NextPage>
    </Page>
  );
}
