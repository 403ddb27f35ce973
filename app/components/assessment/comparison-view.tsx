import type { Verdict } from "~/domain/assessment/assessment";
import type { Change, ResultDifference } from "~/domain/assessment/needs-review";
import type { ComponentType } from "~/domain/requirement/component-requirement";
import { type SlVector, toNotation } from "~/domain/security-level/security-level";
import { useTranslation } from "~/i18n/use-translation";
import { DateText } from "../date-text";
import { LevelStrip } from "../level-strip";
import { LevelStripLegend } from "../level-strip-legend";
import { Panel } from "../panel";
import { DifferenceView } from "../procurement/difference-view";
import { VerdictBadge } from "../verdict-badge";
import { AskedOtherwise, type AskedOtherwiseProps } from "./asked-otherwise";
import { ChangedFindings, type ChangedFindingsProps } from "./changed-findings";
import type { ComparedSide } from "./comparison-form";
import { SaidOtherwise, type SaidOtherwiseProps } from "./said-otherwise";

type Capability = { native: SlVector; withCountermeasures: SlVector };
type ComparisonViewProps = {
  before: ComparedSide;
  after: ComparedSide;
  changes: {
    verdict: Change<Verdict>;
    slTarget: Change<SlVector>;
    slCapability: Change<Capability>;
    areas: ReadonlyArray<ResultDifference>;
    componentTypes: Change<ReadonlyArray<ComponentType>> | null;
  } & ChangedFindingsProps &
    SaidOtherwiseProps &
    AskedOtherwiseProps;
};

/** Result, areas, findings, then what was said and asked otherwise. */
export function ComparisonView({ before, after, changes }: ComparisonViewProps) {
  const { t } = useTranslation("questions");
  const { verdict, slTarget, slCapability, areas, componentTypes } = changes;
  return (
    <>
      <Panel
        title={t(verdict.before === verdict.after ? "comparison.verdictSame" : "comparison.verdictChanged")}
        description={t("comparison.targetAndCapability")}
      >
        <div className="grid gap-4 md:grid-cols-2">
          <SideResult
            label={t("comparison.before")}
            side={before}
            verdict={verdict.before}
            target={slTarget.before}
            capability={slCapability.before}
          />
          <SideResult
            label={t("comparison.after")}
            side={after}
            verdict={verdict.after}
            target={slTarget.after}
            capability={slCapability.after}
          />
        </div>
        <LevelStripLegend />
      </Panel>
      {areas.length > 0 ? (
        <Panel title={t("comparison.areas")}>
          <DifferenceView
            difference={{
              verdict: null,
              componentTypes,
              results: areas,
              newFindings: [],
              droppedFindings: [],
              changedFindings: [],
            }}
          />
        </Panel>
      ) : null}
      <ChangedFindings findings={changes.findings} />
      <SaidOtherwise {...changes} />
      <AskedOtherwise asked={changes.asked} />
    </>
  );
}

type SideResultProps = {
  label: string;
  side: ComparedSide;
  verdict: Verdict;
  target: SlVector;
  capability: Capability;
};

function SideResult({ label, side, verdict, target, capability }: SideResultProps) {
  const { t } = useTranslation("questions");
  return (
    <div className="grid content-start justify-items-start gap-2">
      <h3 className="font-semibold">{label}</h3>
      <p className="text-sm">
        {t("comparison.side", {
          product: side.productName,
          release: side.releaseVersion,
          version: side.declarationVersion,
          revision: side.revisionNumber,
        })}
        , <DateText value={side.asOf} />
      </p>
      <VerdictBadge verdict={verdict} size="large" />
      <LevelStrip
        size="large"
        labels
        title={label}
        target={target}
        reached={capability.native}
        withCountermeasures={capability.withCountermeasures}
      />
      <p className="text-muted text-sm">
        SL-T {toNotation(target)} · SL-C {toNotation(capability.native)}
      </p>
    </div>
  );
}
