import { DataTable } from "~/components/data-table";
import { DateText } from "~/components/date-text";
import { Section } from "~/components/section";
import type { LayerEntry } from "~/domain/policy/layer-changes";
import type { PolicyKey } from "~/domain/policy/policy-rules";
import { useTranslation } from "~/i18n/use-translation";
import { useRuleText } from "./use-rule-text";

/** Absent entries do not travel: what is not there is inherited. */
type Change = { key: PolicyKey; before?: LayerEntry; after?: LayerEntry };
type Version = {
  version: number;
  personName: string;
  at: string;
  reason: string;
  changes: ReadonlyArray<Change>;
};

/** Who set what, when and why. */
export function PolicyHistory({ history, isCut }: { history: ReadonlyArray<Version>; isCut: boolean }) {
  const { t } = useTranslation("policy");
  if (history.length === 0) return null;
  return (
    <Section id="versions" title={t("history.title")} description={t("history.description")}>
      <DataTable
        caption={t("history.caption")}
        captionHidden
        rows={history}
        rowKey={({ version }) => String(version)}
        footer={isCut ? t("history.older") : undefined}
        columns={[
          { id: "version", header: t("history.version"), rowHeader: true, cell: ({ version }) => version },
          { id: "who", header: t("history.who"), cell: ({ personName }) => personName },
          { id: "when", header: t("history.when"), cell: ({ at }) => <DateText value={at} time /> },
          { id: "reason", header: t("history.reason"), wrap: true, cell: ({ reason }) => reason },
          {
            id: "changes",
            header: t("history.changes"),
            wrap: true,
            cell: ({ changes }) => <Changes changes={changes} />,
          },
        ]}
      />
    </Section>
  );
}

function Changes({ changes }: { changes: ReadonlyArray<Change> }) {
  const { t } = useTranslation("policy");
  const ruleText = useRuleText();
  return (
    <ul className="rule-defaults">
      {changes.map(({ key, before, after }) => (
        <li key={key}>
          {t("history.change", {
            rule: t(`rule.${key}.name`),
            before: ruleText(key, before),
            after: ruleText(key, after),
          })}
        </li>
      ))}
    </ul>
  );
}
