import { Disclosure } from "~/components/disclosure";
import { Icon } from "~/components/icon";
import { SelectField } from "~/components/select-field";
import { newChannel } from "~/domain/zone-model/new-elements";
import type { Channel, Conduit } from "~/domain/zone-model/zone-model";
import { useTranslation } from "~/i18n/use-translation";
import type { ProtocolChoice } from "../choices";
import { newId } from "../editing/new-id";
import { ChannelFields } from "./channel-fields";

type ChannelListProps = {
  conduit: Conduit;
  protocols: ReadonlyArray<ProtocolChoice>;
  fromName: string;
  toName: string;
  readOnly: boolean;
  onChange(channels: Array<Channel>): void;
};

const OTHER = "other";

/** The protocol flows of a conduit: one line each, opened to change, and a picker that fills in what is usual. */
export function ChannelList({ conduit, protocols, fromName, toName, readOnly, onChange }: ChannelListProps) {
  const { t } = useTranslation("diagram");
  const { channels } = conduit;
  const replace = (changed: Channel) =>
    onChange(channels.map((channel) => (channel.id === changed.id ? changed : channel)));

  return (
    <>
      {channels.length === 0 ? <p className="editor-none">{t("panel.noChannels")}</p> : null}
      <ul className="channel-list">
        {channels.map((channel) => (
          <li key={channel.id}>
            <Disclosure
              summary={
                <span className="channel-summary">
                  {channel.encrypted ? <Icon name="lock" label={t("model:channel.encryption.yes")} /> : null}
                  {t("panel.channelText", {
                    protocol: channel.protocol,
                    transport: t(`model:channel.transports.${channel.transport}`),
                    ports: channel.ports,
                  })}
                </span>
              }
            >
              <ChannelFields
                channel={channel}
                protocol={protocols.find(({ name }) => name === channel.protocol)}
                fromName={fromName}
                toName={toName}
                readOnly={readOnly}
                onChange={replace}
                onRemove={() => onChange(channels.filter(({ id }) => id !== channel.id))}
              />
            </Disclosure>
          </li>
        ))}
      </ul>
      {readOnly ? null : (
        <SelectField
          key={channels.length}
          name="channel-add"
          label={t("panel.addChannel")}
          defaultValue=""
          placeholder={t("panel.pickProtocol")}
          options={[
            ...protocols.map(({ id, name, port }) => ({
              value: id,
              label: port ? `${name} (${port})` : name,
            })),
            { value: OTHER, label: t("panel.otherProtocol") },
          ]}
          onChange={({ target }) => {
            const protocol = protocols.find(({ id }) => id === target.value);
            if (target.value === "") return;
            onChange([
              ...channels,
              newChannel(newId(), protocol?.name ?? t("panel.otherProtocol"), protocol),
            ]);
          }}
        />
      )}
    </>
  );
}
