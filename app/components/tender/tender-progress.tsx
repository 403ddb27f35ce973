import type { TenderProgress as ProgressFacts } from "~/domain/procurement/tender";
import { useTranslation } from "~/i18n/use-translation";
import { paths } from "~/paths";
import { DateText } from "../date-text";
import { FileDownload } from "../download/file-download";
import { KeyValue } from "../key-value";
import { Panel } from "../panel";
import { AttachmentList } from "../procurement/attachment-list";
import { Progress } from "../progress";

type TenderFactsProps = {
  tender: {
    id: string;
    attachments: ReadonlyArray<{ sha256: string; name: string; bytes: number }>;
    subject: string;
    message: string;
    dueOn: string;
    createdAt: string;
    createdByName: string | null;
    remindedAt: string | null;
    closedAt: string | null;
  };
};

/** How far the requests are, in words and as a bar. */
export function TenderProgress({ progress }: { progress: ProgressFacts }) {
  const { t } = useTranslation("tender");
  const { total, waiting, accepted, answered, ended } = progress;
  const counts = [
    ...(waiting > 0 ? [t("page.waiting", { count: waiting })] : []),
    ...(accepted > 0 ? [t("page.accepted", { count: accepted })] : []),
    ...(ended > 0 ? [t("page.ended", { count: ended })] : []),
  ];
  return (
    <Panel title={t("page.progress")}>
      <Progress label={t("page.progressLabel")} value={answered} max={total} />
      {counts.length > 0 ? <p>{counts.join(" ")}</p> : null}
    </Panel>
  );
}

/** What was sent, and the package of it. */
export function TenderFacts({ tender }: TenderFactsProps) {
  const { t } = useTranslation("tender");
  const { subject, message, dueOn, createdAt, createdByName, remindedAt, closedAt, attachments } = tender;
  return (
    <>
      <Panel title={t("page.facts")}>
        <KeyValue
          columns={2}
          entries={[
            { term: t("page.subject"), value: subject },
            { term: t("common:dueDate"), value: <DateText value={dueOn} /> },
            { term: t("page.message"), value: <span className="whitespace-pre-line">{message || "–"}</span> },
            ...(attachments.length > 0
              ? [
                  {
                    term: t("attachments.legend"),
                    value: (
                      <AttachmentList
                        attachments={attachments}
                        hrefOf={(sha256) => paths.tenderFile(tender.id, sha256)}
                      />
                    ),
                  },
                ]
              : []),
            { term: t("page.sentOn"), value: <DateText value={createdAt} time /> },
            { term: t("page.by"), value: createdByName ?? "–" },
            ...(remindedAt
              ? [{ term: t("page.reminded"), value: <DateText value={remindedAt} time /> }]
              : []),
            ...(closedAt ? [{ term: t("page.closed"), value: <DateText value={closedAt} time /> }] : []),
          ]}
        />
      </Panel>
      <Panel title={t("package.title")} description={t("package.text")}>
        <div className="actions">
          <FileDownload href={paths.tenderPackage(tender.id)} label={t("package.download")} />
        </div>
      </Panel>
    </>
  );
}
