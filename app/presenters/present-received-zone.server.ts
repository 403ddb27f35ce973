import { AppError } from "~/domain/shared/app-error";
import { writeZoneFile } from "~/formats/cordon-json/write";
import { type Caller, requirePermission } from "~/use-cases/use-case.server";
import { findReceivedRequest } from "~db/repositories/intake-requests";

/**
 * What a request asks for as a zone file of `cordon check`: the zone class that was sent, with its levels, policy, channels
 * and what the zone makes up for. Nothing of the hospital but that.
 */
export async function presentReceivedZone({ actor, database }: Caller, requestId: string) {
  requirePermission(actor, "received-request.export");
  const request = await findReceivedRequest(database.read, actor.organisationId, requestId);
  if (!request) throw new AppError("not-found", "there is no such request");
  const { zoneClass, slTarget, profile } = request.snapshot;
  const { policy, channels, countermeasures } = profile;
  const zone = { name: zoneClass, referenceType: null, slTarget, policy, channels, countermeasures };
  return {
    name: "zone.json",
    type: "application/json; charset=utf-8",
    body: writeZoneFile(zone),
  };
}
