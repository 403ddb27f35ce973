import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { type MetaFunction, useLoaderData } from "@remix-run/react";
import { revalidateAfterRefusal } from "~/components/after-refusal";
import { EvidenceUsed } from "~/components/assessment/evidence-used";
import { WaysOutPanel } from "~/components/assessment/ways-out-panel";
import { ButtonLink } from "~/components/button-link";
import { CoveredVariants } from "~/components/declaration/covered-variants";
import { DialoguePanel, useFindingQuestions } from "~/components/dialogue/pair-questions";
import { ExceptionPanel } from "~/components/exception/exception-panel";
import { useOutcome } from "~/components/not-sent/use-outcome";
import { Page } from "~/components/page";
import { AssessmentBasis } from "~/components/procurement/assessment-basis";
import { DecisionForm } from "~/components/procurement/decision-form";
import { DecisionRefusal } from "~/components/procurement/decision-refusal";
import { FindingList } from "~/components/procurement/finding-list";
import { NewerDeclaration } from "~/components/procurement/newer-declaration";
import { CountermeasureList, ResultList } from "~/components/procurement/result-list";
import { StandingDecision } from "~/components/procurement/standing-decision";
import { StripsPanel } from "~/components/procurement/strips-panel";
import { VerdictSentence } from "~/components/procurement/verdict-sentence";
import { partStepUp } from "~/domain/access/step-up";
import { respond } from "~/http/respond.server";
import { respondWithStepUp } from "~/http/step-up.server";
import { pageTitle } from "~/i18n/page-title";
import { useTranslation } from "~/i18n/use-translation";
import { paths } from "~/paths";
import { presentAssessment } from "~/presenters/present-assessment.server";
import { recordDecision } from "~/use-cases/decisions/record-decision.server";

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, (t) => t("assessment:pageTitle"));

export const loader = (args: LoaderFunctionArgs) => {
  const { modelId = "", zoneId = "", declarationId = "" } = args.params;
  const search = new URL(args.request.url).searchParams;
  const ids = { modelId, zoneId, declarationId, requestId: search.get("request") };
  const query = { show: search.get("show"), by: search.get("by") };
  return respond(args, async (caller) => ({
    ...(await presentAssessment(caller, ids, query)),
    needsPassword: !caller.isSteppedUp,
  }));
};

export function action(args: ActionFunctionArgs) {
  const { modelId = "", zoneId = "", declarationId = "" } = args.params;
  return respondWithStepUp(args, async ({ values, attempt }) => {
    const outcome = await attempt((caller) =>
      recordDecision(caller, { ...values, modelId, zoneId, declarationId }),
    );
    if (outcome.ok) return redirect(paths.decision(outcome.value.id), 303);
    return data({ refusal: outcome.refusal, values }, { status: 422 });
  });
}

export const shouldRevalidate = revalidateAfterRefusal;

export default function AssessmentPage() {
  const { t } = useTranslation("assessment");
  const page = useLoaderData<typeof loader>();
  const outcome = useOutcome<typeof action>();
  const { refusal, stepUp } = partStepUp(outcome?.refusal, page.needsPassword);
  const isOutdated = refusal?.code === "assessment-changed" || refusal?.code === "newer-declaration";
  const { ids, zone, product, assessment } = page;
  const listed = page.findings.groups.flatMap(({ findings }) => findings.map(({ id }) => id));
  const questions = useFindingQuestions(page.dialogue, ids.declarationId);
  return (
    <Page
      title={t("title", { product: product.name, zone: zone.name })}
      description={t("byline", {
        supplier: product.supplierName,
        release: product.releaseVersion,
        version: product.declarationVersion,
      })}
      breadcrumb={[{ label: t("matrix.title"), to: paths.matrix({ model: ids.modelId }) }]}
      actions={
        <>
          <ButtonLink to={paths.placement(ids.declarationId)}>{t("questions:links.placement")}</ButtonLink>
          <ButtonLink to={paths.comparison(ids.modelId, ids.zoneId, ids.declarationId)}>
            {t("questions:links.comparison")}
          </ButtonLink>
        </>
      }
    >
      {isOutdated ? <DecisionRefusal refusal={refusal} ids={ids} /> : null}
      <NewerDeclaration ids={ids} newer={page.newerDeclaration} />
      <VerdictSentence verdict={assessment.verdict} results={assessment.results} besides={page.besides} />
      <CoveredVariants variants={product.variants} />
      {page.decision ? <StandingDecision decision={page.decision} /> : null}
      {page.waysOut ? <WaysOutPanel {...page.waysOut} declarationId={ids.declarationId} /> : null}
      <StripsPanel slTarget={assessment.slTarget} slCapability={assessment.slCapability} />
      <CountermeasureList results={assessment.results} />
      <ResultList results={assessment.results} />
      <FindingList findings={page.findings} questions={questions} />
      <ExceptionPanel ids={ids} exceptions={page.exceptions} />
      <DialoguePanel dialogue={page.dialogue} shownElsewhere={listed} />
      <EvidenceUsed declarationId={page.ids.declarationId} evidence={page.evidenceUsed} />
      <AssessmentBasis zone={zone} product={product} assessment={assessment} />
      {page.form ? (
        <div className="print:hidden">
          <DecisionForm
            {...page.form}
            seen={{ ...assessment, revisionNumber: zone.revisionNumber, requestId: page.requestId }}
            fields={refusal?.code === "invalid-input" ? refusal.fields : {}}
            formErrors={
              refusal && refusal.code !== "invalid-input" && !isOutdated
                ? [t(`decision:refusal.${refusal.code}`)]
                : []
            }
            values={outcome?.values}
            stepUp={stepUp}
          />
        </div>
      ) : null}
    </Page>
  );
}
