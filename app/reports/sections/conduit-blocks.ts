import { effectiveConduitTarget } from "~/domain/zone-model/queries";
import type { Channel, Conduit } from "~/domain/zone-model/zone-model";
import { type Block, facts, heading, tableOr } from "../document";
import { conduitNameOf, findingLines, joined, ledgerLines } from "../parts";
import type { ReportInput } from "../report-facts";
import { levelTable, targetRows } from "./target-rows";

/** The characteristics of one conduit (ZCR 6.4). */
export function conduitBlocks(input: ReportInput, conduit: Conduit): ReadonlyArray<Block> {
  const { facts: known, index, words } = input;
  const { t } = words;
  const nameOf = (id: string) => index.zoneById.get(id)?.name ?? id;
  const findings = findingLines(input, [{ kind: "conduit", id: conduit.id }]);
  const target = effectiveConduitTarget(index, conduit);
  const marks = (["wireless", "remoteAccess", "temporary"] as const).filter((mark) => conduit[mark]);
  return [
    heading(3, t("conduit.title", { name: conduitNameOf(index, conduit) })),
    ...levelTable(input, target, null),
    facts([
      [
        t("conduit.ends"),
        t("conduit.fromTo", { from: nameOf(conduit.fromZoneId), to: nameOf(conduit.toZoneId) }),
      ],
      [
        t("conduit.marks"),
        marks.map((mark) => t(`model:conduit.${mark}`)).join(", ") || t("conduit.noMarks"),
      ],
      ...targetRows(input, known.targets.get(`conduit:${conduit.id}`), conduit),
      [t("countermeasure.label"), joined(ledgerLines(input, { kind: "conduit", id: conduit.id }))],
      [t("finding.open"), joined(findings.open)],
      [t("finding.waivedLabel"), joined(findings.waived)],
    ]),
    tableOr(
      t("conduit.noChannels"),
      [
        t("channel.protocol"),
        t("channel.transport"),
        t("channel.initiator"),
        t("channel.protection"),
        t("channel.purpose"),
      ],
      conduit.channels.map((channel) => channelRow(input, conduit, channel)),
    ),
  ];
}

function channelRow(
  { index, words: { t } }: ReportInput,
  conduit: Conduit,
  channel: Channel,
): ReadonlyArray<string> {
  const { protocol, ports, transport, initiator, encrypted, authenticated, purpose } = channel;
  const opener = { from: conduit.fromZoneId, to: conduit.toZoneId, either: null }[initiator];
  const said = (flag: boolean | null) => (flag === null ? "unknown" : flag ? "yes" : "no");
  return [
    protocol,
    [t(`model:channel.transports.${transport}`), ports].filter(Boolean).join(" "),
    opener === null ? t("model:channel.initiators.either") : (index.zoneById.get(opener)?.name ?? opener),
    `${t(`policy:zone.encrypted.${said(encrypted)}`)}, ${t(`policy:zone.authenticated.${said(authenticated)}`)}`,
    purpose,
  ];
}
