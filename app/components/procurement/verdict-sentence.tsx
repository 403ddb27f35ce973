import type { FoundationalResult, Verdict } from "~/domain/assessment/assessment";
import { useTranslation } from "~/i18n/use-translation";
import { Panel } from "../panel";
import { VerdictBadge } from "../verdict-badge";

type VerdictSentenceProps = {
  verdict: Verdict;
  results: ReadonlyArray<Pick<FoundationalResult, "state">>;
  /** What is wrong or not shown besides the seven areas, and how many conditions there are. */
  besides: { gaps: number; open: number; conditions: number };
};

/** The verdict first, in words that need no standard. */
export function VerdictSentence({ verdict, results, besides }: VerdictSentenceProps) {
  const { t } = useTranslation("assessment");
  const countOf = (state: FoundationalResult["state"]) =>
    results.filter((result) => result.state === state).length;
  const parts = [
    { key: "areas.short", count: countOf("short") },
    { key: "besides.gaps", count: besides.gaps },
    { key: "areas.undecided", count: countOf("undecided") },
    { key: "besides.open", count: besides.open },
  ] as const;
  return (
    <Panel title={t("verdictTitle")}>
      <p className="flex flex-wrap items-center gap-3 text-lg">
        <VerdictBadge verdict={verdict} size="large" />
        <span>{t(`sentence.${verdict}`, { count: besides.conditions })}</span>
      </p>
      {parts.some(({ count }) => count > 0) ? (
        <ul className="list-disc ps-5">
          {parts.map(({ key, count }) => (count > 0 ? <li key={key}>{t(key, { count })}</li> : null))}
        </ul>
      ) : null}
    </Panel>
  );
}
