import type { MeasureProgress as Counts } from "~/domain/measure/progress";
import { useTranslation } from "~/i18n/use-translation";
import { Progress } from "../progress";

/** How far measures are, in counts: nothing that could pass for a grade. */
export function MeasureProgress({ progress }: { progress: Counts }) {
  const { t } = useTranslation("measure");
  const { count, byState, overdue, withoutEvidence, withoutOwner } = progress;
  const told = [
    { key: "inProgress", count: byState["in-progress"] },
    { key: "notStarted", count: byState["not-started"] },
    { key: "notApplicable", count: byState["not-applicable"] },
    { key: "overdue", count: overdue },
    { key: "withoutEvidence", count: withoutEvidence },
    { key: "withoutOwner", count: withoutOwner },
  ] as const;
  return (
    <div className="grid gap-2">
      <Progress label={t("state.in-place")} value={byState["in-place"]} max={count} />
      <p className="text-muted">
        {told
          .filter((one) => one.count > 0)
          .map((one) => t(`progress.${one.key}`, { count: one.count }))
          .join(" · ")}
      </p>
    </div>
  );
}
