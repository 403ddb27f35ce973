import { DataTable } from "~/components/data-table";
import { Section } from "~/components/section";
import { VerifyMark } from "~/components/verify-mark";
import type { Confidence } from "~/domain/requirement/component-requirement";
import { useTranslation } from "~/i18n/use-translation";

type Meaning = {
  attribute: "configuration" | "logging" | "encryption" | "updates" | "siem" | "access-control" | "network";
  level: number;
  measure: string;
  requirements: ReadonlyArray<string>;
  confidence: Confidence;
};

/** What the levels of the target mean, area by area, in words that need no standard. */
export function ZoneMeanings({ meanings }: { meanings: ReadonlyArray<Meaning> }) {
  const { t } = useTranslation("policy");
  return (
    <Section level={3} title={t("zone.meaning")} description={t("zone.meaningText")}>
      <DataTable
        caption={t("zone.meaning")}
        captionHidden
        rows={meanings}
        rowKey={({ attribute, level }) => `${attribute} ${level}`}
        columns={[
          {
            id: "attribute",
            header: t("zone.attribute"),
            rowHeader: true,
            cell: ({ attribute }) => t(`zone.attributes.${attribute}`),
          },
          { id: "level", header: t("zone.meaningLevel"), align: "center", cell: ({ level }) => level },
          { id: "measure", header: t("zone.measure"), wrap: true, cell: ({ measure }) => measure },
          {
            id: "rows",
            header: t("zone.meaningRows"),
            wrap: true,
            cell: ({ requirements }) => requirements.join(", "),
          },
          {
            id: "verify",
            header: t("zone.verify"),
            headerHidden: true,
            cell: ({ confidence }) => <VerifyMark confidence={confidence} />,
          },
        ]}
      />
    </Section>
  );
}
