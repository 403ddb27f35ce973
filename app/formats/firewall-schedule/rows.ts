import { toNotation } from "~/domain/security-level/security-level";
import { effectiveConduitTarget, type ZoneModelIndex } from "~/domain/zone-model/queries";
import type { Channel, Conduit } from "~/domain/zone-model/zone-model";
import type { WorkbookCell } from "../workbook/write-workbook";

/** One permitted flow: a channel of a conduit, or a conduit for which nobody has named one. */
export type ScheduleLine = {
  conduit: string;
  fromZone: string;
  toZone: string;
  /** Who opens the connection, and to whom. */
  source: string;
  destination: string;
  /** Either end opens it: the line holds in both directions. */
  isBothWays: boolean;
  protocol: string;
  ports: string;
  transport: Channel["transport"] | "";
  /** null = nobody has said; undefined = there is no channel. */
  encrypted: boolean | null | undefined;
  authenticated: boolean | null | undefined;
  purpose: string;
  wireless: boolean;
  remoteAccess: boolean;
  temporary: boolean;
  /** `{2 2 2 2 2 2 2}`, or empty where neither end has a target. */
  slTarget: string;
  findings: ReadonlyArray<string>;
  /** Findings that somebody accepted in writing until a day that has not passed. */
  waived: ReadonlyArray<string>;
};

/** What the rules say of a conduit, in sentences. */
export type ConduitFindings = { open: ReadonlyArray<string>; waived: ReadonlyArray<string> };

/** Conduits in the order of the model, their channels in the order in which they were named. */
export function firewallSchedule(
  index: ZoneModelIndex,
  findingsOf: (conduitId: string) => ConduitFindings,
): ReadonlyArray<ScheduleLine> {
  return index.model.conduits.flatMap((conduit) => {
    const channels: ReadonlyArray<Channel | undefined> =
      conduit.channels.length > 0 ? conduit.channels : [undefined];
    return channels.map((channel) => lineOf(index, conduit, channel, findingsOf(conduit.id)));
  });
}

function lineOf(
  index: ZoneModelIndex,
  conduit: Conduit,
  channel: Channel | undefined,
  { open, waived }: ConduitFindings,
): ScheduleLine {
  const fromZone = index.zoneById.get(conduit.fromZoneId)?.name ?? "";
  const toZone = index.zoneById.get(conduit.toZoneId)?.name ?? "";
  const isReversed = channel?.initiator === "to";
  const target = effectiveConduitTarget(index, conduit);
  return {
    conduit: conduit.name,
    fromZone,
    toZone,
    source: isReversed ? toZone : fromZone,
    destination: isReversed ? fromZone : toZone,
    isBothWays: channel?.initiator === "either",
    protocol: channel?.protocol ?? "",
    ports: channel?.ports ?? "",
    transport: channel?.transport ?? "",
    encrypted: channel?.encrypted,
    authenticated: channel?.authenticated,
    purpose: channel?.purpose ?? "",
    wireless: conduit.wireless,
    remoteAccess: conduit.remoteAccess,
    temporary: conduit.temporary,
    slTarget: target ? toNotation(target) : "",
    findings: open,
    waived,
  };
}

export type ScheduleColumn = Exclude<keyof ScheduleLine, "isBothWays"> | "direction";
export type ScheduleWords = {
  heading(column: ScheduleColumn): string;
  yes: string;
  no: string;
  /** Nobody has said. */
  unknown: string;
  oneWay: string;
  bothWays: string;
  noChannel: string;
  transport(transport: Channel["transport"]): string;
};

/** A head and one row per line of the schedule, for CSV and for a workbook. A single port is a number. */
export function scheduleRows(
  lines: ReadonlyArray<ScheduleLine>,
  words: ScheduleWords,
): ReadonlyArray<ReadonlyArray<WorkbookCell>> {
  const flag = (value: boolean) => (value ? words.yes : words.no);
  const answer = (value: boolean | null | undefined) =>
    value === undefined ? "" : value === null ? words.unknown : flag(value);
  const columns: ReadonlyArray<readonly [ScheduleColumn, (line: ScheduleLine) => WorkbookCell]> = [
    ["conduit", ({ conduit }) => conduit],
    ["fromZone", ({ fromZone }) => fromZone],
    ["toZone", ({ toZone }) => toZone],
    ["source", ({ source }) => source],
    ["destination", ({ destination }) => destination],
    ["direction", ({ isBothWays, transport }) => directionOf(isBothWays, transport, words)],
    ["protocol", ({ protocol, transport }) => (transport === "" ? words.noChannel : protocol)],
    ["ports", ({ ports }) => (/^\d+$/.test(ports) ? Number(ports) : ports)],
    ["transport", ({ transport }) => (transport === "" ? "" : words.transport(transport))],
    ["encrypted", ({ encrypted }) => answer(encrypted)],
    ["authenticated", ({ authenticated }) => answer(authenticated)],
    ["purpose", ({ purpose }) => purpose],
    ["wireless", ({ wireless }) => flag(wireless)],
    ["remoteAccess", ({ remoteAccess }) => flag(remoteAccess)],
    ["temporary", ({ temporary }) => flag(temporary)],
    ["slTarget", ({ slTarget }) => slTarget],
    ["findings", ({ findings }) => findings.join("\n")],
    ["waived", ({ waived }) => waived.join("\n")],
  ];
  return [
    columns.map(([column]) => words.heading(column)),
    ...lines.map((line) => columns.map(([, cellOf]) => cellOf(line))),
  ];
}

function directionOf(
  isBothWays: boolean,
  transport: ScheduleLine["transport"],
  words: ScheduleWords,
): string {
  if (transport === "") return "";
  return isBothWays ? words.bothWays : words.oneWay;
}
