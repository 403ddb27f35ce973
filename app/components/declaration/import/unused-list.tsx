import { CountText } from "~/components/count-text";
import { DataTable } from "~/components/data-table";
import { Panel } from "~/components/panel";
import type { ImportPlan } from "~/domain/declaration/import-plan";
import { useTranslation } from "~/i18n/use-translation";
import { PlaceText } from "./place-text";

/** What of a file was not used, with its place and why. */
export function UnusedList({ unused, unusedCount }: Pick<ImportPlan, "unused" | "unusedCount">) {
  const { t } = useTranslation("import");
  if (unusedCount === 0) return null;
  return (
    <Panel title={t("unused.title")} description={t("unused.text")} flush>
      <DataTable
        caption={t("unused.title")}
        captionHidden
        rows={unused.map((fault, index) => ({ ...fault, index }))}
        rowKey={({ index }) => String(index)}
        columns={[
          {
            id: "place",
            header: t("unused.place"),
            wrap: true,
            cell: ({ place }) => <PlaceText place={place} />,
          },
          {
            id: "why",
            header: t("unused.why"),
            wrap: true,
            rowHeader: true,
            cell: ({ code }) => t(`fault.${code}`),
          },
          { id: "value", header: t("unused.value"), wrap: true, cell: ({ value }) => value },
          {
            id: "suggestion",
            header: t("unused.meant"),
            wrap: true,
            cell: ({ suggestion }) => suggestion,
          },
        ]}
        footer={
          unusedCount > unused.length ? (
            <>
              {t("unused.more")} <CountText count={unusedCount} />
            </>
          ) : undefined
        }
      />
    </Panel>
  );
}
