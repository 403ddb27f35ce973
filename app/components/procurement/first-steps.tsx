import { useTranslation } from "~/i18n/use-translation";
import { paths } from "~/paths";
import { ButtonLink } from "../button-link";
import { Panel } from "../panel";
import { Steps } from "../steps";

type FirstStepsProps = {
  firstSteps: {
    hasModel: boolean;
    hasRevision: boolean;
    hasRequest: boolean;
    hasDecision: boolean;
    mayDraw: boolean;
    mayAsk: boolean;
  };
};

/** Until a hospital has decided once: the way there, and the next step on it. Nothing once it knows the way. */
export function FirstSteps({ firstSteps }: FirstStepsProps) {
  const { t } = useTranslation("decision");
  const { hasModel, hasRevision, hasRequest, hasDecision, mayDraw, mayAsk } = firstSteps;
  if (hasDecision) return null;
  const done = [hasModel, hasRevision, hasRequest, hasDecision];
  const current = done.indexOf(false);
  return (
    <Panel title={t("firstSteps.title")} description={t("firstSteps.text")}>
      <Steps
        label={t("firstSteps.title")}
        current={current}
        steps={[
          { label: t("firstSteps.draw"), to: paths.models() },
          { label: t("firstSteps.publish"), to: paths.models() },
          { label: t("firstSteps.ask"), to: paths.requests() },
          { label: t("firstSteps.decide"), to: paths.matrix() },
        ]}
      />
      <div className="actions">
        {!hasModel && mayDraw ? <ButtonLink to={paths.newModel()}>{t("firstSteps.draw")}</ButtonLink> : null}
        {hasRevision && !hasRequest && mayAsk ? (
          <ButtonLink to={paths.newRequest()}>{t("firstSteps.ask")}</ButtonLink>
        ) : null}
        {hasRequest ? <ButtonLink to={paths.matrix()}>{t("firstSteps.compare")}</ButtonLink> : null}
      </div>
    </Panel>
  );
}
