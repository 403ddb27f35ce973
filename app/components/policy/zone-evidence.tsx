import { DataTable } from "~/components/data-table";
import { Section } from "~/components/section";
import type { EvidenceStrength } from "~/domain/declaration/evidence";
import type { EvidenceLadder } from "~/domain/policy/policy";
import type { PolicyKey } from "~/domain/policy/policy-rules";
import { useTranslation } from "~/i18n/use-translation";
import { useRuleText, useWord } from "./use-rule-text";

type Row = { key: PolicyKey; strength: EvidenceStrength; ladder: EvidenceLadder | null };
type ZoneEvidenceProps = { evidence: { level: number; rows: ReadonlyArray<Row> } };

/** How strong evidence must be for this zone, and what would be asked at other levels. */
export function ZoneEvidence({ evidence: { level, rows } }: ZoneEvidenceProps) {
  const { t } = useTranslation("policy");
  const ruleText = useRuleText();
  const word = useWord();
  return (
    <Section
      id="evidence"
      title={t("zone.evidence")}
      description={level === 0 ? t("zone.evidenceNothing") : t("zone.evidenceText", { level })}
    >
      <DataTable
        caption={t("zone.evidence")}
        captionHidden
        rows={rows}
        rowKey={({ key }) => key}
        columns={[
          {
            id: "what",
            header: t("zone.evidenceRow"),
            rowHeader: true,
            wrap: true,
            cell: ({ key }) => t(`rule.${key}.name`),
          },
          {
            id: "strength",
            header: t("zone.evidenceStrength", { level }),
            wrap: true,
            cell: ({ strength }) => word(strength),
          },
          {
            id: "ladder",
            header: t("zone.evidenceHigher"),
            wrap: true,
            cell: ({ key, ladder }) => ruleText(key, ladder),
          },
        ]}
      />
      <p className="text-muted">{t("zone.managementSystems")}</p>
    </Section>
  );
}
