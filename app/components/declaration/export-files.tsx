import { Disclosure } from "~/components/disclosure";
import { FileDownload } from "~/components/download/file-download";
import type { DeclarationState } from "~/domain/declaration/declaration";
import { useTranslation } from "~/i18n/use-translation";
import { paths } from "~/paths";
import { Link } from "../link";

/** Ends of addresses and their names in the messages. */
const FILES = [
  ["declaration.pdf", "declaration_pdf"],
  ["declaration.json", "declaration_json"],
  ["attestations.cdx.json", "attestations_cdx_json"],
  ["component-definition.oscal.json", "component-definition_oscal_json"],
  ["workbook.xlsx", "workbook_xlsx"],
] as const;

type ExportFilesProps = {
  hrefOf(file: string): string;
  state: DeclarationState;
  isSealed: boolean;
};

/** The files that a declaration can be taken along as. */
export function ExportFiles({ hrefOf, state, isSealed }: ExportFilesProps) {
  const { t } = useTranslation("sealing");
  const text = state === "draft" ? "draftText" : isSealed ? "signedText" : "unsealedText";
  return (
    <Disclosure summary={t("export.title")} boxed>
      <p>
        {t(`export.${text}`)} {isSealed ? <Link to={paths.portalKey()}>{t("export.toKey")}</Link> : null}
      </p>
      <ul className="grid gap-2">
        {FILES.map(([file, name]) => (
          <li key={file} className="grid justify-items-start gap-1">
            <FileDownload
              href={hrefOf(file)}
              label={t(`export.file.${name}`)}
              hint={t(`export.what.${name}`)}
            />
          </li>
        ))}
      </ul>
    </Disclosure>
  );
}
