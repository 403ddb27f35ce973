import { flatVector } from "~/domain/security-level/security-level";
import { subZoneIsNotWeakerThanParent } from "~/domain/zone-model/rules/sub-zone-is-not-weaker-than-parent";
import { aZone, aZoneModel } from "../builders/zone-model";
import { scenarios } from "./scenarios";

const ward = aZone({ id: "ward", name: "Ward", slTarget: flatVector(2) });
const room = aZone({ id: "room", name: "Room", parentId: "ward" });
const weaker = { ...flatVector(3), SI: 1, RA: 0 } as const;

scenarios(subZoneIsNotWeakerThanParent, [
  {
    name: "an equal or higher target is no finding",
    given: aZoneModel({ zones: [ward, { ...room, slTarget: { ...flatVector(2), RA: 3 } }] }),
    expect: [],
  },
  {
    name: "one FR lower is enough, whatever the others reach, and the fix raises it",
    given: aZoneModel({ zones: [ward, { ...room, slTarget: weaker }] }),
    expect: [
      {
        at: "zone:room",
        related: ["zone:ward"],
        severity: "error",
        params: { zone: "Room", parent: "Ward", requirements: "SI, RA" },
        isFixable: true,
      },
    ],
  },
  {
    name: "a written reason settles it",
    given: aZoneModel({
      zones: [ward, { ...room, slTarget: weaker, weakerThanParentReason: "No data in there" }],
    }),
    expect: [],
  },
  {
    name: "without a target of its own there is nothing to compare",
    given: aZoneModel({ zones: [ward, { ...room, slTarget: null }] }),
    expect: [],
  },
  {
    name: "a parent without a target passes on the one around it",
    given: aZoneModel({
      zones: [
        ward,
        { ...room, slTarget: null },
        aZone({ id: "cabinet", parentId: "room", slTarget: flatVector(1) }),
      ],
    }),
    expect: [{ at: "zone:cabinet", related: ["zone:ward"] }],
  },
]);
