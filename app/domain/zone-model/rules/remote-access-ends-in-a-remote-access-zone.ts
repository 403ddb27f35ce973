import type { ZoneModelCommand } from "../commands";
import { endsOf, type ZoneModelIndex } from "../queries";
import type { Conduit, Zone } from "../zone-model";
import { modelRule, namesOfEnds, refTo } from "./rule";

const REMOTE_ACCESS_TYPE = "remote-vendor-access";

/**
 * A supplier's line ends where it can be watched and cut, never at the device (IEC 62443-3-3 SR 1.13,
 * IEC 62443-3-2 ZCR 3.6): one end of every remote-access conduit is a remote-access or boundary zone.
 */
export const remoteAccessEndsInARemoteAccessZone = modelRule({
  id: "remote-access-ends-in-a-remote-access-zone",
  clauses: [
    { standard: "iec-62443-3-3", ref: "SR 1.13" },
    { standard: "iec-62443-3-2", ref: "ZCR 3.6" },
  ],
  severity: "error",
  reads: ["zones", "conduits"],
  observe: (index) =>
    index.model.conduits
      .filter((conduit) => conduit.remoteAccess && !endsOf(index, conduit).some(mayReceive))
      .map((conduit) => {
        const fix = endedInTheOnlyZone(index, conduit);
        return {
          element: refTo("conduit", conduit),
          related: endsOf(index, conduit).map((zone) => refTo("zone", zone)),
          params: namesOfEnds(index, conduit),
          ...(fix && { fix }),
        };
      }),
});

function mayReceive({ referenceType, trustClass }: Zone): boolean {
  return referenceType === REMOTE_ACCESS_TYPE || trustClass === "boundary";
}

/** Only where there is nothing to choose: one remote-access zone, and one end outside the hospital. */
function endedInTheOnlyZone(
  index: ZoneModelIndex,
  conduit: Conduit,
): ReadonlyArray<ZoneModelCommand> | undefined {
  const [only, ...more] = index.model.zones.filter(
    ({ referenceType }) => referenceType === REMOTE_ACCESS_TYPE,
  );
  const [isFromOutside, isToOutside] = [conduit.fromZoneId, conduit.toZoneId].map(
    (id) => index.zoneById.get(id)?.trustClass === "untrusted",
  );
  if (!only || more.length > 0 || isFromOutside === isToOutside) return undefined;
  const changes = isFromOutside ? { toZoneId: only.id } : { fromZoneId: only.id };
  return [{ type: "update-conduit", conduitId: conduit.id, changes }];
}
