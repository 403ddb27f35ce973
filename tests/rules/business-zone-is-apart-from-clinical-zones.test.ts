import { businessZoneIsApartFromClinicalZones } from "~/domain/zone-model/rules/business-zone-is-apart-from-clinical-zones";
import { aZone, aZoneModel } from "../builders/zone-model";
import { scenarios } from "./scenarios";

const criticality = { patientSafety: "high", continuityOfCare: "high", confidentiality: "low" } as const;
const icu = aZone({ id: "icu", name: "ICU", criticality });
const office = aZone({ id: "office", name: "Office", referenceType: "enterprise" });
const guests = aZone({ id: "guests", name: "Guests", referenceType: "guest-wifi", trustClass: "untrusted" });
const floor = aZone({ id: "floor", name: "Floor" });
const modelOf = (...zones: ReadonlyArray<typeof icu>) =>
  aZoneModel({ zones: [...zones], conduits: [], assets: [] });

scenarios(businessZoneIsApartFromClinicalZones, [
  { name: "side by side they are apart", given: modelOf(icu, office), expect: [] },
  {
    name: "both in a zone of neither kind are apart",
    given: modelOf(floor, { ...icu, parentId: "floor" }, { ...office, parentId: "floor" }),
    expect: [],
  },
  {
    name: "an office inside an ICU is a warning, and can be taken out",
    given: modelOf(icu, { ...office, parentId: "icu" }),
    expect: [
      { at: "zone:office", severity: "warning", params: { zone: "Office", around: "ICU" }, isFixable: true },
    ],
  },
  {
    name: "guest Wi-Fi deep inside an ICU is found too",
    given: modelOf(icu, { ...floor, parentId: "icu" }, { ...guests, parentId: "floor" }),
    expect: [
      { at: "zone:guests", severity: "warning", params: { zone: "Guests", around: "ICU" }, isFixable: true },
    ],
  },
  {
    name: "an office inside a bed inside an ICU leaves both in one step",
    given: modelOf(icu, { ...icu, id: "bed", parentId: "icu" }, { ...office, parentId: "bed" }),
    expect: [{ at: "zone:office", related: ["zone:bed"], isFixable: true }],
  },
  {
    name: "an ICU inside the office network is a warning; where it should go is for a person to say",
    given: modelOf(office, { ...icu, parentId: "office" }),
    expect: [
      { at: "zone:icu", severity: "warning", params: { zone: "ICU", around: "Office" }, isFixable: false },
    ],
  },
  {
    name: "one office inside another is no finding",
    given: modelOf(office, { ...guests, parentId: "office" }),
    expect: [],
  },
]);
