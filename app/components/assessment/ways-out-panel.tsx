import type { ReactNode } from "react";
import type { Message, Verdict, WayToClose } from "~/domain/assessment/assessment";
import type { FoundationalRequirement, SecurityLevel } from "~/domain/security-level/security-level";
import { formatNumber } from "~/i18n/format";
import { useLanguage } from "~/i18n/use-language";
import { useTranslation } from "~/i18n/use-translation";
import { paths } from "~/paths";
import { Badge } from "../badge";
import { Disclosure } from "../disclosure";
import { Link } from "../link";
import { Panel } from "../panel";
import { useMessage } from "../procurement/use-message";
import { VerdictBadge } from "../verdict-badge";

type Step = {
  id: string;
  by: WayToClose["by"];
  verdict: Verdict;
  closes:
    | {
        kind: "meet" | "compensate" | "answer" | "give-reason";
        foundationalRequirement: FoundationalRequirement;
        level: SecurityLevel;
        requirementIds: ReadonlyArray<string>;
      }
    | { kind: "findings"; ways: ReadonlyArray<Message> };
};
type Way = {
  by: WayToClose["by"] | "together";
  steps: ReadonlyArray<Step>;
  verdict: Verdict;
  isEnough: boolean;
  left: number;
};
type WaysOutPanelProps = {
  /** Of today. */
  verdict: Verdict;
  ways: ReadonlyArray<Way>;
  cheapest: Way["by"] | null;
  elsewhere: {
    offered: ReadonlyArray<{
      modelId: string;
      modelName: string;
      zoneId: string;
      zoneName: string;
      verdict: Verdict;
    }>;
    count: number;
    looked: { count: number; bound: number };
  };
  declarationId: string;
};

/** So many steps are read at a glance; the others when asked for. */
const STEPS_AT_FIRST = 6;

/** What would let the product in, the alternatives side by side. */
export function WaysOutPanel({ verdict, ways, cheapest, elsewhere, declarationId }: WaysOutPanelProps) {
  const { t } = useTranslation("questions");
  return (
    <Panel id="ways" title={t("ways.title")} description={t("ways.description")}>
      <div className="grid gap-4 md:grid-cols-2 xl:grid-cols-[repeat(auto-fit,minmax(17rem,1fr))]">
        {ways.map((way) => (
          <WayColumn key={way.by} today={verdict} way={way} isCheapest={way.by === cheapest} />
        ))}
        <Elsewhere elsewhere={elsewhere} declarationId={declarationId} />
      </div>
    </Panel>
  );
}

function Column({ title, text, children }: { title: ReactNode; text: string; children: ReactNode }) {
  return (
    <div className="grid content-start gap-2 rounded-control border border-line p-3">
      <h3 className="flex flex-wrap items-center gap-2 font-semibold">{title}</h3>
      <p className="text-muted text-sm">{text}</p>
      {children}
    </div>
  );
}

type WayColumnProps = { today: Verdict; way: Way; isCheapest: boolean };

function WayColumn({ today, way, isCheapest }: WayColumnProps) {
  const { t } = useTranslation("questions");
  const { by, verdict, isEnough, left } = way;
  const steps = way.steps.map((step, place) => ({
    ...step,
    isTurn: (way.steps[place - 1]?.verdict ?? today) !== step.verdict && place < way.steps.length - 1,
  }));
  const title = (
    <>
      {t(`ways.${by}`)}
      {isCheapest ? (
        <Badge tone="info" icon="check-circle">
          {t("ways.cheapest")}
        </Badge>
      ) : null}
    </>
  );
  return (
    <Column title={title} text={t(`ways.${by}Text`)}>
      {steps.length === 0 ? <p>{t("ways.nothing")}</p> : null}
      <StepList steps={steps.slice(0, STEPS_AT_FIRST)} isShared={by === "together"} />
      {steps.length > STEPS_AT_FIRST ? (
        <Disclosure summary={t("ways.more", { count: steps.length - STEPS_AT_FIRST })}>
          <StepList
            steps={steps.slice(STEPS_AT_FIRST)}
            isShared={by === "together"}
            start={STEPS_AT_FIRST + 1}
          />
        </Disclosure>
      ) : null}
      <p className="flex flex-wrap items-center gap-2">
        {t("ways.end")} <VerdictBadge verdict={verdict} />
      </p>
      {isEnough ? null : <p className="text-sm">{t("ways.notEnough", { count: left })}</p>}
    </Column>
  );
}

type StepListProps = {
  /** `isTurn`: from here on the verdict is another one; the last is said at the end. */
  steps: ReadonlyArray<Step & { isTurn: boolean }>;
  isShared: boolean;
  start?: number;
};

function StepList({ steps, isShared, start = 1 }: StepListProps) {
  const { t } = useTranslation("questions");
  const stepText = useStepText();
  if (steps.length === 0) return null;
  return (
    <ol start={start} className="grid list-decimal gap-1.5 ps-7">
      {steps.map((step) => (
        <li key={step.id}>
          {isShared ? t("ways.by", { who: t(`closer.${step.by}`), text: stepText(step) }) : stepText(step)}{" "}
          {step.isTurn ? (
            <span className="text-muted text-sm">
              {t("ways.after")} {t(`components:verdict.${step.verdict}`)}
            </span>
          ) : null}
        </li>
      ))}
    </ol>
  );
}

function useStepText(): (step: Step) => string {
  const { t } = useTranslation("questions");
  const write = useMessage();
  return ({ closes }) => {
    if (closes.kind === "findings")
      return closes.ways.map(write).reduce((first, second) => t("ways.or", { first, second }));
    const { kind, requirementIds, foundationalRequirement: fr, level } = closes;
    return t(`ways.step.${kind}`, { rows: requirementIds.join(", "), fr, level });
  };
}

type ElsewhereProps = Pick<WaysOutPanelProps, "elsewhere" | "declarationId">;

function Elsewhere({ elsewhere: { offered, count, looked }, declarationId }: ElsewhereProps) {
  const { t } = useTranslation("questions");
  const language = useLanguage();
  const more = count - offered.length;
  return (
    <Column title={t("ways.elsewhere")} text={t("ways.elsewhereText")}>
      {offered.length === 0 ? <p>{t("ways.noZone")}</p> : null}
      <ul className="grid gap-1.5">
        {offered.map((zone) => (
          <li key={`${zone.modelId} ${zone.zoneId}`} className="flex flex-wrap items-center gap-2">
            <Link to={paths.assessment(zone.modelId, zone.zoneId, declarationId)}>{zone.zoneName}</Link>
            <VerdictBadge verdict={zone.verdict} />
          </li>
        ))}
      </ul>
      {more > 0 ? <p className="text-sm">{t("ways.moreZones", { count: more })}</p> : null}
      {looked.count > looked.bound ? (
        <p className="text-muted text-sm">
          {t("ways.bounded", { bound: formatNumber(looked.bound, language) })}
        </p>
      ) : null}
      <p>
        <Link to={paths.placement(declarationId)}>{t("ways.toPlacement")}</Link>
      </p>
    </Column>
  );
}
