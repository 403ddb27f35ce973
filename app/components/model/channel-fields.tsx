import { CheckboxField } from "~/components/checkbox-field";
import { SelectField } from "~/components/select-field";
import { TextField } from "~/components/text-field";
import { type Channel, INITIATORS, TRANSPORTS } from "~/domain/zone-model/zone-model";
import { useTranslation } from "~/i18n/use-translation";
import type { FieldState } from "./command-form";

type ChannelFieldsProps = {
  /** E.g. `changes.channels.0`. */
  name: string;
  state: FieldState;
  /** null: the row that adds one. */
  channel: Channel | null;
};

const ANSWERS = ["yes", "no"] as const;

export function ChannelFields({ name, state: { errors, typed }, channel }: ChannelFieldsProps) {
  const { t } = useTranslation("model");
  const field = (member: string, stored: string) => ({
    name: `${name}.${member}`,
    defaultValue: typed(`${name}.${member}`, stored),
    errors: errors[`${name}.${member}`],
  });
  const answers = ANSWERS.map((value) => ({ value, label: t(`common:${value}`) }));
  return (
    <fieldset className="grid gap-3 border-t border-line pt-3 sm:grid-cols-2 lg:grid-cols-4">
      <legend className="field-label">{channel ? channel.protocol : t("channel.add")}</legend>
      <input type="hidden" name={`${name}.id`} value={channel?.id ?? ""} />
      <TextField
        {...field("protocol", channel?.protocol ?? "")}
        label={t("channel.protocol")}
        list="known-protocols"
        maxLength={80}
        hint={channel ? undefined : t("channel.addHint")}
      />
      <TextField
        {...field("ports", channel?.ports ?? "")}
        label={t("channel.ports")}
        hint={t("channel.portsHint")}
        maxLength={11}
      />
      <SelectField
        {...field("transport", channel?.transport ?? "")}
        label={t("channel.transport")}
        placeholder={channel ? undefined : t("table:channel.usual")}
        options={TRANSPORTS.map((value) => ({ value, label: t(`channel.transports.${value}`) }))}
      />
      <SelectField
        {...field("initiator", channel?.initiator ?? "from")}
        label={t("channel.initiator")}
        options={INITIATORS.map((value) => ({ value, label: t(`channel.initiators.${value}`) }))}
      />
      <SelectField
        {...field("encrypted", toAnswer(channel?.encrypted))}
        label={t("channel.encrypted")}
        placeholder={t(channel ? "common:unknown" : "table:channel.usual")}
        options={answers}
      />
      <SelectField
        {...field("authenticated", toAnswer(channel?.authenticated))}
        label={t("channel.authenticated")}
        placeholder={t("common:unknown")}
        options={answers}
      />
      <TextField
        {...field("purpose", channel?.purpose ?? "")}
        label={t("channel.purpose")}
        optional
        maxLength={500}
      />
      {channel ? <CheckboxField name={`${name}.remove`} label={t("channel.remove")} /> : null}
    </fieldset>
  );
}

function toAnswer(value: boolean | null | undefined): string {
  if (value === null || value === undefined) return "";
  return value ? "yes" : "no";
}
