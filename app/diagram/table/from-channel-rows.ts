import { type ProtocolSuggestion, usualOf } from "~/domain/zone-model/new-elements";
import { answerOf, type FormValues, membersOf, orNull } from "./form-values";

type ChannelRows = {
  channels: ReadonlyArray<FormValues>;
  /** The row of each channel. */
  channelRows: ReadonlyArray<number>;
};

/**
 * The channels of a form. The empty row at the end is an offer to add one, a row that is ticked to go goes. A new channel
 * of a known protocol has what that usually has wherever the row says nothing.
 */
export function fromChannelRows(
  rows: FormValues,
  protocols: ReadonlyArray<ProtocolSuggestion>,
  newId: () => string,
): ChannelRows {
  const meant = Object.entries(rows)
    .map(([row, channel]) => ({ row: Number(row), channel: membersOf(channel) }))
    .filter(({ channel }) => channel.remove !== "on" && !isBlank(channel));
  return {
    channels: meant.map(({ channel }) => channelOf(channel, protocols, newId)),
    channelRows: meant.map(({ row }) => row),
  };
}

function isBlank({ id, protocol }: FormValues): boolean {
  return orNull(id) === null && orNull(protocol) === null;
}

function channelOf(
  { remove: _remove, ...channel }: FormValues,
  protocols: ReadonlyArray<ProtocolSuggestion>,
  newId: () => string,
): FormValues {
  const { id, protocol, ports, transport, encrypted, authenticated } = channel;
  const isNew = orNull(id) === null;
  const known = isNew ? protocols.find(({ name }) => name === protocol) : undefined;
  const usual = known && usualOf(known);
  return {
    ...channel,
    id: orNull(id) ?? newId(),
    ports: orNull(ports) ?? usual?.ports ?? "",
    transport: orNull(transport) ?? usual?.transport ?? "tcp",
    encrypted: answerOf(encrypted) ?? usual?.encrypted ?? null,
    authenticated: answerOf(authenticated),
  };
}
