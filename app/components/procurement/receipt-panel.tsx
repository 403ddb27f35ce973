import { FileDownload } from "~/components/download/file-download";
import type { DecisionKind } from "~/domain/procurement/decision";
import { useTranslation } from "~/i18n/use-translation";
import { DateText } from "../date-text";
import { Panel } from "../panel";
import { DecisionBadge } from "./badges";

type ReceiptPanelProps = {
  /** Where the file of that name is. */
  hrefOf: (file: "receipt.json" | "receipt.pdf") => string;
  /** For a supplier, whose page says nothing else of it. */
  decision?: { kind: DecisionKind; decidedAt: string };
};

/** The proof of what was decided, for either side. */
export function ReceiptPanel({ hrefOf, decision }: ReceiptPanelProps) {
  const { t } = useTranslation("receipt");
  return (
    <Panel title={t("panel.title")} id="receipt">
      <div className="grid justify-items-start gap-2">
        {decision ? (
          <p className="flex flex-wrap items-center gap-2">
            <DecisionBadge kind={decision.kind} /> <DateText value={decision.decidedAt} />
          </p>
        ) : null}
        <p>{t(decision ? "panel.supplierText" : "panel.text")}</p>
        <FileDownload href={hrefOf("receipt.pdf")} label={t("panel.pdf")} hint={t("panel.pdfHint")} />
        <FileDownload href={hrefOf("receipt.json")} label={t("panel.json")} hint={t("panel.jsonHint")} />
      </div>
    </Panel>
  );
}
