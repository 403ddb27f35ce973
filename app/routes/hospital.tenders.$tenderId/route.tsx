import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { type MetaFunction, useLoaderData, useSearchParams } from "@remix-run/react";
import { revalidateAfterRefusal } from "~/components/after-refusal";
import { Callout } from "~/components/callout";
import { useOutcome } from "~/components/not-sent/use-outcome";
import { Page } from "~/components/page";
import { SupplierMatrix } from "~/components/tender/supplier-matrix";
import { TemplateForm } from "~/components/tender/template-form";
import { TenderActions } from "~/components/tender/tender-actions";
import { TenderFacts, TenderProgress } from "~/components/tender/tender-progress";
import { TenderBadge } from "~/components/tender/tender-table";
import { readForm, respond } from "~/http/respond.server";
import { pageTitle } from "~/i18n/page-title";
import { useTranslation } from "~/i18n/use-translation";
import { paths } from "~/paths";
import { presentTender } from "~/presenters/present-tender.server";
import { saveRequestTemplate } from "~/use-cases/request-templates/save-request-template.server";
import { closeTender } from "~/use-cases/tenders/close-tender.server";
import { remindTender } from "~/use-cases/tenders/remind-tender.server";
import { rescheduleTender } from "~/use-cases/tenders/reschedule-tender.server";

export const meta: MetaFunction<typeof loader> = ({ data: page, matches }) =>
  pageTitle(matches, (t) => page?.name ?? t("tender:page.pageTitle"));

export const loader = (args: LoaderFunctionArgs) =>
  respond(args, (caller) => presentTender(caller, args.params.tenderId ?? ""));

/** What a tender can be told, by the name of its form. */
const DONE = ["remind", "reschedule", "close", "save-template"] as const;

export async function action(args: ActionFunctionArgs) {
  const { intent, ...values } = await readForm(args.request);
  const input = { ...values, tenderId: args.params.tenderId ?? "" };
  const outcome = await respond(args, async (caller) => {
    if (intent === "save-template") return saveRequestTemplate(caller, input);
    if (intent === "reschedule") return rescheduleTender(caller, input);
    return intent === "close" ? closeTender(caller, input) : remindTender(caller, input);
  });
  if (outcome.ok) return redirect(`${paths.tender(input.tenderId)}?done=${String(intent)}`, 303);
  return data({ refusal: outcome.refusal }, { status: 422 });
}

export const shouldRevalidate = revalidateAfterRefusal;

export default function TenderPage() {
  const { t } = useTranslation("tender");
  const page = useLoaderData<typeof loader>();
  const refusal = useOutcome<typeof action>()?.refusal;
  const fields = refusal?.code === "invalid-input" ? refusal.fields : {};
  const [search] = useSearchParams();
  const done = DONE.find((intent) => intent === search.get("done"));
  return (
    <Page
      title={page.name}
      breadcrumb={[{ label: t("page.breadcrumb"), to: paths.tenders() }]}
      badge={<TenderBadge state={page.state} />}
      width="full"
    >
      {refusal && refusal.code !== "invalid-input" ? (
        <Callout tone="danger" live>
          {t(`refusal.${refusal.code}`)}
        </Callout>
      ) : null}
      {done && !refusal ? (
        <Callout tone="success" live>
          {t(`${done}.done`)}
        </Callout>
      ) : null}
      <TenderProgress progress={page.progress} />
      <SupplierMatrix lots={page.lots} suppliers={page.suppliers} />
      <TenderFacts tender={page} />
      <TenderActions tender={page} fields={fields} />
      {page.mayKeep ? <TemplateForm name={page.name} days={page.days} fields={fields} /> : null}
    </Page>
  );
}
