import { ButtonLink } from "~/components/button-link";
import { DataTable } from "~/components/data-table";
import { Panel } from "~/components/panel";
import { formatBytes, formatList } from "~/i18n/format";
import { useLanguage } from "~/i18n/use-language";
import { useTranslation } from "~/i18n/use-translation";
import { paths } from "~/paths";
import type { StoredFile } from "./file-field";

type FileLibraryProps = {
  declarationId: string;
  files: ReadonlyArray<StoredFile>;
  pieces: ReadonlyArray<{ sha256: string | null }>;
};

/** Files of the supplier that this declaration does not use yet: one file can back many products. */
export function FileLibrary({ declarationId, files, pieces }: FileLibraryProps) {
  const { t } = useTranslation("files");
  const language = useLanguage();
  const used = new Set(pieces.map(({ sha256 }) => sha256));
  const others = files.filter(({ sha256 }) => !used.has(sha256));
  if (others.length === 0) return null;
  return (
    <Panel title={t("library.title")} description={t("library.description")} flush>
      <DataTable
        caption={t("library.title")}
        captionHidden
        rows={others}
        rowKey={({ sha256 }) => sha256}
        columns={[
          { id: "name", header: t("file"), rowHeader: true, wrap: true, cell: ({ name }) => name },
          { id: "size", header: t("library.size"), cell: ({ bytes }) => formatBytes(bytes, language) },
          {
            id: "products",
            header: t("library.usedBy"),
            wrap: true,
            cell: ({ products }) => (products.length > 0 ? formatList(products, language) : t("notUsedYet")),
          },
          {
            id: "use",
            header: t("library.use"),
            headerHidden: true,
            cell: ({ sha256, name }) => (
              <ButtonLink
                to={paths.declarationEvidence(declarationId, { edit: "new", file: sha256 })}
                size="small"
                aria-label={t("library.useOf", { name })}
              >
                {t("library.use")}
              </ButtonLink>
            ),
          },
        ]}
      />
    </Panel>
  );
}
