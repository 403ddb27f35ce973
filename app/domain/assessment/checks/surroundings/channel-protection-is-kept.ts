import type { PermittedChannel } from "../../assessment";
import { type CheckFinding, factCheck } from "../../check";
import { findingsOf } from "../../check-parts";
import {
  channelsFor,
  distinctNeeds,
  flowParams,
  type Need,
  nameOfFlow,
  networkNeedsOf,
  permittedChannelsOf,
} from "../../surroundings-parts";

const id = "channel-protection-is-kept";
const finding = findingsOf(id, "DC");

/**
 * A conduit that was accepted for protected flows is not the same conduit with open ones (IEC 62443-3-2 ZCR 6.4): the
 * firewall cannot tell, so the product has to keep to it. Of several channels that fit, one whose demands are met is enough.
 */
export const channelProtectionIsKept = factCheck<ReadonlyArray<PermittedChannel>, ReadonlyArray<Need> | null>(
  {
    id,
    clauses: [
      { standard: "iec-62443-3-2", ref: "ZCR 6.4" },
      { standard: "iec-62443-4-2", ref: "CR 4.1" },
      { standard: "iec-62443-4-2", ref: "CR 3.1" },
      { standard: "mds2-2019", ref: "TXCF-2" },
      { standard: "mds2-2019", ref: "TXCF-4" },
    ],
    demandOf: permittedChannelsOf,
    subjectOf: networkNeedsOf,
    evaluate: (channels, needs) =>
      distinctNeeds(needs ?? []).flatMap((need) => findingsOfNeed(need, channelsFor(need, channels))),
  },
);

type Channels = ReadonlyArray<PermittedChannel>;

function findingsOfNeed(need: Need, ways: ReadonlyArray<Channels>): ReadonlyArray<CheckFinding> {
  const demanding = ways.flat().filter(({ encrypted, authenticated }) => encrypted || authenticated);
  // Where nothing lets the flow through, network-need-has-a-channel speaks.
  if (demanding.length === 0 || ways.some((fitting) => fitting.length === 0)) return [];
  const common = { about: nameOfFlow(need), params: flowParams(need) };
  const open = ways.filter((fitting) => !fitting.some((channel) => keepsTo(channel, need))).flat();
  if (open.length === 0) return [finding({ ...common, outcome: "conforms", state: "kept" })];
  const state = missingProtection(need, open);
  if (!need.required)
    return [finding({ ...common, outcome: "conforms-with-conditions", state, hospital: ["switch-off"] })];
  const hospital = ["protect-outside", "permit-open"];
  return [finding({ ...common, outcome: "does-not-conform", state, supplier: ["protect"], hospital })];
}

/** What nobody has said of a channel is not demanded. */
function keepsTo(channel: PermittedChannel, need: Need): boolean {
  return (!channel.encrypted || need.encrypted) && (!channel.authenticated || need.authenticated);
}

function missingProtection(need: Need, channels: Channels): string {
  const isReadable = !need.encrypted && channels.some(({ encrypted }) => encrypted);
  const isAnonymous = !need.authenticated && channels.some(({ authenticated }) => authenticated);
  if (isReadable && isAnonymous) return "not-protected";
  return isReadable ? "not-encrypted" : "not-authenticated";
}
