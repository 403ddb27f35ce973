import { clinicalZoneHasMoreThanOneConduit } from "~/domain/zone-model/rules/clinical-zone-has-more-than-one-conduit";
import type { Zone } from "~/domain/zone-model/zone-model";
import { aConduit, aZone, aZoneModel } from "../builders/zone-model";
import { scenarios } from "./scenarios";

const zone = (criticality: Partial<Zone["criticality"]>) =>
  aZone({ id: "icu", name: "ICU", criticality: { ...aZone().criticality, ...criticality } });
const icu = zone({ patientSafety: "high" });
const core = aZone({ id: "core", name: "Core" });
const backup = aZone({ id: "backup", name: "Backup" });
const only = aConduit({ id: "only", fromZoneId: "icu", toZoneId: "core" });
const second = aConduit({ id: "second", fromZoneId: "backup", toZoneId: "icu" });

scenarios(clinicalZoneHasMoreThanOneConduit, [
  {
    name: "a single conduit is a notice",
    given: aZoneModel({ zones: [icu, core], conduits: [only] }),
    expect: [
      {
        at: "zone:icu",
        related: ["conduit:only"],
        severity: "notice",
        params: { zone: "ICU", neighbour: "Core" },
        isFixable: false,
      },
    ],
  },
  {
    name: "continuity of care counts like patient safety",
    given: aZoneModel({ zones: [zone({ continuityOfCare: "high" }), core], conduits: [only] }),
    expect: [{ at: "zone:icu" }],
  },
  {
    name: "a second conduit settles it",
    given: aZoneModel({ zones: [icu, core, backup], conduits: [only, second] }),
    expect: [],
  },
  {
    name: "a temporary conduit is no second way",
    given: aZoneModel({ zones: [icu, core, backup], conduits: [only, { ...second, temporary: true }] }),
    expect: [{ at: "zone:icu" }],
  },
  {
    name: "a zone without conduits is an island already",
    given: aZoneModel({ zones: [icu, core], conduits: [] }),
    expect: [],
  },
  {
    name: "a zone that care does not depend on may hang on one conduit",
    given: aZoneModel({ zones: [zone({ confidentiality: "high" }), core], conduits: [only] }),
    expect: [],
  },
]);
