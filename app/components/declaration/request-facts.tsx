import { Badge } from "~/components/badge";
import { DateText } from "~/components/date-text";
import { KeyValue } from "~/components/key-value";
import { LevelStrip } from "~/components/level-strip";
import { LevelStripLegend } from "~/components/level-strip-legend";
import type { ComponentType } from "~/domain/requirement/component-requirement";
import { useTranslation } from "~/i18n/use-translation";
import { FileDownload } from "../download/file-download";
import { AttachmentList } from "../procurement/attachment-list";
import { ZoneClass } from "../procurement/snapshot-panel";
import type { RequestRow } from "./summaries";

type RequestFactsProps = {
  request: RequestRow & {
    message: string;
    declineReason: string;
    expectedTypes: ReadonlyArray<ComponentType>;
    allowedProtocols: ReadonlyArray<string>;
    sentAt: string;
    attachments: ReadonlyArray<{ sha256: string; name: string; bytes: number }>;
  };
  /** Where the files that came along are saved from: another address for whoever has no account. */
  hrefOf: (sha256: string) => string;
  /** Of all that is asked as one archive. */
  packageHref: string;
  /** Of the file for machines alone; null for whoever has no account, to whom the archive brings it. */
  zoneHref: string | null;
};

/** All that crosses from the hospital: its name, its words, and the profile of a zone class. */
export function RequestFacts({ request, hrefOf, packageHref, zoneHref }: RequestFactsProps) {
  const { t } = useTranslation("declaration");
  const { expectedTypes, allowedProtocols, attachments } = request;
  return (
    <>
      {request.message ? <p className="whitespace-pre-line">{request.message}</p> : null}
      <KeyValue
        columns={2}
        entries={[
          { term: t("common:hospital"), value: request.hospitalName },
          { term: t("received.sentAt"), value: <DateText value={request.sentAt} /> },
          {
            term: t("common:dueDate"),
            value: (
              <span className="inline-flex flex-wrap items-center gap-2">
                <DateText value={request.dueOn} />
                {request.isOverdue ? <Badge tone="danger">{t("received.overdue")}</Badge> : null}
              </span>
            ),
          },
          { term: t("received.zoneClass"), value: <ZoneClass name={request.zoneClass} /> },
          {
            term: t("received.expectedTypes"),
            value:
              expectedTypes.length > 0
                ? expectedTypes.map((type) => t(`components:componentType.${type}`)).join(", ")
                : t("received.anyType"),
          },
          {
            term: t("received.protocols"),
            value: allowedProtocols.length > 0 ? allowedProtocols.join(", ") : t("received.noProtocols"),
          },
          ...(attachments.length > 0
            ? [
                {
                  term: t("received.attachments"),
                  value: <AttachmentList attachments={attachments} hrefOf={hrefOf} />,
                },
              ]
            : []),
          ...(request.declineReason ? [{ term: t("received.reason"), value: request.declineReason }] : []),
        ]}
      />
      <LevelStrip size="large" labels target={request.slTarget} title={t("received.strip")} />
      <LevelStripLegend />
      <div>
        <FileDownload href={packageHref} label={t("received.package")} hint={t("received.packageText")} />
      </div>
      {zoneHref === null ? null : (
        <div>
          <FileDownload href={zoneHref} label={t("received.zoneFile")} hint={t("received.zoneFileText")} />
        </div>
      )}
    </>
  );
}
