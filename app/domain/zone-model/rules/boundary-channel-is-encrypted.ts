import { effectiveConduitTarget, endsOf, type ZoneModelIndex } from "../queries";
import type { Conduit } from "../zone-model";
import { modelRule, namesOfEnds, type RuleSeverity, refTo } from "./rule";

const NEEDS_CONFIDENTIALITY = 2;
const BETWEEN_ZONES_TOO = 4;

/**
 * From DC 2 on, what crosses a boundary is encrypted; nobody having said so counts as not encrypted.
 * IEC 62443-3-3 demands it on untrusted ways from level 2 (SR 4.1 RE(1)) and between any zones at level 4
 * (RE(2)): an error there, good practice and a warning elsewhere.
 */
export const boundaryChannelIsEncrypted = modelRule({
  id: "boundary-channel-is-encrypted",
  clauses: [
    { standard: "iec-62443-3-3", ref: "SR 4.1 RE(1)" },
    { standard: "iec-62443-3-3", ref: "SR 4.1 RE(2)" },
  ],
  severity: "warning",
  reads: ["zones", "conduits"],
  observe: (index) =>
    index.model.conduits.flatMap((conduit) => {
      const level = effectiveConduitTarget(index, conduit)?.DC ?? 0;
      if (level < NEEDS_CONFIDENTIALITY) return [];
      const severity: RuleSeverity =
        level >= BETWEEN_ZONES_TOO || isUntrustedWay(index, conduit) ? "error" : "warning";
      const { from, to } = namesOfEnds(index, conduit);
      return conduit.channels
        .filter(({ encrypted }) => !encrypted)
        .map((channel) => ({
          element: refTo("conduit", conduit),
          about: channel.id,
          severity,
          params: { from, to, channel: channel.protocol, level },
        }));
    }),
});

/** Others can listen on it: radio, a supplier's line, or a network outside the hospital's control. */
function isUntrustedWay(index: ZoneModelIndex, conduit: Conduit): boolean {
  if (conduit.wireless || conduit.remoteAccess) return true;
  return endsOf(index, conduit).some(({ trustClass }) => trustClass === "untrusted");
}
