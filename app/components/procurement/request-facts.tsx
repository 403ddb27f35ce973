import { useTranslation } from "~/i18n/use-translation";
import { paths } from "~/paths";
import { DateText } from "../date-text";
import { KeyValue } from "../key-value";
import { Link } from "../link";
import { Panel } from "../panel";

type RequestFactsProps = {
  request: {
    message: string;
    dueOn: string;
    createdAt: string;
    updatedAt: string;
    createdByName: string | null;
    declineReason: string;
    tender: { id: string; name: string } | null;
    zone: { modelId: string; zoneId: string; name: string; modelName: string; revisionNumber: number };
  };
};

/** What was sent beside the snapshot, and what stays with the hospital. */
export function RequestFacts({ request }: RequestFactsProps) {
  const { t } = useTranslation("request");
  const { message, dueOn, createdAt, updatedAt, createdByName, declineReason, zone, tender } = request;
  const place = t("page.zoneOf", { zone: zone.name, revision: zone.revisionNumber, model: zone.modelName });
  return (
    <>
      <Panel>
        <KeyValue
          columns={2}
          entries={[
            { term: t("common:dueDate"), value: <DateText value={dueOn} /> },
            { term: t("message"), value: <span className="whitespace-pre-line">{message || "–"}</span> },
            ...(declineReason
              ? [
                  {
                    term: t("page.declineReason"),
                    value: <span className="whitespace-pre-line">{declineReason}</span>,
                  },
                ]
              : []),
          ]}
        />
      </Panel>
      <Panel title={t("page.hospitalOnly")}>
        <KeyValue
          columns={2}
          entries={[
            {
              term: t("common:zone"),
              value: <Link to={paths.zoneProfile(zone.modelId, zone.zoneId)}>{place}</Link>,
            },
            ...(tender
              ? [{ term: t("page.partOf"), value: <Link to={paths.tender(tender.id)}>{tender.name}</Link> }]
              : []),
            { term: t("page.createdBy"), value: createdByName ?? "–" },
            { term: t("page.created"), value: <DateText value={createdAt} time /> },
            { term: t("page.lastChange"), value: <DateText value={updatedAt} time /> },
          ]}
        />
      </Panel>
    </>
  );
}
