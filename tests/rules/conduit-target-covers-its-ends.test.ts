import { expect, test } from "vitest";
import { flatVector, type SlVector } from "~/domain/security-level/security-level";
import { indexModel } from "~/domain/zone-model/queries";
import { conduitTargetCoversItsEnds } from "~/domain/zone-model/rules/conduit-target-covers-its-ends";
import { aConduit, aZone, aZoneModel } from "../builders/zone-model";
import { scenarios } from "./scenarios";

const zones = [
  aZone({ id: "imaging", name: "Imaging", slTarget: flatVector(2) }),
  aZone({ id: "archive", name: "Archive", slTarget: { ...flatVector(1), DC: 3 } }),
];
const noTargets = zones.map((zone) => ({ ...zone, slTarget: null }));

scenarios(conduitTargetCoversItsEnds, [
  {
    name: "a derived target always covers",
    given: aZoneModel({ zones, conduits: [aConduit()] }),
    expect: [],
  },
  {
    name: "an own target at the higher of both ends covers",
    given: aZoneModel({ zones, conduits: [aConduit({ slTarget: { ...flatVector(2), DC: 3 } })] }),
    expect: [],
  },
  {
    name: "an own target below either end is a warning that can be raised",
    given: aZoneModel({ zones, conduits: [aConduit({ id: "c", slTarget: { ...flatVector(2), RA: 1 } })] }),
    expect: [
      {
        at: "conduit:c",
        related: ["zone:imaging", "zone:archive"],
        severity: "warning",
        params: { from: "Imaging", to: "Archive", requirements: "DC, RA" },
        isFixable: true,
      },
    ],
  },
  {
    name: "between zones without targets there is nothing to cover",
    given: aZoneModel({ zones: noTargets, conduits: [aConduit({ slTarget: flatVector(0) })] }),
    expect: [],
  },
]);

test.each<[string, SlVector, SlVector | null]>([
  ["nowhere above its zones it follows them from now on", { ...flatVector(2), RA: 1 }, null],
  [
    "above them somewhere it is raised and keeps that",
    { ...flatVector(2), UC: 4 },
    { ...flatVector(2), UC: 4, DC: 3 },
  ],
])("%s", (_name, slTarget, raised) => {
  const model = aZoneModel({ zones, conduits: [aConduit({ id: "c", slTarget })] });
  const [finding] = conduitTargetCoversItsEnds.evaluate(indexModel(model));
  expect(finding?.fix).toEqual([{ type: "update-conduit", conduitId: "c", changes: { slTarget: raised } }]);
});
