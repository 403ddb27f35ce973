import type { Verdict } from "~/domain/assessment/assessment";
import type { DecisionKind } from "~/domain/procurement/decision";
import { useTranslation } from "~/i18n/use-translation";
import { paths } from "~/paths";
import { ButtonLink } from "../button-link";
import { DateText } from "../date-text";
import { KeyValue } from "../key-value";
import { Panel } from "../panel";
import { VerdictBadge } from "../verdict-badge";
import { DecisionBadge } from "./badges";

type RequestAnswerProps = {
  zone: { modelId: string; zoneId: string; isStillThere: boolean };
  requestId: string;
  answer: {
    declarationId: string;
    productName: string;
    releaseVersion: string;
    declarationVersion: number;
    signedAt: string;
    verdict: Verdict | null;
  } | null;
  decision: { id: string; kind: DecisionKind; decidedAt: string } | null;
  mayDecide: boolean;
};

/** What came back, what it is worth today, and what was decided. */
export function RequestAnswer({ zone, requestId, answer, decision, mayDecide }: RequestAnswerProps) {
  const { t } = useTranslation("request");
  if (!answer)
    return (
      <Panel title={t("page.answer")}>
        <p>
          <strong>{t("page.noAnswer")}</strong> {t("page.noAnswerText")}
        </p>
      </Panel>
    );
  const to = paths.assessment(zone.modelId, zone.zoneId, answer.declarationId, { request: requestId });
  const names = {
    product: answer.productName,
    release: answer.releaseVersion,
    version: answer.declarationVersion,
  };
  return (
    <Panel
      title={t("page.answer")}
      actions={
        answer.verdict && zone.isStillThere ? (
          <ButtonLink to={to} variant="primary">
            {t(mayDecide && !decision ? "page.decideNow" : "page.openAssessment")}
          </ButtonLink>
        ) : null
      }
    >
      <KeyValue
        columns={2}
        entries={[
          { term: t("common:declaration"), value: t("page.declaration", names) },
          { term: t("page.signed"), value: <DateText value={answer.signedAt} /> },
          {
            term: t("page.verdictToday"),
            value: answer.verdict ? <VerdictBadge verdict={answer.verdict} /> : "–",
          },
          {
            term: t("page.decision"),
            value: decision ? (
              <span className="flex flex-wrap items-center gap-2">
                <DecisionBadge kind={decision.kind} /> <DateText value={decision.decidedAt} />{" "}
                <ButtonLink to={paths.decision(decision.id)} size="small">
                  {t("decision:open")}
                </ButtonLink>
              </span>
            ) : (
              "–"
            ),
          },
        ]}
      />
    </Panel>
  );
}
