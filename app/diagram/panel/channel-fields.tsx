import { Button } from "~/components/button";
import { SelectField } from "~/components/select-field";
import { type Channel, ChannelSchema, INITIATORS, TRANSPORTS } from "~/domain/zone-model/zone-model";
import { useTranslation } from "~/i18n/use-translation";
import type { ProtocolChoice } from "../choices";
import { CommittedField } from "./committed-field";

type ChannelFieldsProps = {
  channel: Channel;
  /** The reference protocol of this name, where there is one. */
  protocol: ProtocolChoice | undefined;
  fromName: string;
  toName: string;
  readOnly: boolean;
  onChange(channel: Channel): void;
  onRemove(): void;
};

const ANSWERS = ["unknown", "yes", "no"] as const;
const FLAGS = ["encrypted", "authenticated"] as const;

export function ChannelFields(props: ChannelFieldsProps) {
  const { channel, protocol, fromName, toName, readOnly, onChange, onRemove } = props;
  const { t } = useTranslation("diagram");
  const { shape } = ChannelSchema;
  const ends = { from: fromName, to: toName, either: t("model:channel.initiators.either") };
  const nameOf = (field: string) => `channel-${channel.id}-${field}`;

  return (
    <div className="panel-fields">
      <CommittedField
        name={nameOf("protocol")}
        label={t("model:channel.protocol")}
        value={channel.protocol}
        schema={shape.protocol}
        readOnly={readOnly}
        onCommit={(name) => onChange({ ...channel, protocol: name })}
      />
      <div className="field-pair">
        <SelectField
          name={nameOf("transport")}
          label={t("model:channel.transport")}
          value={channel.transport}
          disabled={readOnly}
          options={TRANSPORTS.map((value) => ({ value, label: t(`model:channel.transports.${value}`) }))}
          onChange={({ target }) => {
            const transport = TRANSPORTS.find((value) => value === target.value);
            if (transport) onChange({ ...channel, transport });
          }}
        />
        <CommittedField
          name={nameOf("ports")}
          label={t("model:channel.ports")}
          placeholder={t("model:channel.portsHint")}
          value={channel.ports}
          schema={shape.ports}
          readOnly={readOnly}
          onCommit={(ports) => onChange({ ...channel, ports })}
        />
      </div>
      <SelectField
        name={nameOf("initiator")}
        label={t("model:channel.initiator")}
        value={channel.initiator}
        disabled={readOnly}
        options={INITIATORS.map((value) => ({ value, label: ends[value] }))}
        onChange={({ target }) => {
          const initiator = INITIATORS.find((value) => value === target.value);
          if (initiator) onChange({ ...channel, initiator });
        }}
      />
      <div className="field-pair">
        {FLAGS.map((flag) => (
          <SelectField
            key={flag}
            name={nameOf(flag)}
            label={t(`model:channel.${flag}`)}
            value={channel[flag] === null ? "unknown" : channel[flag] ? "yes" : "no"}
            disabled={readOnly}
            options={ANSWERS.map((value) => ({ value, label: t(`panel.${value}`) }))}
            onChange={({ target }) =>
              onChange({ ...channel, [flag]: target.value === "unknown" ? null : target.value === "yes" })
            }
          />
        ))}
      </div>
      {protocol?.secureOption && channel.encrypted !== true ? (
        <p className="field-hint">{t("panel.secureOption", { option: protocol.secureOption })}</p>
      ) : null}
      <CommittedField
        name={nameOf("purpose")}
        label={t("model:channel.purpose")}
        value={channel.purpose}
        schema={shape.purpose}
        readOnly={readOnly}
        onCommit={(purpose) => onChange({ ...channel, purpose })}
      />
      {readOnly ? null : (
        <Button size="small" icon="trash" onClick={onRemove}>
          {t("model:channel.remove")}
        </Button>
      )}
    </div>
  );
}
