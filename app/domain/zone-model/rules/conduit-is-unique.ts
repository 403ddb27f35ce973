import { higherOf, type SlVector } from "../../security-level/security-level";
import type { ZoneModelCommand } from "../commands";
import type { Channel, Conduit } from "../zone-model";
import { modelRule, namesOfEnds, refTo } from "./rule";

const MOST_CHANNELS = 200;

/**
 * Between two zones there is one conduit of a kind: what it permits is read off one list (IEC 62443-3-2 ZCR 3.1).
 * A wireless, remote-access or temporary link beside a wired one is another kind. The first drawn one stays.
 */
export const conduitIsUnique = modelRule({
  id: "conduit-is-unique",
  clauses: [{ standard: "iec-62443-3-2", ref: "ZCR 3.1" }],
  severity: "warning",
  observe: (index) => {
    const firstOfKind = new Map<string, Conduit>();
    return index.model.conduits.flatMap((conduit) => {
      const first = firstOfKind.get(kindOf(conduit));
      if (!first) {
        firstOfKind.set(kindOf(conduit), conduit);
        return [];
      }
      const fix = merging(first, conduit);
      return [
        {
          element: refTo("conduit", conduit),
          related: [refTo("conduit", first)],
          params: namesOfEnds(index, conduit),
          ...(fix && { fix }),
        },
      ];
    });
  },
});

function kindOf({ fromZoneId, toZoneId, wireless, remoteAccess, temporary }: Conduit): string {
  return [...[fromZoneId, toZoneId].sort(), wireless, remoteAccess, temporary].join(" ");
}

function merging(kept: Conduit, extra: Conduit): ReadonlyArray<ZoneModelCommand> | undefined {
  const isReversed = kept.fromZoneId !== extra.fromZoneId;
  const channels = [
    ...kept.channels,
    ...extra.channels.map((channel) => (isReversed ? reversed(channel) : channel)),
  ];
  const isDoubled = new Set(channels.map(({ id }) => id)).size < channels.length;
  if (isDoubled || channels.length > MOST_CHANNELS) return undefined;
  return [
    { type: "update-conduit", conduitId: kept.id, changes: { channels, slTarget: stricterOf(kept, extra) } },
    { type: "delete-conduit", conduitId: extra.id },
  ];
}

/** The other conduit runs the other way: whoever opened the connection still does. */
function reversed(channel: Channel): Channel {
  if (channel.initiator === "either") return channel;
  return { ...channel, initiator: channel.initiator === "from" ? "to" : "from" };
}

function stricterOf({ slTarget: a }: Conduit, { slTarget: b }: Conduit): SlVector | null {
  return a && b ? higherOf(a, b) : (a ?? b);
}
