import { higherOf, type SlVector } from "../../security-level/security-level";
import { canonicalJson } from "../../shared/canonical-json";
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
  reads: ["zones", "conduits"],
  observe: (index) => {
    const firstOfKind = new Map<string, Conduit>();
    return index.model.conduits.flatMap((conduit) => {
      const kind = kindOf(conduit);
      const first = firstOfKind.get(kind);
      if (!first) {
        firstOfKind.set(kind, conduit);
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

function kindOf({ fromZoneId: a, toZoneId: b, wireless, remoteAccess, temporary }: Conduit): string {
  const ends = a < b ? `${a} ${b}` : `${b} ${a}`;
  return `${ends} ${wireless} ${remoteAccess} ${temporary}`;
}

/** A channel that both have is kept once; one id for two different channels leaves a choice. */
function merging(kept: Conduit, extra: Conduit): ReadonlyArray<ZoneModelCommand> | undefined {
  const isReversed = kept.fromZoneId !== extra.fromZoneId;
  const others = extra.channels.map((channel) => (isReversed ? reversed(channel) : channel));
  const known = new Set(kept.channels.map(contentOf));
  const channels = [...kept.channels, ...others.filter((channel) => !known.has(contentOf(channel)))];
  const isDoubled = new Set(channels.map(({ id }) => id)).size < channels.length;
  if (isDoubled || channels.length > MOST_CHANNELS) return undefined;
  const slTarget = stricterOf(kept, extra);
  const isSame = channels.length === kept.channels.length && slTarget === kept.slTarget;
  const deletion: ZoneModelCommand = { type: "delete-conduit", conduitId: extra.id };
  if (isSame) return [deletion];
  return [{ type: "update-conduit", conduitId: kept.id, changes: { channels, slTarget } }, deletion];
}

function contentOf({ id: _id, ...content }: Channel): string {
  return canonicalJson(content);
}

/** The other conduit runs the other way: whoever opened the connection still does. */
function reversed(channel: Channel): Channel {
  if (channel.initiator === "either") return channel;
  return { ...channel, initiator: channel.initiator === "from" ? "to" : "from" };
}

function stricterOf({ slTarget: a }: Conduit, { slTarget: b }: Conduit): SlVector | null {
  return a && b ? higherOf(a, b) : (a ?? b);
}
