import { Fragment } from "react";
import type { DecisionKind } from "~/domain/procurement/decision";
import type { ResidualRisk } from "~/domain/procurement/exception";
import {
  type ExceptionStanding,
  isStandingInForce,
  REVIEW_INTERVALS,
} from "~/domain/procurement/exception-review";
import { useTranslation } from "~/i18n/use-translation";
import { paths } from "~/paths";
import { Badge } from "../badge";
import { DataTable } from "../data-table";
import { DateText } from "../date-text";
import { KeyValue } from "../key-value";
import { Link } from "../link";
import { Panel } from "../panel";
import { DecisionBadge } from "../procurement/badges";
import { GapName, GapReason, type ShownGap } from "./gap-text";

type Facts = {
  reason: string;
  residualRisk: ResidualRisk;
  residualText: string;
  expiresOn: string;
  reviewEveryDays: number;
  standing: ExceptionStanding;
  nextReviewOn: string | null;
  /** The days of its reviews if it were granted today. */
  plannedReviews: ReadonlyArray<string>;
  basis: { revisionNumber: number; declarationVersion: number; fingerprint: string };
};

/** What was asked for, as it was asked for. */
export function ExceptionFacts({ exception }: { exception: Facts }) {
  const { t } = useTranslation("exception");
  const { reason, residualRisk, residualText, expiresOn, basis } = exception;
  const interval = REVIEW_INTERVALS.find((days) => days === exception.reviewEveryDays);
  return (
    <Panel title={t("page.facts")}>
      <KeyValue
        columns={2}
        entries={[
          { term: t("field.reason"), value: <span className="whitespace-pre-line">{reason}</span> },
          {
            term: t("field.residualRisk"),
            value: (
              <>
                <Badge tone={RISK_TONES[residualRisk]}>{t(`risk.${residualRisk}`)}</Badge>
                <p className="whitespace-pre-line">{residualText}</p>
              </>
            ),
          },
          { term: t("field.expiresOn"), value: <DateText value={expiresOn} /> },
          {
            term: t("page.reviews"),
            value: (
              <>
                {interval ? t(`interval.${interval}`) : null}
                <NextReview {...exception} />
              </>
            ),
          },
          {
            term: t("page.basis"),
            value: t("page.basisValue", {
              revision: basis.revisionNumber,
              declaration: basis.declarationVersion,
            }),
          },
          { term: t("page.fingerprint"), value: <code className="break-all">{basis.fingerprint}</code> },
        ]}
      />
    </Panel>
  );
}

/** When somebody looks again; nothing where it accepts nothing any more. */
function NextReview({ standing, nextReviewOn, plannedReviews }: Omit<Facts, "basis">) {
  const { t } = useTranslation("exception");
  const days = standing === "requested" ? plannedReviews : [nextReviewOn].flatMap((day) => day ?? []);
  if (standing !== "requested" && !isStandingInForce(standing)) return null;
  if (days.length === 0) return <span className="block text-muted text-sm">{t("page.noReviews")}</span>;
  return (
    <span className="block text-muted text-sm">
      {standing === "requested" ? t("page.ifGranted") : t("field.nextReview")}:{" "}
      {days.map((day, place) => (
        <Fragment key={day}>
          {place > 0 ? ", " : null}
          <DateText value={day} />
        </Fragment>
      ))}
    </span>
  );
}

const RISK_TONES = { low: "neutral", medium: "warning", high: "danger" } as const;

type GapRow = ShownGap & { today: "same" | "changed" | "closed" | null };
const TODAY_TONES = { same: "warning", changed: "danger", closed: "success" } as const;

/** Exactly what is accepted, and whether the product still lacks it. */
export function AcceptedGaps({ gaps }: { gaps: ReadonlyArray<GapRow> }) {
  const { t } = useTranslation("exception");
  return (
    <Panel title={t("page.gaps")} description={t("page.gapsText")} flush>
      <DataTable
        caption={t("page.gapsCaption")}
        captionHidden
        rows={gaps}
        rowKey={({ key }) => key}
        columns={[
          {
            id: "gap",
            header: t("page.gap"),
            rowHeader: true,
            wrap: true,
            cell: (gap) => (
              <>
                <GapName gap={gap} />
                {gap.finding ? (
                  <span className="block font-normal text-muted text-sm">
                    <GapReason gap={gap} />
                  </span>
                ) : null}
              </>
            ),
          },
          {
            id: "today",
            header: t("page.today"),
            cell: ({ today }) =>
              today === null ? (
                <span className="text-muted">{t("gap.unknown")}</span>
              ) : (
                <Badge tone={TODAY_TONES[today]}>{t(`gap.today.${today}`)}</Badge>
              ),
          },
        ]}
      />
    </Panel>
  );
}

type RestingDecision = { id: string; kind: DecisionKind; decidedAt: string; isCurrent: boolean };

/** What was decided because of it. */
export function RestingDecisions({ decisions }: { decisions: ReadonlyArray<RestingDecision> }) {
  const { t } = useTranslation("exception");
  return (
    <Panel title={t("page.decisions")}>
      {decisions.length === 0 ? <p className="text-muted">{t("page.noDecisions")}</p> : null}
      <ul className="grid gap-1">
        {decisions.map(({ id, kind, decidedAt, isCurrent }) => (
          <li key={id} className="flex flex-wrap items-center gap-2">
            <DecisionBadge kind={kind} />
            <Link to={paths.decision(id)}>
              <DateText value={decidedAt} time />
            </Link>
            {isCurrent ? null : <span className="text-muted">{t("page.decisionSuperseded")}</span>}
          </li>
        ))}
      </ul>
    </Panel>
  );
}
