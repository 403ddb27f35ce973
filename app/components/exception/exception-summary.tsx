import type { ResidualRisk } from "~/domain/procurement/exception";
import type { ExceptionStanding } from "~/domain/procurement/exception-review";
import { useTranslation } from "~/i18n/use-translation";
import { paths } from "~/paths";
import { ButtonLink } from "../button-link";
import { Callout } from "../callout";

type ExceptionSummaryProps = {
  exception: {
    id: string;
    modelId: string;
    zoneId: string;
    standing: ExceptionStanding;
    residualRisk: ResidualRisk;
    gaps: ReadonlyArray<unknown>;
    isRevocationAsked: boolean;
    successorId: string | null;
    fresh: { declarationId: string } | null;
    may: { extend: boolean };
  };
};

const TONES = {
  requested: "info",
  "in-force": "info",
  expiring: "warning",
  "review-overdue": "warning",
  expired: "danger",
  superseded: "info",
  revoked: "danger",
  refused: "info",
  withdrawn: "info",
} as const satisfies Record<ExceptionStanding, "info" | "warning" | "danger">;

/** What the exception is worth today, in plain words, and the ways on from here. */
export function ExceptionSummary({ exception }: ExceptionSummaryProps) {
  const { t } = useTranslation("exception");
  const { id, modelId, zoneId, standing, residualRisk, gaps, fresh, successorId, may } = exception;
  const risk = t(`risk.${residualRisk}`).toLowerCase();
  return (
    <>
      <Callout
        tone={TONES[standing]}
        action={
          <>
            {successorId ? (
              <ButtonLink to={paths.exception(successorId)}>{t("page.toSuccessor")}</ButtonLink>
            ) : null}
            {fresh ? (
              <ButtonLink to={paths.assessment(modelId, zoneId, fresh.declarationId)}>
                {t("page.toAssessment")}
              </ButtonLink>
            ) : null}
            {fresh && may.extend ? (
              <ButtonLink
                to={paths.newException({
                  model: modelId,
                  zone: zoneId,
                  declaration: fresh.declarationId,
                  extends: id,
                })}
              >
                {t("moves.extend")}
              </ButtonLink>
            ) : null}
          </>
        }
      >
        {t(`page.summary.${standing}`, { count: gaps.length, risk })}
      </Callout>
      {exception.isRevocationAsked ? (
        <Callout tone="warning" title={t("page.revokeAsked")}>
          {t("page.revokeAskedText")}
        </Callout>
      ) : null}
    </>
  );
}
