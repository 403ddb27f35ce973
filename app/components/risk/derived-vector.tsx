import { DataTable } from "~/components/data-table";
import { LevelStrip } from "~/components/level-strip";
import { VerifyMark } from "~/components/verify-mark";
import { LEVEL_FORMULA } from "~/domain/risk/derive-target";
import {
  FOUNDATIONAL_REQUIREMENTS,
  type FoundationalRequirement,
} from "~/domain/security-level/security-level";
import { useTranslation } from "~/i18n/use-translation";
import type { RiskPageParts } from "./risk-parts";

/** The vector that follows, requirement by requirement with its reason, beside today's and the suggestion. */
export function DerivedVector({ page }: { page: RiskPageParts }) {
  const { t } = useTranslation("risk");
  const { derived, element, suggestion, accepted } = page;
  const suggestedColumn = (of: NonNullable<RiskPageParts["suggestion"]>) => ({
    id: "suggested",
    header: t("vector.suggestedShort"),
    wrap: true,
    cell: (fr: FoundationalRequirement) =>
      [of.slTarget[fr], of.reasoning?.[fr]].filter((part) => part !== undefined).join(": "),
  });
  const otherName = suggestion?.name ? t("vector.ofType", { name: suggestion.name }) : t("vector.ofEnds");
  return (
    <div className="grid grid-cols-1 gap-3">
      <div className="risk-strips">
        <Strip label={t("vector.derived")} vector={derived.vector} confidence={LEVEL_FORMULA.confidence} />
        <Strip
          label={t(accepted ? "accepted.target" : "vector.today")}
          vector={element.effectiveTarget}
          confidence={null}
        />
        {suggestion ? (
          <Strip label={otherName} vector={suggestion.slTarget} confidence={suggestion.confidence} />
        ) : null}
      </div>
      <div className="table-whole">
        <DataTable
          caption={t("vector.caption")}
          captionHidden
          rows={FOUNDATIONAL_REQUIREMENTS}
          rowKey={(fr) => fr}
          columns={[
            {
              id: "fr",
              header: t("vector.fr"),
              rowHeader: true,
              wrap: true,
              cell: (fr) => t("frLabel", { fr, name: t(`components:fr.${fr}.name`) }),
            },
            {
              id: "level",
              header: t("vector.level"),
              align: "end",
              cell: (fr) => <strong>{derived.levels[fr].level}</strong>,
            },
            { id: "why", header: t("vector.why"), wrap: true, cell: (fr) => <Why fr={fr} page={page} /> },
            {
              id: "today",
              header: t(accepted ? "accepted.short" : "vector.todayShort"),
              align: "end",
              cell: (fr) => element.effectiveTarget?.[fr] ?? "–",
            },
            ...(suggestion ? [suggestedColumn(suggestion)] : []),
          ]}
        />
      </div>
    </div>
  );
}

type StripProps = {
  label: string;
  vector: Parameters<typeof LevelStrip>[0]["target"];
  confidence: Parameters<typeof VerifyMark>[0]["confidence"] | null;
};

function Strip({ label, vector, confidence }: StripProps) {
  return (
    <div>
      <p className="field-hint">
        {label} {confidence ? <VerifyMark confidence={confidence} /> : null}
      </p>
      <LevelStrip target={vector ?? null} labels title={label} />
    </div>
  );
}

function Why({ fr, page }: { fr: FoundationalRequirement; page: RiskPageParts }) {
  const { t } = useTranslation("risk");
  const { derived, offered } = page;
  const { basis, drivers, level } = derived.levels[fr];
  if (basis !== "rated") return <span className="text-muted">{t(`vector.${basis}`)}</span>;
  return (
    <ul className="rule-defaults">
      {drivers.map(({ threat, risk, reductionFactor, consequence, likelihood }) => {
        const reason = offered.find(({ id }) => id === threat.threatId)?.foundationalRequirements[fr];
        return (
          <li key={threat.id}>
            {t(level === 0 ? "vector.tolerable" : "vector.driver", {
              name: threat.name,
              consequence,
              likelihood,
              risk,
              factor: reductionFactor.toFixed(2),
            })}
            {reason ? <span className="field-hint">{reason}</span> : null}
          </li>
        );
      })}
    </ul>
  );
}
