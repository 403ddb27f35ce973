import { Badge } from "~/components/badge";
import { DateText } from "~/components/date-text";
import { KeyValue } from "~/components/key-value";
import { LevelStrip } from "~/components/level-strip";
import { LevelStripLegend } from "~/components/level-strip-legend";
import type { ComponentType } from "~/domain/requirement/component-requirement";
import { useTranslation } from "~/i18n/use-translation";
import { paths } from "~/paths";
import { Icon } from "../icon";
import { ZoneClass } from "../procurement/snapshot-panel";
import type { RequestRow } from "./summaries";

type RequestFactsProps = {
  request: RequestRow & {
    message: string;
    declineReason: string;
    expectedTypes: ReadonlyArray<ComponentType>;
    allowedProtocols: ReadonlyArray<string>;
    sentAt: string;
  };
};

/** All that crosses from the hospital: its name, its words, and the profile of a zone class. */
export function RequestFacts({ request }: RequestFactsProps) {
  const { t } = useTranslation("declaration");
  const { expectedTypes, allowedProtocols } = request;
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
          ...(request.declineReason ? [{ term: t("received.reason"), value: request.declineReason }] : []),
        ]}
      />
      <LevelStrip size="large" labels target={request.slTarget} title={t("received.strip")} />
      <LevelStripLegend />
      <p>
        <a href={paths.receivedZone(request.id)} className="file-link" download>
          <Icon name="download" />
          <span className="file-name">{t("received.zoneFile")}</span>
          <span className="field-hint">{t("received.zoneFileText")}</span>
        </a>
      </p>
    </>
  );
}
