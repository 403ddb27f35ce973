import { FileDownload } from "~/components/download/file-download";
import { useTranslation } from "~/i18n/use-translation";
import { paths } from "~/paths";
import { Link } from "../link";
import { Panel } from "../panel";

/** What an auditor takes along. */
export function EvidencePackPanel({ decisionId }: { decisionId: string }) {
  const { t } = useTranslation("pack");
  return (
    <Panel title={t("panel.title")}>
      <div className="grid justify-items-start gap-1">
        <FileDownload
          href={paths.evidencePack(decisionId)}
          label={t("panel.download")}
          hint={t("panel.text")}
        />
        <Link to={paths.portalKey()}>{t("panel.portalKey")}</Link>
      </div>
    </Panel>
  );
}
