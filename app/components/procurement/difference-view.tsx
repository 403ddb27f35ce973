import type { AssessmentDifference, Change, ResultDifference } from "~/domain/assessment/needs-review";
import { useTranslation } from "~/i18n/use-translation";
import { VerdictBadge } from "../verdict-badge";
import { useMessage } from "./use-message";

/** What became of an assessment: verdict, areas, rows. Nothing is hidden in a colour. */
export function DifferenceView({ difference }: { difference: AssessmentDifference }) {
  const { t } = useTranslation("assessment");
  const { verdict, componentTypes, results } = difference;
  return (
    <ul className="grid list-disc gap-2 ps-5">
      {verdict ? (
        <li>
          {t("difference.verdict")} <VerdictBadge verdict={verdict.before} /> →{" "}
          <VerdictBadge verdict={verdict.after} />
        </li>
      ) : null}
      {componentTypes ? (
        <li>
          {t("difference.componentTypes", {
            before: componentTypes.before.map((type) => t(`components:componentType.${type}`)).join(", "),
            after: componentTypes.after.map((type) => t(`components:componentType.${type}`)).join(", "),
          })}
        </li>
      ) : null}
      {results.map((result) => (
        <AreaDifference key={result.foundationalRequirement} result={result} />
      ))}
      {(["newFindings", "droppedFindings", "changedFindings"] as const).map((kind) => (
        <FindingChanges key={kind} kind={kind} findingIds={difference[kind]} />
      ))}
    </ul>
  );
}

/** What the areas show already is not said twice. */
const SHOWN_BY_AREA = ["capability-meets-target", "requirement-is-answered", "gap-is-compensated"];

type FindingChangesProps = {
  kind: "newFindings" | "droppedFindings" | "changedFindings";
  findingIds: ReadonlyArray<string>;
};

function FindingChanges({ kind, findingIds }: FindingChangesProps) {
  const { t, i18n } = useTranslation("assessment");
  const write = useMessage();
  const checks = [...new Set(findingIds.map((id) => id.slice(0, id.indexOf(":"))))].filter(
    (id) => !SHOWN_BY_AREA.includes(id),
  );
  if (checks.length === 0) return null;
  const titleOf = (id: string) => {
    const key = `checks:${id}.title`;
    // A difference that was kept may name a check that is gone.
    return i18n.exists(key) ? write({ key, params: {} }) : id;
  };
  return (
    <li>
      {t(`difference.${kind}`)}
      <ul className="list-disc ps-5">
        {checks.map((id) => (
          <li key={id}>{titleOf(id)}</li>
        ))}
      </ul>
    </li>
  );
}

function AreaDifference({ result }: { result: ResultDifference }) {
  const { t } = useTranslation("assessment");
  const fr = result.foundationalRequirement;
  const levels = [
    levelLine("target", result.target),
    levelLine("native", result.native),
    levelLine("withCountermeasures", result.withCountermeasures),
    levelLine("achieved", result.achieved),
  ].flatMap((line) => line ?? []);
  const rows = ROW_CHANGES.filter((kind) => result[kind].length > 0);
  return (
    <li>
      <strong>{t("results.area", { fr, name: t(`components:fr.${fr}.name`) })}</strong>
      <ul className="list-disc ps-5">
        {result.state ? (
          <li>
            {t("difference.state", {
              before: t(`components:reach.${result.state.before}`),
              after: t(`components:reach.${result.state.after}`),
            })}
          </li>
        ) : null}
        {levels.map(({ kind, before, after }) => (
          <li key={kind}>{t(`difference.${kind}`, { before, after })}</li>
        ))}
        {rows.map((kind) => (
          <li key={kind}>{t(`difference.${kind}`, { rows: result[kind].join(", ") })}</li>
        ))}
        {result.state === null && levels.length + rows.length === 0 ? (
          <li>{t("difference.reasons")}</li>
        ) : null}
      </ul>
    </li>
  );
}

const ROW_CHANGES = [
  "newlyMissing",
  "noLongerMissing",
  "newCountermeasures",
  "droppedCountermeasures",
  "newlyCompensated",
  "noLongerCompensated",
] as const;

function levelLine<Kind extends string>(kind: Kind, change: Change<number> | null) {
  return change === null ? null : { kind, ...change };
}
