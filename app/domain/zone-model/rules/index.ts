import { indexModel, type ZoneModelIndex } from "../queries";
import type { ZoneModel } from "../zone-model";
import { assetIsInAZone } from "./asset-is-in-a-zone";
import { boundaryChannelIsEncrypted } from "./boundary-channel-is-encrypted";
import { businessZoneIsApartFromClinicalZones } from "./business-zone-is-apart-from-clinical-zones";
import { channelIsAuthenticated } from "./channel-is-authenticated";
import { clinicalZoneHasMoreThanOneConduit } from "./clinical-zone-has-more-than-one-conduit";
import { conduitHasChannels } from "./conduit-has-channels";
import { conduitIsUnique } from "./conduit-is-unique";
import { conduitTargetCoversItsEnds } from "./conduit-target-covers-its-ends";
import { externallyConnectedAssetsAreApart } from "./externally-connected-assets-are-apart";
import { portableAssetsAreApart } from "./portable-assets-are-apart";
import { remoteAccessEndsInARemoteAccessZone } from "./remote-access-ends-in-a-remote-access-zone";
import type { ModelFinding, ModelRule, RulePart } from "./rule";
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
  businessZoneIsApartFromClinicalZones,
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

const RULE_BY_ID = new Map(MODEL_RULES.map((rule) => [rule.id, rule]));

/** Undefined for a rule that there is no longer: a waiver may outlive it. */
export function findRule(id: string): ModelRule | undefined {
  return RULE_BY_ID.get(id);
}

const NONE: ReadonlyArray<ModelFinding> = [];

/** What the rules said of a model, kept for the model after it. */
export type Evaluation = {
  index: ZoneModelIndex;
  findings: ReadonlyArray<ModelFinding>;
  /** In the order of the rules. */
  byRule: ReadonlyArray<ReadonlyArray<ModelFinding>>;
};

/** Every finding of every rule: rule by rule, then in model order. The same model gives the same list. */
export function evaluateRules(model: ZoneModel): ReadonlyArray<ModelFinding> {
  return evaluateAgain(indexModel(model)).findings;
}

/**
 * The same as `evaluateRules`, for a model after an edit: a rule runs again only where a part of the model that it
 * reads is another object than `before`. Where none ran, the list is the one from before.
 */
export function evaluateAgain(index: ZoneModelIndex, before?: Evaluation): Evaluation {
  const isKept = (part: RulePart) => before?.index.model[part] === index.model[part];
  const byRule = MODEL_RULES.map((rule, place) => {
    const known = before?.byRule[place];
    return known && rule.reads.every(isKept) ? known : rule.evaluate(index);
  });
  const isSame = before !== undefined && byRule.every((findings, place) => findings === before.byRule[place]);
  return { index, byRule, findings: isSame ? before.findings : NONE.concat(...byRule) };
}
