import { DataTable } from "~/components/data-table";
import { DateText } from "~/components/date-text";
import { Section } from "~/components/section";
import type { MatrixChange } from "~/domain/risk/matrix-changes";
import { useTranslation } from "~/i18n/use-translation";
import { useMatrixLabels } from "./use-matrix-labels";

type Version = {
  version: number;
  personName: string;
  at: string;
  reason: string;
  changes: ReadonlyArray<MatrixChange>;
};

/** Who set what, when and why. */
export function MatrixHistory({ history, isCut }: { history: ReadonlyArray<Version>; isCut: boolean }) {
  const { t } = useTranslation("risk");
  const labels = useMatrixLabels();
  if (history.length === 0) return null;
  return (
    <Section
      id="versions"
      title={t("settings.history.title")}
      description={t("settings.history.description")}
    >
      <DataTable
        caption={t("settings.history.caption")}
        captionHidden
        rows={history}
        rowKey={({ version }) => String(version)}
        footer={isCut ? t("settings.history.older") : undefined}
        columns={[
          {
            id: "version",
            header: t("settings.history.version"),
            rowHeader: true,
            cell: ({ version }) => version,
          },
          { id: "who", header: t("settings.history.who"), cell: ({ personName }) => personName },
          { id: "when", header: t("settings.history.when"), cell: ({ at }) => <DateText value={at} time /> },
          { id: "reason", header: t("settings.history.reason"), wrap: true, cell: ({ reason }) => reason },
          {
            id: "changes",
            header: t("settings.history.changes"),
            wrap: true,
            cell: ({ changes }) => (
              <ul className="rule-defaults">
                {changes.map(({ path, before, after }) => (
                  <li key={path}>
                    {t("settings.history.change", { field: labels[path] ?? path, before, after })}
                  </li>
                ))}
              </ul>
            ),
          },
        ]}
      />
    </Section>
  );
}
