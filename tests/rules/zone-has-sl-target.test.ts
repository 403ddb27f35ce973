import { zoneHasSlTarget } from "~/domain/zone-model/rules/zone-has-sl-target";
import { aZone, aZoneModel } from "../builders/zone-model";
import { scenarios } from "./scenarios";

scenarios(zoneHasSlTarget, [
  { name: "a zone with a target is no finding", given: aZoneModel({ zones: [aZone()] }), expect: [] },
  {
    name: "a zone at the top without a target is an error without a one-step fix",
    given: aZoneModel({ zones: [aZone({ id: "icu", name: "ICU", slTarget: null })] }),
    expect: [{ at: "zone:icu", severity: "error", params: { zone: "ICU" }, isFixable: false }],
  },
  {
    name: "a sub-zone can take over the nearest target around it",
    given: aZoneModel({
      zones: [
        aZone({ id: "building" }),
        aZone({ id: "floor", parentId: "building", slTarget: null }),
        aZone({ id: "room", parentId: "floor", slTarget: null }),
      ],
    }),
    expect: [
      { at: "zone:floor", isFixable: true },
      { at: "zone:room", isFixable: true },
    ],
  },
  {
    name: "an untrusted zone needs none: nobody in the hospital could see to it",
    given: aZoneModel({ zones: [aZone({ trustClass: "untrusted", slTarget: null })] }),
    expect: [],
  },
]);
