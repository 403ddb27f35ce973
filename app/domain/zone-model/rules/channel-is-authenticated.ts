import { effectiveConduitTarget } from "../queries";
import { modelRule, namesOfEnds, refTo } from "./rule";

const NEEDS_AUTHENTICATION = 2;

/**
 * From IAC 2 on, devices and programs prove who they are before they talk (IEC 62443-3-3 SR 1.2); nobody
 * having said so counts as not authenticated.
 */
export const channelIsAuthenticated = modelRule({
  id: "channel-is-authenticated",
  clauses: [{ standard: "iec-62443-3-3", ref: "SR 1.2" }],
  severity: "warning",
  reads: ["zones", "conduits"],
  observe: (index) =>
    index.model.conduits.flatMap((conduit) => {
      const level = effectiveConduitTarget(index, conduit)?.IAC ?? 0;
      if (level < NEEDS_AUTHENTICATION) return [];
      const { from, to } = namesOfEnds(index, conduit);
      return conduit.channels
        .filter(({ authenticated }) => !authenticated)
        .map((channel) => ({
          element: refTo("conduit", conduit),
          about: channel.id,
          params: { from, to, channel: channel.protocol, level },
        }));
    }),
});
