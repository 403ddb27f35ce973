import { Form, useLocation } from "@remix-run/react";
import { useEffect, useRef } from "react";
import { ButtonLink } from "~/components/button-link";
import { Callout } from "~/components/callout";
import { LevelStrip } from "~/components/level-strip";
import { Section } from "~/components/section";
import { Steps } from "~/components/steps";
import { SubmitButton } from "~/components/submit-button";
import { useTranslation } from "~/i18n/use-translation";
import { paths } from "~/paths";
import { Link } from "../link";
import { AcceptedPage } from "./accepted-page";
import { ConsequenceStep } from "./consequence-step";
import { LikelihoodStep } from "./likelihood-step";
import { ResidualStep } from "./residual-step";
import { ResultStep } from "./result-step";
import type { RiskOutcome } from "./risk-outcome";
import type { RiskPageParts } from "./risk-parts";
import { RiskRefusal } from "./risk-refusal";
import { isStepDone, nextStep, RISK_STEPS, type RiskStep } from "./risk-steps";
import { RiskSummary } from "./risk-summary";
import { TargetStep } from "./target-step";
import { ThreatsStep } from "./threats-step";
import { useKeptParts } from "./use-kept-fields";
import { useRiskPath } from "./use-risk-path";

type RiskPageProps = { page: RiskPageParts; outcome: RiskOutcome | undefined; step: RiskStep };

/** The guided risk assessment of one zone or conduit. Whoever cannot draw reads the document of it. */
export function RiskPage({ page, outcome, step }: RiskPageProps) {
  const { t } = useTranslation("risk");
  const pathOf = useRiskPath(page);
  const { element, mayEdit, hasAssessment, earlier, target, accepted } = page;
  if (accepted) return <AcceptedPage page={page} accepted={accepted} />;
  const shown = mayEdit ? step : step === "target" ? "target" : "summary";
  return (
    <Section
      title={t(element.kind === "zone" ? "titleZone" : "titleConduit", { name: element.name })}
      description={t("description")}
      actions={
        <ButtonLink to={paths.model(page.modelId, { element: element.id })} icon="zone" size="small">
          {t("toDiagram")}
        </ButtonLink>
      }
    >
      <p className="risk-head">
        <LevelStrip target={element.effectiveTarget} title={element.name} labels />
        {element.typeName ? <span className="text-muted">{element.typeName}</span> : null}
        <span className="text-muted">{hasAssessment ? t("state.begun") : t("state.none")}</span>
        {mayEdit ? null : <Link to={pathOf("target")}>{t("steps.target")}</Link>}
      </p>
      {mayEdit ? (
        <Steps
          label={t("stepsLabel")}
          steps={RISK_STEPS.map((name) => ({
            label: t(`steps.${name}`),
            to: pathOf(name),
            isDone: isStepDone(name, page),
          }))}
          current={RISK_STEPS.indexOf(shown)}
        />
      ) : (
        <Callout tone="info">{t(page.state === "submitted" ? "submitted" : "readOnly")}</Callout>
      )}
      {outcome ? <RiskRefusal refusal={outcome.refusal} /> : null}
      {mayEdit ? <NotSent page={page} shown={shown} /> : null}
      {earlier ? <EarlierMatrix page={page} /> : null}
      {mayEdit ? <StepHeading step={shown} /> : null}
      <StepOf page={page} outcome={outcome} step={shown} />
      {mayEdit && (shown === "result" || shown === "summary") ? (
        <div className="actions">
          {shown === "result" ? (
            <ButtonLink to={pathOf(nextStep(shown))} variant="primary">
              {t("continueTo", { step: t(`steps.${nextStep(shown)}`) })}
            </ButtonLink>
          ) : hasAssessment ? (
            <Form method="post" action={pathOf("summary")}>
              <input type="hidden" name="form" value="discard" />
              <input type="hidden" name="fingerprint" value={target.fingerprint} />
              <SubmitButton variant="quiet" icon="trash">
                {t("discard")}
              </SubmitButton>
              <span className="field-hint">{t("discardHint")}</span>
            </Form>
          ) : null}
        </div>
      ) : null}
    </Section>
  );
}

/** Says which step this is, and takes the focus where another one was shown before. */
function StepHeading({ step }: { step: RiskStep }) {
  const { t } = useTranslation("risk");
  const heading = useRef<HTMLHeadingElement>(null);
  const before = useRef(step);
  useEffect(() => {
    if (before.current !== step) heading.current?.focus({ preventScroll: true });
    before.current = step;
  }, [step]);
  return (
    <h3 ref={heading} tabIndex={-1} className="risk-step">
      {t(`steps.${step}`)}
    </h3>
  );
}

/** What was filled in to other steps and could not be sent, e.g. without a connection. */
function NotSent({ page, shown }: { page: RiskPageParts; shown: RiskStep }) {
  const { t } = useTranslation("risk");
  const pathOf = useRiskPath(page);
  const parts = useKeptParts(page, shown);
  if (parts.length === 0) return null;
  return (
    <Callout tone="warning" title={t("kept.elsewhere")}>
      <ul className="rule-defaults">
        {parts.map((part) => (
          <li key={part}>
            <Link to={pathOf(part)}>{t(`steps.${part}`)}</Link>
          </li>
        ))}
      </ul>
    </Callout>
  );
}

function StepOf({ page, outcome, step }: RiskPageProps) {
  // What was posted may have changed what the fields begin with: they begin anew with every answer.
  const { key } = useLocation();
  switch (step) {
    case "consequence":
      return <ConsequenceStep key={`${step} ${key}`} page={page} outcome={outcome} />;
    case "threats":
      return <ThreatsStep key={`${step} ${key}`} page={page} outcome={outcome} />;
    case "likelihood":
      return <LikelihoodStep key={`${step} ${key}`} page={page} outcome={outcome} />;
    case "result":
      return <ResultStep page={page} />;
    case "residual":
      return <ResidualStep key={`${step} ${key}`} page={page} outcome={outcome} />;
    case "target":
      return <TargetStep page={page} outcome={outcome} />;
    case "summary":
      return <RiskSummary page={page} />;
  }
}

/** Ratings made by another matrix may mean something else now: nobody takes them over unseen. */
function EarlierMatrix({ page }: { page: RiskPageParts }) {
  const { t } = useTranslation("risk");
  const pathOf = useRiskPath(page);
  const { earlier, matrixVersion, derived, target, mayEdit } = page;
  if (!earlier) return null;
  return (
    <Callout
      tone="warning"
      title={t("earlier.title", { version: earlier.version, current: matrixVersion })}
      action={
        mayEdit ? (
          <Form method="post" action={pathOf("result")}>
            <input type="hidden" name="form" value="rebase" />
            <input type="hidden" name="fingerprint" value={target.fingerprint} />
            <SubmitButton size="small" variant="regular">
              {t("earlier.rebase", { current: matrixVersion })}
            </SubmitButton>
          </Form>
        ) : undefined
      }
    >
      <p>{t("earlier.text")}</p>
      <p className="risk-compare">
        <span>{t("earlier.then", { version: earlier.version })}</span>
        <LevelStrip target={earlier.vector} labels size="small" />
        <span>{t("earlier.now", { version: matrixVersion })}</span>
        <LevelStrip target={derived.vector} labels size="small" />
      </p>
    </Callout>
  );
}
