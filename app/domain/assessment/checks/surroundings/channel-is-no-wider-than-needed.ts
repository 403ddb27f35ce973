import type { PermittedChannel } from "../../assessment";
import { factCheck } from "../../check";
import { findingsOf } from "../../check-parts";
import {
  coverPorts,
  distinctChannels,
  type Flow,
  flowParams,
  letsThrough,
  listFlows,
  type Need,
  nameOfFlow,
  networkNeedsOf,
  permittedChannelsOf,
  portsOf,
  waysOf,
} from "../../surroundings-parts";

const id = "channel-is-no-wider-than-needed";
const finding = findingsOf(id, "RDF");

/**
 * What a conduit permits beyond need is a way for an attacker and for nobody else (IEC 62443-3-3 SR 5.2 RE(1)). Only a
 * note: another product of the zone may need the rest. One per channel that this product uses.
 */
export const channelIsNoWiderThanNeeded = factCheck<
  ReadonlyArray<PermittedChannel>,
  ReadonlyArray<Need> | null
>({
  id,
  clauses: [
    { standard: "iec-62443-3-3", ref: "SR 5.2 RE(1)" },
    { standard: "iec-62443-3-2", ref: "ZCR 6.4" },
    { standard: "eu-cra", ref: "Annex I Part I (2)(j)" },
  ],
  demandOf: permittedChannelsOf,
  subjectOf: networkNeedsOf,
  evaluate: (channels, needs) =>
    distinctChannels(channels).flatMap((channel) => {
      const uses = usesOf(channel, needs ?? []);
      const state = widthOf(channel, uses);
      if (state === null) return [];
      const params = { ...flowParams(channel), needs: listFlows(uses.map(({ need }) => need)) };
      return [finding({ about: nameOfFlow(channel), outcome: "note", state, params, hospital: ["narrow"] })];
    }),
});

type Use = { need: Need; way: Flow["direction"] };

function usesOf(channel: Flow, needs: ReadonlyArray<Need>): ReadonlyArray<Use> {
  return needs.flatMap((need) =>
    waysOf(need)
      .filter((way) => letsThrough(channel, need, way))
      .map((way) => ({ need, way })),
  );
}

/** In which respect a channel that is used is wider than all its uses together. */
function widthOf(channel: Flow, uses: ReadonlyArray<Use>): string | null {
  if (uses.length === 0) return null;
  const ports = uses.map(({ need }) => portsOf(need));
  if (!coverPorts(ports, portsOf(channel))) return channel.ports === "" ? "any-port" : "more-ports";
  if (waysOf(channel).some((way) => uses.every((use) => use.way !== way))) return "both-ways";
  return uses.every(({ need }) => need.peer !== channel.peer) ? "wider-peer" : null;
}
