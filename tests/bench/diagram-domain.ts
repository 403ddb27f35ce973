/** What the diagram bench takes from the product: one bundle, so that its parts share what they have loaded. */
export { layOutModel } from "~/diagram/layout-zone";
export { TILE } from "~/diagram/measures";
export { toFlow } from "~/diagram/to-flow";
export { commandsBetween } from "~/domain/zone-model/commands-between";
export { indexModel } from "~/domain/zone-model/queries";
export { evaluateRules } from "~/domain/zone-model/rules";
export { EMPTY_ZONE_MODEL } from "~/domain/zone-model/zone-model";
export { aChannel, aConduit, anAsset, aZone, aZoneModel } from "../builders/zone-model";
