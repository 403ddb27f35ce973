import type { AssessmentDifference, Change, ResultDifference } from "~/domain/assessment/needs-review";
import { useTranslation } from "~/i18n/use-translation";
import { VerdictBadge } from "../verdict-badge";

/** What became of an assessment: verdict, areas, rows. Nothing is hidden in a colour. */
export function DifferenceView({ difference }: { difference: AssessmentDifference }) {
  const { t } = useTranslation("assessment");
  const { verdict, componentTypes, results, newFindings, droppedFindings, changedFindings } = difference;
  const findings = newFindings.length + droppedFindings.length + changedFindings.length;
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
      {findings > 0 && results.length === 0 ? <li>{t("difference.findings", { count: findings })}</li> : null}
    </ul>
  );
}

function AreaDifference({ result }: { result: ResultDifference }) {
  const { t } = useTranslation("assessment");
  const fr = result.foundationalRequirement;
  const levels = [
    levelLine("target", result.target),
    levelLine("native", result.native),
    levelLine("withCountermeasures", result.withCountermeasures),
  ].flatMap((line) => line ?? []);
  const rows = (
    ["newlyMissing", "noLongerMissing", "newCountermeasures", "droppedCountermeasures"] as const
  ).filter((kind) => result[kind].length > 0);
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
      </ul>
    </li>
  );
}

function levelLine<Kind extends string>(kind: Kind, change: Change<number> | null) {
  return change === null ? null : { kind, ...change };
}
