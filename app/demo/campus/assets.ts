import type { ComponentType } from "~/domain/requirement/component-requirement";
import type { Asset } from "~/domain/zone-model/zone-model";

const SOFTWARE: ComponentType = "software-application";
const EMBEDDED: ComponentType = "embedded-device";
const HOST: ComponentType = "host-device";
const NETWORK: ComponentType = "network-device";

type Rest = Partial<
  Pick<
    Asset,
    | "softwareVersion"
    | "manufacturer"
    | "model"
    | "safetyRelated"
    | "wireless"
    | "portable"
    | "externallyConnected"
  >
> & {
  /** Id of a sample product. */
  product?: string;
};

type CampusAsset = Rest & Pick<Asset, "name" | "quantity" | "location"> & { type: ComponentType };

const SAFETY = { safetyRelated: true };
/** On the clinical radio network, carried from bed to bed. */
const MOBILE = { safetyRelated: true, wireless: true, portable: true };
const OUTSIDE = { externallyConnected: true };

const ASSETS: Readonly<Record<string, ReadonlyArray<CampusAsset>>> = {
  "critical-care": [
    asset("VitaScope M7", EMBEDDED, 24, "ICU 1–2", { product: "p02-patient-monitor", ...SAFETY }),
    asset("Ventilator", EMBEDDED, 22, "ICU 1–2", { softwareVersion: "4.20", ...SAFETY }),
    asset("Syringe pump rack", EMBEDDED, 48, "ICU 1–2", {
      ...{ manufacturer: "Fiktiva MedTech", model: "FK-721-3", softwareVersion: "2.9" },
      ...SAFETY,
    }),
    asset("Dialysis machine", EMBEDDED, 5, "ICU 1", { softwareVersion: "6.1", ...SAFETY }),
    asset("Central station", HOST, 2, "ICU 1–2, nurses' desk", {
      ...{ manufacturer: "Nordlys Monitoring", model: "Central C4", softwareVersion: "7.2" },
      ...SAFETY,
    }),
    asset("Bedside gateway", NETWORK, 4, "ICU 1–2, wall", { softwareVersion: "1.14", ...SAFETY }),
  ],
  "operating-theatres": [
    asset("Narkos 2000", EMBEDDED, 6, "Theatres 1–6", { product: "p10-anaesthesia-legacy", ...SAFETY }),
    asset("Electrosurgery", EMBEDDED, 6, "Theatres 1–6", { softwareVersion: "3.3", ...SAFETY }),
    asset("OR controller", HOST, 6, "Theatres 1–6", { softwareVersion: "5.0.4", ...SAFETY }),
    asset("C-arm", HOST, 2, "Theatres 2 and 5", { softwareVersion: "VC20", ...SAFETY }),
  ],
  "nurse-call": [
    asset("Call server", HOST, 1, "Technical room B1", { softwareVersion: "8.2", ...SAFETY }),
    asset("Alarm gateway", NETWORK, 2, "Technical room B1", { softwareVersion: "2.0", ...SAFETY }),
    asset("Room terminal", EMBEDDED, 212, "All wards", { softwareVersion: "1.7", ...SAFETY }),
  ],
  pharmacy: [
    asset("Dispensing cabinet", HOST, 14, "All wards", { softwareVersion: "11.3" }),
    asset("Picking robot", EMBEDDED, 1, "Pharmacy hall", { softwareVersion: "3.8" }),
    asset("Compounder", EMBEDDED, 2, "Clean room", { softwareVersion: "1.2" }),
    asset("Library editor", SOFTWARE, 1, "Pharmacy office", { softwareVersion: "5.6" }),
  ],
  "wireless-medical": [
    asset("InfuFlow 3", EMBEDDED, 140, "Wards 1–9", { product: "p01-infusion-pump", ...MOBILE }),
    asset("Telemetry unit", EMBEDDED, 36, "Cardiology", { softwareVersion: "2.4", ...MOBILE }),
    asset("Transport monitor", EMBEDDED, 9, "Emergency", { softwareVersion: "7.0", ...MOBILE }),
  ],
  workstations: [
    asset("Ward PC", HOST, 186, "Wards 1–9", { softwareVersion: "Image 2026.2" }),
    asset("Reading station", HOST, 12, "Radiology", { softwareVersion: "Image 2026.2" }),
    asset("Label printer", EMBEDDED, 41, "Wards 1–9", { softwareVersion: "6.2" }),
  ],
  biomed: [
    asset("Pump server", SOFTWARE, 2, "Server room A", { softwareVersion: "4.1" }),
    asset("Device gateway", SOFTWARE, 2, "Server room A", { softwareVersion: "3.0" }),
    asset("Device register", SOFTWARE, 1, "Server room A", { softwareVersion: "2026.1" }),
    asset("Update mirror", HOST, 1, "Server room A", { softwareVersion: "1.9" }),
    asset("Time server", NETWORK, 2, "Server room A", { softwareVersion: "5.4" }),
    asset("Passive sensor", NETWORK, 3, "Distributors", { softwareVersion: "9.1" }),
  ],
  identity: [
    asset("Directory", HOST, 3, "Server rooms A, B", { softwareVersion: "2022" }),
    asset("Certificates", SOFTWARE, 2, "Server rooms A, B", { softwareVersion: "8.3" }),
    asset("Log collector", SOFTWARE, 2, "Server rooms A, B", { softwareVersion: "12.4" }),
    asset("SIEM", SOFTWARE, 1, "Server room B", { softwareVersion: "12.4" }),
    asset("Privileged access", SOFTWARE, 1, "Server room B", { softwareVersion: "7.7" }),
    asset("Radio admission", NETWORK, 2, "Server rooms A, B", { softwareVersion: "3.2" }),
    asset("Scanner", SOFTWARE, 1, "Server room B", { softwareVersion: "10.8" }),
    asset("Backup server", HOST, 2, "Server room B", { softwareVersion: "12.1" }),
  ],
  "clinical-services": [
    asset("Health record", SOFTWARE, 2, "Server rooms A, B", { softwareVersion: "21.3" }),
    asset("Mostik engine", SOFTWARE, 2, "Server room A", { product: "p11-integration-engine" }),
    asset("Laboratory system", SOFTWARE, 1, "Server room A", { softwareVersion: "6.5" }),
    asset("Pharmacy system", SOFTWARE, 1, "Server room A", { softwareVersion: "9.0" }),
    asset("Database cluster", SOFTWARE, 3, "Server rooms A, B", { softwareVersion: "19" }),
    asset("Virtual hosts", HOST, 8, "Server rooms A, B", { softwareVersion: "8.0" }),
    asset("Storage", HOST, 2, "Server rooms A, B", { softwareVersion: "9.14" }),
  ],
  "imaging-archive": [
    asset("Archiva PACS 12", SOFTWARE, 2, "Server rooms A, B", { product: "p04-pacs" }),
    asset("Radiology system", SOFTWARE, 1, "Server room A", { softwareVersion: "4.4" }),
    asset("DICOM router", SOFTWARE, 2, "Server room A", { softwareVersion: "3.6" }),
    asset("Long-term store", HOST, 2, "Server rooms A, B", { softwareVersion: "2.2" }),
    asset("Web viewer", SOFTWARE, 1, "Server room A", { softwareVersion: "12.1" }),
  ],
  "research-ai": [
    asset("Triaso AI", SOFTWARE, 1, "Server room B", { product: "p09-ai-triage" }),
    asset("GPU server", HOST, 2, "Server room B", { softwareVersion: "24.04" }),
    asset("Research store", SOFTWARE, 1, "Server room B", { softwareVersion: "5.2" }),
  ],
  imaging: [
    asset("Tomovia CT 64", HOST, 2, "CT 1, CT 2", { product: "p03-ct-scanner" }),
    asset("MR scanner", HOST, 1, "MR 1", { softwareVersion: "XA31" }),
    asset("X-ray room", HOST, 4, "X-ray 1–4", { softwareVersion: "VE20" }),
    asset("Mammography", HOST, 1, "Breast clinic", { softwareVersion: "3.1" }),
    asset("Contrast injector", EMBEDDED, 3, "CT 1, CT 2, MR 1", { softwareVersion: "2.6" }),
  ],
  laboratory: [
    asset("Hemalyt 500", EMBEDDED, 3, "Haematology", { product: "p05-lab-analyser", ...OUTSIDE }),
    asset("Chemistry line", EMBEDDED, 2, "Biochemistry", { softwareVersion: "8.8" }),
    asset("Sample track", EMBEDDED, 1, "Central laboratory", { softwareVersion: "4.0" }),
    asset("Middleware", SOFTWARE, 1, "Central laboratory", { softwareVersion: "3.3" }),
    asset("Blood gas", EMBEDDED, 7, "ICU, theatres, emergency", { softwareVersion: "1.5" }),
  ],
  "building-automation": [
    asset("ClimaNode BX", EMBEDDED, 46, "Plant rooms", { product: "p06-building-controller" }),
    asset("Plant server", SOFTWARE, 1, "Technical room B1", { softwareVersion: "2026.1" }),
    asset("Chiller control", EMBEDDED, 3, "Roof", { softwareVersion: "6.6" }),
  ],
  "air-handling": [
    asset("Theatre air units", EMBEDDED, 6, "Roof", { softwareVersion: "2.8", ...SAFETY }),
    asset("Room pressure", EMBEDDED, 11, "Isolation rooms", { softwareVersion: "1.3", ...SAFETY }),
  ],
  "medical-gas": [
    asset("OxiGuard panel", EMBEDDED, 18, "All wards", { product: "p12-gas-alarm-panel", ...SAFETY }),
    asset("Manifold control", EMBEDDED, 2, "Gas station", { softwareVersion: "3.1", ...SAFETY }),
    asset("Uninterruptible", EMBEDDED, 4, "Technical rooms", { softwareVersion: "5.9", ...SAFETY }),
    asset("Generator control", EMBEDDED, 2, "Power house", { softwareVersion: "2.2", ...SAFETY }),
  ],
  "physical-security": [
    asset("Door controller", EMBEDDED, 64, "All buildings", { softwareVersion: "4.7" }),
    asset("Camera", EMBEDDED, 128, "All buildings", { softwareVersion: "10.9" }),
    asset("Video recorder", HOST, 2, "Security desk", { softwareVersion: "5.5" }),
    asset("Badge system", SOFTWARE, 1, "Security desk", { softwareVersion: "7.1" }),
  ],
  administration: [
    asset("Office PC", HOST, 420, "Building C", { softwareVersion: "Image 2026.2" }),
    asset("Finance system", SOFTWARE, 1, "Server room B", { softwareVersion: "22" }),
    asset("Mail", SOFTWARE, 1, "Server room B", { softwareVersion: "2019" }),
    asset("File server", HOST, 2, "Server room B", { softwareVersion: "2022" }),
  ],
  dmz: [
    asset("Reverse proxy", NETWORK, 2, "Server rooms A, B", { softwareVersion: "2.8" }),
    asset("Mail relay", SOFTWARE, 1, "Server room A", { softwareVersion: "3.9" }),
    asset("Patient portal", SOFTWARE, 1, "Server room A", { softwareVersion: "4.0" }),
    asset("Image exchange", SOFTWARE, 1, "Server room A", { softwareVersion: "1.8" }),
    asset("Update relay", HOST, 1, "Server room A", { softwareVersion: "24.04" }),
  ],
  "vendor-access": [
    asset("ServisBrana 4", NETWORK, 2, "Server rooms A, B", { product: "p07-remote-access-gateway" }),
    asset("Session recorder", SOFTWARE, 1, "Server room A", { softwareVersion: "3.3" }),
    asset("Jump host", HOST, 2, "Server room A", { softwareVersion: "2022" }),
  ],
  "home-monitoring": [
    asset("PulsBridge", NETWORK, 2, "Vendor's cloud", { product: "p08-telemetry-gateway", ...OUTSIDE }),
    asset("Home hub", EMBEDDED, 85, "Patients' homes", { softwareVersion: "1.2", ...OUTSIDE }),
  ],
  "guest-wifi": [asset("Access point", NETWORK, 74, "All buildings", { wireless: true })],
};

const RADIOTHERAPY_ASSETS: ReadonlyArray<CampusAsset> = [
  asset("Accelerator", EMBEDDED, 1, "Pavilion O", { softwareVersion: "3.0", ...SAFETY }),
  asset("Treatment planning", SOFTWARE, 2, "Pavilion O", { softwareVersion: "16.1", ...SAFETY }),
];

/** Where the portal knows the product, its release and version. */
export type KnownRelease = { releaseId: string; version: string };
type Releases = ReadonlyMap<string, KnownRelease>;

export function campusAssets(releases: Releases): ReadonlyArray<Asset> {
  return Object.entries(ASSETS).flatMap(([zoneId, assets]) =>
    assets.map((one, place) => toAsset(zoneId, place, one, releases)),
  );
}

export function radiotherapyAssets(): ReadonlyArray<Asset> {
  return RADIOTHERAPY_ASSETS.map((one, place) => toAsset("radiotherapy", place, one, new Map()));
}

function toAsset(zoneId: string, place: number, one: CampusAsset, releases: Releases): Asset {
  const release = one.product === undefined ? undefined : releases.get(one.product);
  return {
    id: `${zoneId}-asset-${place + 1}`,
    name: one.name,
    zoneId,
    productReleaseId: release?.releaseId ?? null,
    componentTypes: [one.type],
    quantity: one.quantity,
    location: one.location,
    softwareVersion: release?.version ?? one.softwareVersion ?? "",
    manufacturer: one.manufacturer ?? "",
    model: one.model ?? "",
    udiDi: "",
    safetyRelated: one.safetyRelated ?? false,
    wireless: one.wireless ?? false,
    portable: one.portable ?? false,
    externallyConnected: one.externallyConnected ?? false,
  };
}

function asset(
  name: string,
  type: ComponentType,
  quantity: number,
  location: string,
  rest: Rest,
): CampusAsset {
  return { name, type, quantity, location, ...rest };
}
