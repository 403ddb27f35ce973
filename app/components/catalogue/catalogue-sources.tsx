import { DataTable } from "~/components/data-table";
import { useTranslation } from "~/i18n/use-translation";

type Source = { code: string; what: string; where: string | null };

/** Where the rows come from, as text: an address of somebody else's page is not linked. */
export function CatalogueSources({ sources }: { sources: ReadonlyArray<Source> }) {
  const { t } = useTranslation("catalogue");
  return (
    <DataTable
      caption={t("sources")}
      captionHidden
      rows={sources}
      rowKey={(source) => source.code}
      columns={[
        { id: "code", header: t("sourceCode"), rowHeader: true, cell: (source) => source.code },
        { id: "what", header: t("sourceWhat"), wrap: true, cell: (source) => source.what },
        {
          id: "where",
          header: t("sourceWhere"),
          wrap: true,
          cell: (source) => source.where ?? t("notRecorded"),
        },
      ]}
    />
  );
}
