import { assetIsInAZone } from "~/domain/zone-model/rules/asset-is-in-a-zone";
import { anAsset, aZone, aZoneModel } from "../builders/zone-model";
import { scenarios } from "./scenarios";

scenarios(assetIsInAZone, [
  {
    name: "an asset in a zone is where it belongs",
    given: aZoneModel({ zones: [aZone({ id: "icu" })], assets: [anAsset({ zoneId: "icu" })] }),
    expect: [],
  },
  {
    name: "an asset in no zone is an error",
    given: aZoneModel({ assets: [anAsset({ id: "pump", name: "Infusion pump", zoneId: null })] }),
    expect: [
      {
        at: "asset:pump",
        related: [],
        severity: "error",
        params: { asset: "Infusion pump" },
        isFixable: false,
      },
    ],
  },
]);
