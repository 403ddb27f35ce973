import { flatVector } from "~/domain/security-level/security-level";
import { untrustedZoneHasABoundaryZone } from "~/domain/zone-model/rules/untrusted-zone-has-a-boundary-zone";
import { aConduit, aZone, aZoneModel } from "../builders/zone-model";
import { scenarios } from "./scenarios";

const internet = aZone({ id: "internet", name: "Internet", trustClass: "untrusted", slTarget: null });
const guests = aZone({ id: "guests", name: "Guests", trustClass: "untrusted", slTarget: flatVector(1) });
const dmz = aZone({ id: "dmz", name: "DMZ", trustClass: "boundary", slTarget: flatVector(3) });
const office = aZone({ id: "office", name: "Office", slTarget: flatVector(1) });
const icu = aZone({ id: "icu", name: "ICU", slTarget: { ...flatVector(1), SI: 2, RA: 3 } });
const archive = aZone({ id: "archive", name: "Archive", slTarget: flatVector(3) });

const join = (fromZoneId: string, toZoneId: string) =>
  aConduit({ id: `${fromZoneId}-${toZoneId}`, fromZoneId, toZoneId });

scenarios(untrustedZoneHasABoundaryZone, [
  {
    name: "a boundary zone between is what it takes, however high the zone behind it",
    given: aZoneModel({
      zones: [internet, dmz, icu],
      conduits: [join("internet", "dmz"), join("dmz", "icu")],
    }),
    expect: [],
  },
  {
    name: "one level higher needs no boundary zone",
    given: aZoneModel({ zones: [internet, office], conduits: [join("internet", "office")] }),
    expect: [],
  },
  {
    name: "a direct conduit two levels up in any FR is an error, in either direction of drawing",
    given: aZoneModel({ zones: [internet, icu], conduits: [join("icu", "internet")] }),
    expect: [
      {
        at: "conduit:icu-internet",
        related: ["zone:internet", "zone:icu"],
        severity: "error",
        params: { untrusted: "Internet", zone: "ICU", path: "Internet → ICU", requirements: "SI, RA" },
        isFixable: false,
      },
    ],
  },
  {
    name: "a path through zones that are a little stronger each is found where the step is too high",
    given: aZoneModel({
      zones: [icu, office, internet],
      conduits: [join("internet", "office"), join("office", "icu")],
    }),
    expect: [
      {
        at: "conduit:office-icu",
        related: ["zone:internet", "zone:office", "zone:icu", "conduit:internet-office"],
      },
    ],
  },
  {
    name: "what lies behind the step is not reported again",
    given: aZoneModel({
      zones: [internet, icu, archive],
      conduits: [join("internet", "icu"), join("icu", "archive")],
    }),
    expect: [{ at: "conduit:internet-icu" }],
  },
  {
    name: "every conduit into the higher zone is named",
    given: aZoneModel({
      zones: [internet, office, icu],
      conduits: [join("internet", "office"), join("office", "icu"), join("internet", "icu")],
    }),
    expect: [{ at: "conduit:internet-icu" }, { at: "conduit:office-icu" }],
  },
  {
    name: "a path through another untrusted zone counts from the first",
    given: aZoneModel({
      zones: [internet, guests, aZone({ id: "ward", slTarget: flatVector(2) })],
      conduits: [join("internet", "guests"), join("guests", "ward")],
    }),
    expect: [
      {
        at: "conduit:guests-ward",
        related: ["zone:internet", "zone:guests", "zone:ward", "conduit:internet-guests"],
      },
    ],
  },
  {
    name: "an untrusted zone is not blamed for what another one no higher than it reaches",
    given: aZoneModel({
      zones: [internet, guests, archive],
      conduits: [join("internet", "guests"), join("internet", "archive")],
    }),
    expect: [{ at: "conduit:internet-archive", related: ["zone:internet", "zone:archive"] }],
  },
  {
    name: "a ring of low zones is walked once",
    given: aZoneModel({
      zones: [internet, office, { ...office, id: "office-2" }],
      conduits: [join("internet", "office"), join("office", "office-2"), join("office-2", "internet")],
    }),
    expect: [],
  },
]);
