import type { IncidentStep } from "~/domain/incident/incident";
import type { ReportingEventKind } from "~/domain/notice/reporting-clock";
import { useTranslation } from "~/i18n/use-translation";
import { DataTable } from "../data-table";
import { DateText } from "../date-text";

type ShownEvent = {
  number: number;
  /** null = a note. */
  what: ReportingEventKind | IncidentStep | null;
  happenedAt: Date;
  recordedAt: Date;
  recordedByName: string;
  note: string;
};

/** What was written down, with the moment it happened and the one it was written down. */
export function EventTable({ events }: { events: ReadonlyArray<ShownEvent> }) {
  const { t } = useTranslation("notice");
  return (
    <DataTable
      caption={t("clock.eventsCaption")}
      rows={events}
      rowKey={({ number }) => String(number)}
      empty={<p className="text-muted">{t("clock.noEvents")}</p>}
      columns={[
        {
          id: "what",
          header: t("clock.eventHead.what"),
          rowHeader: true,
          wrap: true,
          cell: ({ what }) => (what ? t(`clock.event.${what}`) : t("incident.note")),
        },
        {
          id: "when",
          header: t("clock.eventHead.when"),
          cell: ({ happenedAt }) => <DateText value={happenedAt} time />,
        },
        {
          id: "recorded",
          header: t("clock.eventHead.recorded"),
          cell: ({ recordedAt }) => <DateText value={recordedAt} time />,
        },
        { id: "by", header: t("clock.eventHead.by"), cell: ({ recordedByName }) => recordedByName },
        { id: "note", header: t("clock.eventHead.note"), wrap: true, cell: ({ note }) => note },
      ]}
    />
  );
}
