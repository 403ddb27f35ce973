import type { ZoneModelIndex } from "../zone-model/queries";
import type { RequirementProfile } from "./assessment";
import type { JudgingGround } from "./placed-products";
import { countermeasuresOfZone, zoneProfile } from "./zone-profile";

/** What a zone of a drawing asks for; undefined where there is no such zone or it has no target. */
export function profileInGround(
  { knowledge, organisationPolicy, ledger, modelId }: Omit<JudgingGround, "products" | "asOf">,
  index: ZoneModelIndex,
  zoneId: string,
): RequirementProfile | undefined {
  const zone = index.zoneById.get(zoneId);
  if (!zone?.slTarget) return undefined;
  const countermeasures = countermeasuresOfZone(ledger, modelId, index, zoneId);
  return zoneProfile(knowledge, {
    ...{ index, organisationPolicy, countermeasures },
    zone: { ...zone, slTarget: zone.slTarget },
  });
}
