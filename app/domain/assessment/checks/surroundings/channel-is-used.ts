import { FLOW_PEERS } from "../../../declaration/fact-values";
import type { PermittedChannel } from "../../assessment";
import { factCheck } from "../../check";
import { findingsOf } from "../../check-parts";
import {
  distinctChannels,
  letsThrough,
  listFlows,
  type Need,
  networkNeedsOf,
  permittedChannelsOf,
  waysOf,
} from "../../surroundings-parts";

const id = "channel-is-used";
const finding = findingsOf(id, "RDF");

/**
 * A channel that nothing uses should not be open (IEC 62443-3-3 SR 5.2 RE(1)). One product cannot decide it, so all
 * that this one leaves unused are listed in one note per other end: a way to the internet is not one to the hospital.
 */
export const channelIsUsed = factCheck<ReadonlyArray<PermittedChannel>, ReadonlyArray<Need> | null>({
  id,
  clauses: [
    { standard: "iec-62443-3-3", ref: "SR 5.2 RE(1)" },
    { standard: "iec-62443-3-2", ref: "ZCR 6.4" },
  ],
  demandOf: permittedChannelsOf,
  subjectOf: networkNeedsOf,
  evaluate: (channels, needs) => {
    // Without a list of needs nothing can be called unused.
    if (needs === null || channels.length === 0) return [];
    const unused = distinctChannels(channels).filter(
      (channel) => !needs.some((need) => waysOf(need).some((way) => letsThrough(channel, need, way))),
    );
    if (unused.length === 0) return [finding({ outcome: "conforms", state: "all-used" })];
    return FLOW_PEERS.flatMap((peer) => {
      const channels = unused.filter((channel) => channel.peer === peer);
      if (channels.length === 0) return [];
      const params = { count: channels.length, channels: listFlows(channels), peer: [peer] };
      return [
        finding({ about: peer, outcome: "note", state: "some-unused", params, hospital: ["close-channel"] }),
      ];
    });
  },
});
