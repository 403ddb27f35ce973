import { indexModel } from "../queries";
import type { ZoneModel } from "../zone-model";
import { assetIsInAZone } from "./asset-is-in-a-zone";
import { boundaryChannelIsEncrypted } from "./boundary-channel-is-encrypted";
import { channelIsAuthenticated } from "./channel-is-authenticated";
import { clinicalZoneHasMoreThanOneConduit } from "./clinical-zone-has-more-than-one-conduit";
import { conduitHasChannels } from "./conduit-has-channels";
import { conduitIsUnique } from "./conduit-is-unique";
import { conduitTargetCoversItsEnds } from "./conduit-target-covers-its-ends";
import { externallyConnectedAssetsAreApart } from "./externally-connected-assets-are-apart";
import { portableAssetsAreApart } from "./portable-assets-are-apart";
import { remoteAccessEndsInARemoteAccessZone } from "./remote-access-ends-in-a-remote-access-zone";
import type { ModelFinding, ModelRule } from "./rule";
import { safetyRelatedAssetsAreApart } from "./safety-related-assets-are-apart";
import { subZoneIsNotWeakerThanParent } from "./sub-zone-is-not-weaker-than-parent";
import { untrustedZoneHasABoundaryZone } from "./untrusted-zone-has-a-boundary-zone";
import { wirelessAssetsAreApart } from "./wireless-assets-are-apart";
import { zoneHasSlTarget } from "./zone-has-sl-target";
import { zoneNameIsUnique } from "./zone-name-is-unique";

/** In the order in which a model grows: zones and assets, targets, conduits, paths. Findings keep this order. */
export const MODEL_RULES: ReadonlyArray<ModelRule> = [
  assetIsInAZone,
  zoneNameIsUnique,
  safetyRelatedAssetsAreApart,
  portableAssetsAreApart,
  wirelessAssetsAreApart,
  externallyConnectedAssetsAreApart,
  zoneHasSlTarget,
  subZoneIsNotWeakerThanParent,
  conduitHasChannels,
  conduitIsUnique,
  conduitTargetCoversItsEnds,
  boundaryChannelIsEncrypted,
  channelIsAuthenticated,
  untrustedZoneHasABoundaryZone,
  remoteAccessEndsInARemoteAccessZone,
  clinicalZoneHasMoreThanOneConduit,
];

/** Every finding of every rule: rule by rule, then in model order. The same model gives the same list. */
export function evaluateRules(model: ZoneModel): ReadonlyArray<ModelFinding> {
  const index = indexModel(model);
  return MODEL_RULES.flatMap((rule) => rule.evaluate(index));
}
