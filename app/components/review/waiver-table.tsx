import { DataTable } from "~/components/data-table";
import { DateText } from "~/components/date-text";
import { ChangeBadge } from "~/components/model/difference-table";
import { useRuleWords } from "~/components/model/use-rule-words";
import { Section } from "~/components/section";
import type { ElementKind } from "~/domain/zone-model/zone-model";
import { useTranslation } from "~/i18n/use-translation";

type ChangedWaiver = {
  id: string;
  ruleId: string;
  reason: string;
  expiresOn: string;
  change: "added" | "removed" | "changed";
  element: { kind: ElementKind; id: string };
  elementName: string;
};

/** Rules of the model that somebody accepted not to keep, on one side only or otherwise than on the other. */
export function ChangedWaivers({ waivers }: { waivers: ReadonlyArray<ChangedWaiver> }) {
  const { t } = useTranslation("review");
  const words = useRuleWords();
  if (waivers.length === 0) return null;
  return (
    <Section title={t("waivers.title", { count: waivers.length })}>
      <DataTable
        caption={t("waivers.caption")}
        captionHidden
        rows={waivers}
        rowKey={({ id }) => id}
        columns={[
          {
            id: "change",
            header: t("model:difference.change"),
            cell: ({ change }) => <ChangeBadge change={change} />,
          },
          {
            id: "rule",
            header: t("waivers.rule"),
            rowHeader: true,
            wrap: true,
            cell: ({ ruleId }) => words.title(ruleId),
          },
          {
            id: "element",
            header: t("model:difference.element"),
            wrap: true,
            cell: ({ element, elementName }) => (
              <>
                {elementName} <span className="text-muted">{t(`common:${element.kind}`)}</span>
              </>
            ),
          },
          { id: "reason", header: t("common:reason"), wrap: true, cell: ({ reason }) => reason },
          {
            id: "until",
            header: t("waivers.expires"),
            cell: ({ expiresOn }) => <DateText value={expiresOn} />,
          },
        ]}
      />
    </Section>
  );
}
