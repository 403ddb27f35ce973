import { DataTable } from "~/components/data-table";
import { Section } from "~/components/section";
import type { PermittedChannel } from "~/domain/assessment/assessment";
import { useTranslation } from "~/i18n/use-translation";

type Row = PermittedChannel & { id: string; otherName: string };

/** What may flow into and out of the zone. */
export function ZoneChannels({ channels }: { channels: ReadonlyArray<Row> }) {
  const { t } = useTranslation("policy");
  return (
    <Section
      id="channels"
      title={t("zone.channels")}
      description={t(channels.length > 0 ? "zone.channelsText" : "zone.channelsNone")}
    >
      {channels.length === 0 ? null : (
        <DataTable
          caption={t("zone.channels")}
          captionHidden
          rows={channels}
          rowKey={({ id }) => id}
          columns={[
            {
              id: "protocol",
              header: t("zone.channelProtocol"),
              rowHeader: true,
              wrap: true,
              cell: ({ protocol }) => protocol,
            },
            {
              id: "port",
              header: t("zone.channelPort"),
              cell: ({ transport, ports }) =>
                `${t(`model:channel.transports.${transport}`)} ${ports || t("zone.anyPort")}`,
            },
            {
              id: "direction",
              header: t("zone.channelDirection"),
              cell: ({ direction }) => t(`zone.directions.${direction}`),
            },
            {
              id: "peer",
              header: t("zone.channelPeer"),
              wrap: true,
              cell: ({ peer, otherName }) => (
                <>
                  {otherName} <span className="block text-muted">{t(`zone.peers.${peer}`)}</span>
                </>
              ),
            },
            {
              id: "protection",
              header: t("zone.channelProtection"),
              wrap: true,
              cell: ({ encrypted, authenticated }) =>
                `${t(`zone.encrypted.${answerOf(encrypted)}`)}, ${t(`zone.authenticated.${answerOf(authenticated)}`)}`,
            },
          ]}
        />
      )}
    </Section>
  );
}

function answerOf(value: boolean | null): "yes" | "no" | "unknown" {
  return value === null ? "unknown" : value ? "yes" : "no";
}
