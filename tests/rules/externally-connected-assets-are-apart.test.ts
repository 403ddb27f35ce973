import { externallyConnectedAssetsAreApart } from "~/domain/zone-model/rules/externally-connected-assets-are-apart";
import { anAsset, aZone, aZoneModel } from "../builders/zone-model";
import { scenarios } from "./scenarios";

const ward = aZone({ id: "ward", name: "Ward" });
const own = aZone({ id: "own", parentId: "ward" });
const marked = anAsset({ id: "marked", zoneId: "ward", externallyConnected: true });
const other = anAsset({ id: "other", zoneId: "ward" });

scenarios(externallyConnectedAssetsAreApart, [
  {
    name: "a zone of only such assets is apart",
    given: aZoneModel({ zones: [ward], assets: [marked, { ...marked, id: "second" }] }),
    expect: [],
  },
  {
    name: "a zone without such assets is no finding",
    given: aZoneModel({ zones: [ward], assets: [other] }),
    expect: [],
  },
  {
    name: "a mixed zone names the marked assets and counts both",
    given: aZoneModel({ zones: [ward], assets: [marked, other, { ...other, id: "third" }] }),
    expect: [
      {
        at: "zone:ward",
        related: ["asset:marked"],
        severity: "warning",
        params: { zone: "Ward", marked: 1, others: 2 },
        isFixable: false,
      },
    ],
  },
  {
    name: "a sub-zone keeps them apart from the zone around it",
    given: aZoneModel({ zones: [ward, own], assets: [{ ...marked, zoneId: "own" }, other] }),
    expect: [],
  },
  {
    name: "the only sub-zone of such assets is where the fix moves them",
    given: aZoneModel({
      zones: [ward, own],
      assets: [marked, other, { ...marked, id: "second", zoneId: "own" }],
    }),
    expect: [{ at: "zone:ward", isFixable: true }],
  },
  {
    name: "two sub-zones of such assets leave the choice to the engineer",
    given: aZoneModel({
      zones: [ward, own, { ...own, id: "own-too" }],
      assets: [
        marked,
        other,
        { ...marked, id: "second", zoneId: "own" },
        { ...marked, id: "third", zoneId: "own-too" },
      ],
    }),
    expect: [{ at: "zone:ward", isFixable: false }],
  },
]);
