import type { Evidence } from "~/domain/declaration/evidence";
import { useTranslation } from "~/i18n/use-translation";
import { paths } from "~/paths";
import { Badge } from "../badge";
import { DataTable } from "../data-table";
import { DateText } from "../date-text";
import { FileLink } from "../file-link";
import { Panel } from "../panel";

type UsedEvidence = Pick<
  Evidence,
  "id" | "title" | "issuer" | "assurance" | "scheme" | "schemeVersion" | "validUntil"
> & { isUsed: boolean; file: { name: string; bytes: number } | null };

/** What the supplier has put on the table, and what of it the findings rest on. */
export function EvidenceUsed({
  declarationId,
  evidence,
}: {
  declarationId: string;
  evidence: ReadonlyArray<UsedEvidence>;
}) {
  const { t } = useTranslation("questions");
  if (evidence.length === 0) return null;
  return (
    <Panel title={t("evidence.title")} description={t("evidence.description")} flush>
      <DataTable
        caption={t("evidence.caption")}
        captionHidden
        rows={evidence}
        rowKey={({ id }) => id}
        columns={[
          {
            id: "piece",
            header: t("evidence.piece"),
            rowHeader: true,
            wrap: true,
            cell: ({ title }) => title,
          },
          {
            id: "file",
            header: t("files:file"),
            cell: ({ id, file }) =>
              file ? <FileLink to={paths.sharedEvidenceFile(declarationId, id)} file={file} /> : "–",
          },
          {
            id: "used",
            header: t("evidence.used"),
            cell: ({ isUsed }) => (
              <Badge tone={isUsed ? "info" : "neutral"}>
                {t(isUsed ? "evidence.isUsed" : "evidence.isNotUsed")}
              </Badge>
            ),
          },
          {
            id: "standard",
            header: t("evidence.standard"),
            cell: ({ scheme, schemeVersion }) => `${scheme} ${schemeVersion}`.trim(),
          },
          {
            id: "assurance",
            header: t("evidence.assurance"),
            cell: ({ assurance }) => t(`facts:word.${assurance}`),
          },
          { id: "issuer", header: t("evidence.issuer"), cell: ({ issuer }) => issuer || "–" },
          {
            id: "until",
            header: t("evidence.until"),
            cell: ({ validUntil }) =>
              validUntil === null ? t("evidence.noEnd") : <DateText value={validUntil} />,
          },
        ]}
      />
    </Panel>
  );
}
