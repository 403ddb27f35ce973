import type {
  ModelTemplate,
  TemplateAsset,
  TemplateChannel,
  TemplateConduit,
} from "~/domain/zone-model/template";

const host = (name: string, quantity = 1): TemplateAsset => ({
  name,
  componentType: "host-device",
  quantity,
});
const software = (name: string): TemplateAsset => ({ name, componentType: "software-application" });
const network = (name: string, quantity = 1): TemplateAsset => ({
  name,
  componentType: "network-device",
  quantity,
});
const device = (name: string, quantity = 1): TemplateAsset => ({
  name,
  componentType: "embedded-device",
  quantity,
});
/** What a patient depends on. */
const vital = (name: string, quantity = 1): TemplateAsset => ({
  ...device(name, quantity),
  safetyRelated: true,
});
const onAir = (asset: TemplateAsset): TemplateAsset => ({ ...asset, wireless: true });

const over = (...protocols: ReadonlyArray<string>): ReadonlyArray<TemplateChannel> =>
  protocols.map((protocol) => ({ protocol }));
const join = (from: string, to: string, ...protocols: ReadonlyArray<string>): TemplateConduit => ({
  ...{ from, to },
  channels: over(...protocols),
});
/** Service from outside, as far as the zone where it ends and on from there. */
const service = (to: string): TemplateConduit => ({
  ...join("remote", to, "rdp", "ssh"),
  remoteAccess: true,
});
const fromOutside: TemplateConduit = { ...join("internet", "remote", "ipsec"), remoteAccess: true };

const internet = { key: "internet", name: "Internet and external partners", type: "internet-external" };
const remote = {
  ...{ key: "remote", name: "Remote vendor access", type: "remote-vendor-access" },
  assets: [network("VPN endpoint"), host("Session host")],
};
const identity = {
  ...{ key: "identity", name: "Identity and security services", type: "identity-security" },
  assets: [host("Directory server", 2), software("Log collection")],
};

const IMAGING: ModelTemplate = {
  id: "imaging-department",
  name: "Imaging department",
  about: "Modalities by kind, archive, reporting workstations and vendor service.",
  confidence: "recalled",
  zones: [
    { key: "imaging", name: "Imaging modalities", type: "imaging" },
    ...[
      { key: "ct", name: "CT", assets: [device("CT scanner", 2)] },
      { key: "mr", name: "MR", assets: [device("MR scanner")] },
      {
        key: "xray",
        name: "X-ray and ultrasound",
        assets: [device("X-ray system", 3), device("Ultrasound", 6)],
      },
    ].map((zone) => ({ ...zone, type: "imaging", inside: "imaging" })),
    {
      ...{ key: "archive", name: "Imaging archive", type: "imaging-archive" },
      assets: [software("PACS"), software("Vendor neutral archive")],
    },
    {
      ...{ key: "workstations", name: "Reporting workstations", type: "clinical-workstations" },
      assets: [host("Diagnostic workstation", 12)],
    },
    {
      ...{ key: "services", name: "Clinical services", type: "clinical-services" },
      assets: [software("RIS"), software("Electronic patient record")],
    },
    identity,
    remote,
    internet,
  ],
  conduits: [
    join("ct", "archive", "dicom"),
    join("mr", "archive", "dicom"),
    join("xray", "archive", "dicom"),
    join("services", "imaging", "dicom", "hl7-mllp"),
    join("services", "archive", "hl7-mllp", "fhir"),
    join("workstations", "archive", "dicomweb", "https"),
    join("workstations", "services", "https"),
    join("archive", "identity", "ldaps", "ihe-atna"),
    join("workstations", "identity", "kerberos", "ldaps"),
    service("imaging"),
    fromOutside,
  ],
};

const LABORATORY: ModelTemplate = {
  id: "laboratory",
  name: "Laboratory",
  about: "Two analyser lines, point-of-care testing, laboratory system and vendor service.",
  confidence: "recalled",
  zones: [
    { key: "laboratory", name: "Laboratory automation", type: "laboratory" },
    ...[
      {
        key: "line1",
        name: "Analyser line 1",
        assets: [device("Chemistry analyser", 2), device("Track system")],
      },
      {
        key: "line2",
        name: "Analyser line 2",
        assets: [device("Haematology analyser", 2), device("Coagulation analyser")],
      },
      {
        key: "poct",
        name: "Point-of-care testing",
        assets: [device("Blood gas analyser", 8), device("Glucose meter dock", 20)],
      },
    ].map((zone) => ({ ...zone, type: "laboratory", inside: "laboratory" })),
    {
      ...{ key: "middleware", name: "Laboratory system and middleware", type: "laboratory" },
      assets: [software("Laboratory information system"), software("Analyser middleware")],
    },
    {
      ...{ key: "services", name: "Clinical services", type: "clinical-services" },
      assets: [software("Integration engine"), software("Electronic patient record")],
    },
    {
      key: "biomed",
      name: "Biomedical engineering",
      type: "biomed-engineering",
      assets: [host("Device management")],
    },
    identity,
    remote,
    internet,
  ],
  conduits: [
    join("line1", "middleware", "astm-lis"),
    join("line2", "middleware", "astm-lis"),
    join("poct", "middleware", "poct1a"),
    join("middleware", "services", "hl7-mllp"),
    join("middleware", "identity", "ldaps", "syslog"),
    join("laboratory", "biomed", "https", "ntp"),
    join("biomed", "identity", "ssh", "syslog"),
    service("laboratory"),
    fromOutside,
  ],
};

const ICU: ModelTemplate = {
  id: "intensive-care",
  name: "Intensive care unit",
  about: "Bedside monitoring and life support, wireless pumps, alarms and the gateways between them.",
  confidence: "recalled",
  zones: [
    { key: "icu", name: "Critical care", type: "critical-care" },
    {
      ...{ key: "monitoring", name: "Patient monitoring", type: "critical-care", inside: "icu" },
      assets: [vital("Patient monitor", 16), vital("Central station", 2)],
    },
    {
      ...{ key: "support", name: "Ventilation and infusion", type: "critical-care", inside: "icu" },
      assets: [vital("Ventilator", 12), vital("Infusion rack", 16)],
    },
    {
      ...{ key: "wireless", name: "Wireless medical devices", type: "wireless-medical" },
      assets: [onAir(device("Transport monitor", 4)), onAir(device("Infusion pump", 30))],
    },
    {
      ...{ key: "alarms", name: "Alarm distribution", type: "alarm-nurse-call" },
      assets: [host("Alarm server")],
    },
    {
      ...{ key: "biomed", name: "Biomedical engineering", type: "biomed-engineering" },
      assets: [host("Device gateway"), host("Pump server")],
    },
    {
      ...{ key: "services", name: "Clinical services", type: "clinical-services" },
      assets: [software("Patient data management"), software("Electronic patient record")],
    },
    {
      ...{ key: "workstations", name: "Ward workstations", type: "clinical-workstations" },
      assets: [host("Bedside workstation", 10)],
    },
    identity,
  ],
  conduits: [
    join("monitoring", "alarms", "ihe-pcd"),
    join("support", "alarms", "ihe-pcd"),
    join("monitoring", "support", "ieee11073-sdc", "ws-discovery"),
    join("icu", "biomed", "hl7-mllp", "ntp"),
    join("icu", "services", "hl7-mllp"),
    { ...join("wireless", "biomed", "https"), wireless: true },
    join("wireless", "identity", "radius"),
    join("workstations", "services", "https", "fhir"),
    join("alarms", "services", "hl7-mllp"),
    join("biomed", "identity", "ldaps", "syslog"),
  ],
};

const CLINIC: ModelTemplate = {
  id: "small-clinic",
  name: "Small clinic",
  about: "Consulting rooms, a few devices, one server room and the way out.",
  confidence: "recalled",
  zones: [
    {
      ...{ key: "rooms", name: "Consulting rooms", type: "clinical-workstations" },
      assets: [host("Workstation", 12)],
    },
    {
      ...{ key: "devices", name: "Diagnostic devices", type: "imaging" },
      assets: [device("Ultrasound", 2), device("ECG recorder", 3), device("X-ray system")],
    },
    {
      ...{ key: "services", name: "Practice systems", type: "clinical-services" },
      assets: [software("Practice management"), software("Image archive")],
    },
    { key: "office", name: "Administration", type: "enterprise", assets: [host("Office workstation", 6)] },
    {
      key: "dmz",
      name: "Demilitarised zone",
      type: "dmz",
      assets: [network("Firewall"), software("Gateway")],
    },
    remote,
    { key: "guest", name: "Guest Wi-Fi", type: "guest-wifi", assets: [onAir(network("Access point", 2))] },
    internet,
  ],
  conduits: [
    join("rooms", "services", "https"),
    join("devices", "services", "dicom"),
    join("office", "services", "https"),
    join("services", "dmz", "https"),
    join("office", "dmz", "https"),
    join("dmz", "internet", "https"),
    join("guest", "internet", "https"),
    service("devices"),
    service("services"),
    fromOutside,
  ],
};

export const DEPARTMENT_TEMPLATES: ReadonlyArray<ModelTemplate> = [IMAGING, LABORATORY, ICU, CLINIC];
