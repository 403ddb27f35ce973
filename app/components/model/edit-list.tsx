import { DataTable } from "~/components/data-table";
import { DateText } from "~/components/date-text";
import { useTranslation } from "~/i18n/use-translation";

type EditRow = { version: number; personName: string; at: string; commands: number };

/** Who saved the draft lately. */
export function EditList({ edits }: { edits: ReadonlyArray<EditRow> }) {
  const { t } = useTranslation("model");
  return (
    <DataTable
      caption={t("edit.list")}
      captionHidden
      rows={edits}
      rowKey={({ version }) => String(version)}
      columns={[
        {
          id: "version",
          header: t("edit.version"),
          rowHeader: true,
          cell: ({ version }) => version,
        },
        { id: "at", header: t("common:date"), cell: ({ at }) => <DateText value={at} time /> },
        { id: "person", header: t("edit.person"), cell: ({ personName }) => personName },
        { id: "steps", header: t("edit.steps"), align: "end", cell: ({ commands }) => commands },
      ]}
    />
  );
}
