import type { ReactNode } from "react";
import type { Verdict } from "~/domain/assessment/assessment";
import type { AssessmentDifference } from "~/domain/assessment/needs-review";
import { useTranslation } from "~/i18n/use-translation";
import { paths } from "~/paths";
import { DataTable } from "../data-table";
import { Disclosure } from "../disclosure";
import { Link } from "../link";
import { DifferenceView } from "../procurement/difference-view";
import { StateBadge } from "../state-badge";
import { VerdictBadge } from "../verdict-badge";

type Change = {
  position: number;
  modelId: string;
  zoneId: string;
  zoneName: string;
  productName: string;
  releaseVersion: string;
  verdictBefore: Verdict | null;
  verdictAfter: Verdict | null;
  difference: AssessmentDifference | null;
  declarationId: string | null;
  decision: { id: string; state: "holds" | "needs-review" | "superseded" } | null;
};

type ChangeTableProps = { changes: ReadonlyArray<Change>; empty: ReactNode };

/** Pairs of product and zone that came out otherwise, each with what became of it. */
export function ChangeTable({ changes, empty }: ChangeTableProps) {
  const { t } = useTranslation("reassessment");
  return (
    <DataTable
      caption={t("page.caption")}
      captionHidden
      rows={changes}
      rowKey={({ position }) => String(position)}
      empty={empty}
      columns={[
        {
          id: "product",
          header: t("common:product"),
          rowHeader: true,
          wrap: true,
          cell: ({ modelId, zoneId, declarationId, productName, releaseVersion }) => {
            const name = `${productName} ${releaseVersion}`;
            return declarationId ? (
              <Link to={paths.assessment(modelId, zoneId, declarationId)}>{name}</Link>
            ) : (
              name
            );
          },
        },
        { id: "zone", header: t("common:zone"), wrap: true, cell: ({ zoneName }) => zoneName },
        {
          id: "verdict",
          header: t("page.verdict"),
          cell: (change) => <Verdicts change={change} />,
        },
        { id: "what", header: t("page.what"), wrap: true, cell: (change) => <WhatChanged change={change} /> },
        {
          id: "decision",
          header: t("page.decision"),
          cell: ({ decision }) => <Touched decision={decision} />,
        },
      ]}
    />
  );
}

function Verdicts({ change: { verdictBefore, verdictAfter } }: { change: Change }) {
  const { t } = useTranslation("reassessment");
  if (verdictBefore === verdictAfter)
    return (
      <span className="flex flex-wrap items-center gap-1">
        <Came verdict={verdictAfter} /> <span className="text-muted text-sm">{t("page.asBefore")}</span>
      </span>
    );
  return (
    <span className="flex flex-wrap items-center gap-1">
      <Came verdict={verdictBefore} /> → <Came verdict={verdictAfter} />
    </span>
  );
}

function Came({ verdict }: { verdict: Verdict | null }) {
  const { t } = useTranslation("reassessment");
  return verdict ? (
    <VerdictBadge verdict={verdict} />
  ) : (
    <span className="text-muted">{t("page.notThere")}</span>
  );
}

function WhatChanged({ change: { difference, verdictBefore, decision } }: { change: Change }) {
  const { t } = useTranslation("reassessment");
  if (difference)
    return (
      <Disclosure summary={t("page.what")} defaultOpen={decision?.state === "needs-review"}>
        {/* The verdict has a column of its own. */}
        <DifferenceView difference={{ ...difference, verdict: null }} />
      </Disclosure>
    );
  return <>{t(verdictBefore === null ? "page.isNew" : "page.isGone")}</>;
}

function Touched({ decision }: Pick<Change, "decision">) {
  const { t } = useTranslation("reassessment");
  if (!decision) return <>–</>;
  return (
    <span className="grid justify-items-start gap-1">
      <Link to={paths.decision(decision.id)}>{t("page.openDecision")}</Link>
      {decision.state === "needs-review" ? (
        <StateBadge state="needs-review" />
      ) : (
        <span className="text-muted text-sm">{t(`page.${decision.state}`)}</span>
      )}
    </span>
  );
}
