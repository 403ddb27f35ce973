import { newAsset } from "~/domain/zone-model/new-elements";
import type { Asset } from "~/domain/zone-model/zone-model";
import type { ReleaseChoice } from "../choices";

/** An asset of a release as it is put into a zone: what is known of the release is filled in. */
export function placedAsset(
  id: string,
  { releaseId, productName, releaseVersion, componentTypes }: ReleaseChoice,
  zoneId: string,
): Asset {
  return {
    ...newAsset(id, productName, zoneId),
    productReleaseId: releaseId,
    componentTypes: [...componentTypes],
    softwareVersion: releaseVersion,
  };
}
