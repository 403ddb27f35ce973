import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { type MetaFunction, useLoaderData } from "@remix-run/react";
import { revalidateAfterRefusal } from "~/components/after-refusal";
import { ReplayPanel } from "~/components/assessment/replay-panel";
import { ButtonLink } from "~/components/button-link";
import { Callout } from "~/components/callout";
import { LawPanel } from "~/components/law/law-panel";
import { useOutcome } from "~/components/not-sent/use-outcome";
import { Page } from "~/components/page";
import { DecisionBadge } from "~/components/procurement/badges";
import { ConditionList } from "~/components/procurement/condition-list";
import { DecisionFacts } from "~/components/procurement/decision-facts";
import { DecisionHistory } from "~/components/procurement/decision-history";
import { EvidencePackPanel } from "~/components/procurement/evidence-pack-panel";
import { FindingList } from "~/components/procurement/finding-list";
import { ReceiptPanel } from "~/components/procurement/receipt-panel";
import { CountermeasureList, ResultList } from "~/components/procurement/result-list";
import { ReviewCallout } from "~/components/procurement/review-callout";
import { StripsPanel } from "~/components/procurement/strips-panel";
import { SupersededNote } from "~/components/procurement/superseded-note";
import { WithdrawalNote } from "~/components/procurement/withdrawal-note";
import { Section } from "~/components/section";
import { StateBadge } from "~/components/state-badge";
import { readForm, respond } from "~/http/respond.server";
import { pageTitle } from "~/i18n/page-title";
import { useTranslation } from "~/i18n/use-translation";
import { paths } from "~/paths";
import { presentDecision } from "~/presenters/present-decision.server";
import { completeCondition } from "~/use-cases/decisions/complete-condition.server";

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, (t) => t("decision:page.pageTitle"));

export const loader = (args: LoaderFunctionArgs) => {
  const search = new URL(args.request.url).searchParams;
  const query = { show: search.get("show"), by: search.get("by"), historyAfter: search.get("page") };
  return respond(args, (caller) => presentDecision(caller, args.params.decisionId ?? "", query));
};

/** The only change here: a condition is met. */
export async function action(args: ActionFunctionArgs) {
  const { decisionId = "" } = args.params;
  const values = await readForm(args.request);
  const outcome = await respond(args, (caller) => completeCondition(caller, { ...values, decisionId }));
  if (outcome.ok) return redirect(paths.decision(decisionId), 303);
  return data({ refusal: outcome.refusal, values }, { status: 422 });
}

export const shouldRevalidate = revalidateAfterRefusal;

export default function DecisionPage() {
  const { t } = useTranslation("decision");
  const page = useLoaderData<typeof loader>();
  const outcome = useOutcome<typeof action>();
  const refusal = outcome?.refusal;
  const fields = refusal?.code === "invalid-input" ? refusal.fields : {};
  return (
    <Page
      title={t("page.title", { product: page.productName, zone: page.zoneName })}
      description={t("page.supplier", { supplier: page.supplierName, release: page.releaseVersion })}
      breadcrumb={[{ label: t("title"), to: paths.decisions() }]}
      badge={
        <>
          <DecisionBadge kind={page.kind} />
          {page.review?.state === "needs-review" ? <StateBadge state="needs-review" /> : null}
          {page.isCurrent ? null : <StateBadge state="superseded" />}
        </>
      }
    >
      {refusal && refusal.code !== "invalid-input" ? (
        <Callout tone="danger" live>
          {t(`refusal.${refusal.code}`)}
        </Callout>
      ) : null}
      {page.isCurrent ? null : <SupersededNote standingId={page.standingId} />}
      <WithdrawalNote withdrawal={page.withdrawal} />
      {page.review ? (
        <ReviewCallout
          review={page.review}
          action={
            page.fresh ? (
              <ButtonLink to={paths.assessment(page.modelId, page.zoneId, page.fresh.declarationId)}>
                {t("review.again")}
              </ButtonLink>
            ) : null
          }
        />
      ) : null}
      <DecisionFacts decision={page} />
      <ConditionList
        decisionId={page.id}
        conditions={page.conditions}
        mayComplete={page.mayComplete}
        refused={outcome && { values: outcome.values, fields }}
      />
      <LawPanel law={page.law} />
      <DecisionHistory history={page.history} olderAfter={page.olderAfter} />
      <ReceiptPanel hrefOf={(file) => paths.receiptFile(page.id, file)} />
      <EvidencePackPanel decisionId={page.id} />
      <Section title={t("page.frozen")}>
        <ReplayPanel replay={page.replay} />
        <StripsPanel slTarget={page.assessment.slTarget} slCapability={page.assessment.slCapability} />
        <CountermeasureList results={page.assessment.results} />
        <ResultList results={page.assessment.results} />
        <FindingList findings={page.findings} />
      </Section>
    </Page>
  );
}
