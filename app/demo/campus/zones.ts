import { REFERENCE_ZONE_TYPE_BY_ID } from "~/catalogue/reference-zones";
import type { ReferenceZoneType } from "~/catalogue/schemas";
import type { PolicyLayer } from "~/domain/policy/policy";
import {
  FOUNDATIONAL_REQUIREMENTS,
  lowerOf,
  type SlVector,
  toNotation,
} from "~/domain/security-level/security-level";
import type { TrustClass, Zone } from "~/domain/zone-model/zone-model";

type Criticality = Zone["criticality"];
type CriticalityLevel = Criticality["patientSafety"];

/** A zone of the campus: what the reference type does not say. */
type CampusZone = Pick<Zone, "id" | "name" | "parentId" | "purpose" | "owner"> & {
  type: string | null;
  /** Only where there is no reference type. */
  trustClass?: TrustClass;
  criticality: Criticality;
  weakerThanParentReason?: string;
  /** What this zone demands otherwise than its kind and the hospital. */
  policy?: PolicyLayer;
};

const IT = "IT infrastructure";
const BIOMED = "Biomedical engineering";
const FACILITY = "Facility management";

const GROUPS: ReadonlyArray<CampusZone> = [
  group("boundary", "Boundary", "boundary", "Everything that enters or leaves passes here.", IT),
  group("data-centre", "Data centre", "high", "Servers that every department depends on.", IT),
  group("clinical-networks", "Clinical networks", "medium", "Devices and people at the bedside.", BIOMED),
  group("acute-care", "Acute care", "high", "Where minutes decide.", BIOMED, "clinical-networks"),
  group("wards", "Wards", "medium", "Normal care.", "Nursing directorate", "clinical-networks"),
  group("diagnostics", "Diagnostics", "medium", "Images, samples, treatment plans.", BIOMED),
  group("building-technology", "Building technology", "medium", "What keeps the house running.", FACILITY),
];

const ZONES: ReadonlyArray<CampusZone> = [
  zone("internet", "Internet and partners", "internet-external", null, {
    purpose: "Suppliers, partner hospitals, national health services.",
    owner: "Nobody: outside the hospital's control",
    criticality: rated("none", "none", "none"),
  }),
  zone("home-monitoring", "Home monitoring", "remote-patient-monitoring", null, {
    purpose: "Hubs and wearables at patients' homes, read by the heart failure clinic.",
    owner: "Cardiology",
    criticality: rated("low", "low", "high"),
  }),
  zone("guest-wifi", "Guest Wi-Fi", "guest-wifi", null, {
    purpose: "Internet for patients and visitors, nothing else.",
    owner: IT,
    criticality: rated("none", "none", "none"),
  }),
  zone("administration", "Administration", "enterprise", null, {
    purpose: "Offices, finance, human resources.",
    owner: "Administration",
    criticality: rated("none", "low", "medium"),
  }),
  zone("dmz", "DMZ", "dmz", "boundary", {
    purpose: "Terminates, inspects and re-originates all traffic with the outside.",
    owner: IT,
    criticality: rated("none", "medium", "medium"),
  }),
  zone("vendor-access", "Supplier remote access", "remote-vendor-access", "boundary", {
    purpose: "The one place where suppliers' lines end: approved, recorded, cut off after the job.",
    owner: IT,
    criticality: rated("low", "low", "medium"),
  }),
  zone("clinical-services", "Clinical services", "clinical-services", "data-centre", {
    purpose: "Health record, laboratory and pharmacy systems, integration engine.",
    owner: IT,
    criticality: rated("medium", "high", "high"),
  }),
  zone("imaging-archive", "Imaging archive", "imaging-archive", "data-centre", {
    purpose: "PACS, archive and viewers for all departments.",
    owner: "Radiology IT",
    criticality: rated("medium", "high", "high"),
  }),
  zone("research-ai", "Research and AI", "research-ai", "data-centre", {
    purpose: "Copies for research, and triage software on trial.",
    owner: "Research office",
    criticality: rated("none", "none", "high"),
    weakerThanParentReason:
      "De-identified copies only, in a network of their own. Nothing clinical waits for an answer from here.",
  }),
  zone("identity", "Identity and security", "identity-security", null, {
    purpose: "Directory, certificates, logs, privileged access, backup.",
    owner: "Security",
    criticality: rated("medium", "high", "high"),
  }),
  zone("biomed", "Device management", "biomed-engineering", "clinical-networks", {
    purpose: "Pump server, gateways, updates and settings of medical devices.",
    owner: BIOMED,
    criticality: rated("high", "medium", "medium"),
  }),
  zone("critical-care", "Intensive care", "critical-care", "acute-care", {
    purpose: "Monitoring and therapy of 24 beds.",
    owner: "Anaesthesiology and intensive care",
    criticality: rated("high", "high", "medium"),
  }),
  zone("operating-theatres", "Operating theatres", "operating-theatre", "acute-care", {
    purpose: "Six theatres with integrated device control.",
    owner: "Surgery",
    criticality: rated("high", "high", "medium"),
  }),
  zone("nurse-call", "Nurse call and alarms", "alarm-nurse-call", "acute-care", {
    purpose: "Brings alarms of devices and calls of patients to a person.",
    owner: BIOMED,
    criticality: rated("high", "medium", "low"),
  }),
  zone("pharmacy", "Pharmacy", "pharmacy", "wards", {
    purpose: "Dispensing cabinets, compounding, drug libraries.",
    owner: "Hospital pharmacy",
    criticality: rated("medium", "medium", "medium"),
  }),
  zone("wireless-medical", "Wireless devices", "wireless-medical", "wards", {
    purpose: "Pumps, telemetry and transport monitors on the clinical radio network.",
    owner: BIOMED,
    criticality: rated("high", "medium", "medium"),
    // One radio network to look after: nothing is paired at the bed.
    policy: { wireless: ["wifi"] },
  }),
  zone("workstations", "Ward workstations", "clinical-workstations", "wards", {
    purpose: "Computers at the wards and reading rooms.",
    owner: IT,
    criticality: rated("low", "medium", "high"),
  }),
  zone("imaging", "Imaging", "imaging", "diagnostics", {
    purpose: "Modalities of radiology and their consoles, leased for eight years.",
    owner: "Radiology",
    criticality: rated("medium", "medium", "medium"),
    policy: { plannedServiceYears: 8 },
  }),
  zone("laboratory", "Laboratory", "laboratory", "diagnostics", {
    purpose: "Analysers, track and middleware of the central laboratory.",
    owner: "Clinical biochemistry",
    criticality: rated("medium", "medium", "medium"),
  }),
  zone("building-automation", "Building automation", "building-automation", "building-technology", {
    purpose: "Heating, cooling and ventilation of the campus.",
    owner: FACILITY,
    criticality: rated("low", "medium", "none"),
  }),
  zone("air-handling", "Critical air handling", "building-automation", "building-automation", {
    purpose: "Pressure and air change of theatres, isolation rooms and the clean room of the pharmacy.",
    owner: FACILITY,
    criticality: rated("medium", "medium", "none"),
    // Nobody turns the air of a theatre from outside.
    policy: { remoteAccess: [] },
  }),
  zone("medical-gas", "Medical gas and power", "medical-gas-power", "building-technology", {
    purpose: "Oxygen, vacuum, emergency power and their alarms.",
    owner: FACILITY,
    criticality: rated("high", "high", "none"),
  }),
  zone("physical-security", "Doors and cameras", "physical-security", "building-technology", {
    purpose: "Door control, badges, video.",
    owner: "Security desk",
    criticality: rated("low", "low", "medium"),
  }),
];

/** Comes with the newer draft. */
const RADIOTHERAPY = zone("radiotherapy", "Radiotherapy", "radiotherapy", "diagnostics", {
  purpose: "The new pavilion: one accelerator, treatment planning. Opens next year.",
  owner: "Oncology",
  criticality: rated("high", "medium", "medium"),
});

/** Zones of the first revision, outer ones before those inside. */
export function campusZones(): ReadonlyArray<Zone> {
  return [...GROUPS, ...ZONES].map(toZone);
}

export function radiotherapyZone(): Zone {
  return toZone(RADIOTHERAPY);
}

function toZone({ type, trustClass, weakerThanParentReason = "", policy = {}, ...rest }: CampusZone): Zone {
  const reference = type === null ? undefined : REFERENCE_ZONE_TYPE_BY_ID.get(type);
  const slTarget = targetOf(rest.id, reference);
  return {
    ...rest,
    referenceType: type,
    trustClass: trustClass ?? reference?.trustClass ?? "medium",
    weakerThanParentReason,
    policy,
    slTarget,
    slTargetRationale: slTarget ? rationaleOf(slTarget, reference) : "",
    riskAssessment: null,
  };
}

/** The suggestion of the catalogue, or for a group what everything inside reaches. */
function targetOf(id: string, reference: ReferenceZoneType | undefined): SlVector | null {
  const sub = id === "air-handling" && reference?.subZones?.find((one) => one.id === "hvac-critical");
  if (sub) return sub.suggestedSlTarget;
  if (reference) return reference.suggestedSlTarget;
  const inside = [...GROUPS, ...ZONES].filter((one) => one.parentId === id && !one.weakerThanParentReason);
  return inside.reduce<SlVector | null>((lowest, one) => {
    const own = targetOf(one.id, one.type === null ? undefined : REFERENCE_ZONE_TYPE_BY_ID.get(one.type));
    return lowest && own ? lowerOf(lowest, own) : (lowest ?? own);
  }, null);
}

function rationaleOf(slTarget: SlVector, reference: ReferenceZoneType | undefined): string {
  if (!reference?.slTargetReasoning)
    return `The floor under everything inside: ${toNotation(slTarget)}. Each zone sets its own target above it.`;
  const { slTargetReasoning: reasons, slTargetBasis, worstConsequence } = reference;
  return [
    `Worst case: ${worstConsequence}.`,
    ...FOUNDATIONAL_REQUIREMENTS.flatMap((fr) =>
      reasons[fr] ? `${fr} ${slTarget[fr]}: ${reasons[fr]}.` : [],
    ),
    `Suggested by the catalogue (${slTargetBasis}), accepted by the security lead.`,
  ].join("\n");
}

function group(
  id: string,
  name: string,
  trustClass: TrustClass,
  purpose: string,
  owner: string,
  parentId: string | null = null,
): CampusZone {
  const criticality = rated("none", "none", "none");
  return { id, name, parentId, type: null, trustClass, purpose, owner, criticality };
}

type Rest = Pick<CampusZone, "purpose" | "owner" | "criticality" | "weakerThanParentReason" | "policy">;

function zone(id: string, name: string, type: string, parentId: string | null, rest: Rest): CampusZone {
  return { id, name, type, parentId, ...rest };
}

function rated(
  patientSafety: CriticalityLevel,
  continuityOfCare: CriticalityLevel,
  confidentiality: CriticalityLevel,
): Criticality {
  return { patientSafety, continuityOfCare, confidentiality };
}
