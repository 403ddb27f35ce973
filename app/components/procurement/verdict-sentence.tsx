import type { FoundationalResult, Verdict } from "~/domain/assessment/assessment";
import { useTranslation } from "~/i18n/use-translation";
import { Panel } from "../panel";
import { VerdictBadge } from "../verdict-badge";

type VerdictSentenceProps = { verdict: Verdict; results: ReadonlyArray<Pick<FoundationalResult, "state">> };

/** The verdict first, in words that need no standard. */
export function VerdictSentence({ verdict, results }: VerdictSentenceProps) {
  const { t } = useTranslation("assessment");
  const state = verdict === "does-not-conform" ? "short" : "undecided";
  const count = results.filter((result) => result.state === state).length;
  return (
    <Panel title={t("verdictTitle")}>
      <p className="flex flex-wrap items-center gap-3 text-lg">
        <VerdictBadge verdict={verdict} size="large" />
        <span>{t(`sentence.${verdict}`, { count })}</span>
      </p>
    </Panel>
  );
}
