import { zoneNameIsUnique } from "~/domain/zone-model/rules/zone-name-is-unique";
import { aZone, aZoneModel } from "../builders/zone-model";
import { scenarios } from "./scenarios";

const longest = "L".repeat(120);

scenarios(zoneNameIsUnique, [
  {
    name: "different names are no finding",
    given: aZoneModel({ zones: [aZone({ id: "a", name: "ICU 1" }), aZone({ id: "b", name: "ICU 2" })] }),
    expect: [],
  },
  {
    name: "letter case does not tell zones apart",
    given: aZoneModel({ zones: [aZone({ id: "a", name: "Imaging" }), aZone({ id: "b", name: "IMAGING" })] }),
    expect: [
      { at: "zone:a", related: ["zone:b"], params: { zone: "Imaging", others: 1 }, isFixable: true },
      { at: "zone:b", related: ["zone:a"], params: { zone: "IMAGING", others: 1 }, isFixable: true },
    ],
  },
  {
    name: "sub-zones of different wards count too",
    given: aZoneModel({
      zones: [
        aZone({ id: "w1" }),
        aZone({ id: "w2" }),
        aZone({ id: "m1", name: "Monitors", parentId: "w1" }),
        aZone({ id: "m2", name: "Monitors", parentId: "w2" }),
      ],
    }),
    expect: [{ at: "zone:m1" }, { at: "zone:m2" }],
  },
  {
    name: "the free number is taken where the first is in use, and a longest name is shortened",
    given: aZoneModel({
      zones: [
        aZone({ id: "a", name: longest }),
        aZone({ id: "b", name: longest }),
        aZone({ id: "c", name: `${"L".repeat(116)} (2)` }),
      ],
    }),
    expect: [
      { at: "zone:a", isFixable: true },
      { at: "zone:b", isFixable: true },
    ],
  },
]);
