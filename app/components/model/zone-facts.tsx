import { KeyValue } from "~/components/key-value";
import { LevelStrip } from "~/components/level-strip";
import type { Zone } from "~/domain/zone-model/zone-model";
import { useTranslation } from "~/i18n/use-translation";

type ZoneFactsProps = {
  zone: Pick<
    Zone,
    "name" | "purpose" | "trustClass" | "criticality" | "slTarget" | "slTargetRationale" | "owner"
  > & {
    typeName: string | null;
  };
  protocols: ReadonlyArray<string>;
};

const CRITERIA = ["patientSafety", "continuityOfCare", "confidentiality"] as const;

/** What a zone is and what it lets in. */
export function ZoneFacts({ zone, protocols }: ZoneFactsProps) {
  const { t } = useTranslation("model");
  const criticality = CRITERIA.map((criterion) =>
    t("zone.criticalityOf", {
      criterion: t(`components:criticality.${criterion}`),
      level: t(`components:criticality.${zone.criticality[criterion]}`),
    }),
  );
  return (
    <KeyValue
      columns={2}
      entries={[
        {
          term: t("common:target"),
          value: zone.slTarget ? (
            <LevelStrip target={zone.slTarget} title={zone.name} size="large" labels />
          ) : (
            t("common:notSet")
          ),
        },
        { term: t("zone.rationale"), value: zone.slTargetRationale || t("common:none") },
        { term: t("zone.referenceType"), value: zone.typeName ?? t("zone.noReferenceType") },
        { term: t("zone.trustClass"), value: t(`components:trustClass.${zone.trustClass}`) },
        { term: t("zone.criticality"), value: criticality.join(", ") },
        { term: t("common:owner"), value: zone.owner || t("common:none") },
        { term: t("zone.purpose"), value: zone.purpose || t("common:none") },
        {
          term: t("profile.protocols"),
          value: protocols.length > 0 ? protocols.join(", ") : t("profile.noProtocols"),
        },
      ]}
    />
  );
}
