import { REFERENCE_PROTOCOL_BY_ID } from "~/catalogue/reference-zones";
import type { Channel, Conduit } from "~/domain/zone-model/zone-model";

type Flags = Partial<Pick<Conduit, "wireless" | "remoteAccess" | "temporary">>;

/**
 * A protocol of the catalogue and what it is for. Plain protocols are protected by their secure option unless
 * `isPlain` says that the hospital has not got there yet.
 */
type Flow = { protocol: string; purpose: string; isPlain?: boolean };

type CampusConduit = Flags & {
  from: string;
  to: string;
  name: string;
  flows: ReadonlyArray<Flow>;
};

const CONDUITS: ReadonlyArray<CampusConduit> = [
  link("internet", "dmz", "Public services", [
    flow("https", "patient portal, partner hospitals"),
    flow("dicom-tls", "images from partner hospitals"),
  ]),
  link(
    "internet",
    "vendor-access",
    "Suppliers' lines",
    [flow("ipsec", "tunnels of suppliers under contract"), flow("https", "access broker")],
    { remoteAccess: true },
  ),
  link("home-monitoring", "dmz", "Readings from home", [flow("fhir", "readings of home hubs")]),
  link("guest-wifi", "internet", "Visitors' internet", [flow("https", "browsing")], { wireless: true }),
  link("administration", "dmz", "Web and mail", [flow("https", "proxy and mail relay")]),
  link(
    "administration",
    "clinical-services",
    "Old staff portal",
    [flow("https", "roster and meals, until the portal moves behind the proxy")],
    { temporary: true },
  ),
  link("dmz", "clinical-services", "Portal and exchange", [
    flow("https", "patient portal"),
    flow("fhir", "exchange of documents"),
  ]),
  link("dmz", "imaging-archive", "Off-site archive", [flow("dicom-tls", "images to and from partners")]),
  link("vendor-access", "imaging", "Modality service", [flow("rdp", "service of consoles by ticket")], {
    remoteAccess: true,
  }),
  link("vendor-access", "building-automation", "Plant service", [flow("https", "remote maintenance")], {
    remoteAccess: true,
  }),
  link("clinical-services", "identity", "Sign-in and logs", [
    flow("ldaps", "accounts and groups"),
    flow("kerberos", "single sign-on"),
    flow("ihe-atna", "audit messages"),
  ]),
  link("clinical-services", "imaging-archive", "Orders and reports", [
    flow("hl7-mllp", "orders and reports"),
    flow("dicomweb", "image viewer of the record"),
  ]),
  link("biomed", "identity", "Device certificates and logs", [
    flow("ldaps", "technicians' accounts"),
    flow("ihe-atna", "device events"),
  ]),
  link("wireless-medical", "identity", "Radio admission", [flow("radius", "certificate of every device")], {
    wireless: true,
  }),
  link("wireless-medical", "biomed", "Pump server", [flow("https", "drug library, status, updates")], {
    wireless: true,
  }),
  link("critical-care", "biomed", "Bedside gateway", [
    flow("https", "updates and settings"),
    flow("ntp", "time"),
  ]),
  link("pharmacy", "biomed", "Drug library", [flow("https", "library releases, signed by two people")]),
  link("critical-care", "clinical-services", "Observations", [
    flow("fhir", "observations"),
    flow("hl7-mllp", "admissions and orders"),
  ]),
  link("operating-theatres", "clinical-services", "Anaesthesia record", [
    flow("hl7-mllp", "anaesthesia record, schedule"),
  ]),
  link("pharmacy", "clinical-services", "Prescriptions", [
    flow("fhir", "prescriptions"),
    flow("https", "stock"),
  ]),
  link("workstations", "clinical-services", "Health record", [
    flow("https", "health record"),
    flow("fhir", "bedside apps"),
    flow("dicomweb", "image viewer"),
  ]),
  link("critical-care", "nurse-call", "Alarms", [flow("ieee11073-sdc", "device alarms")]),
  link("operating-theatres", "critical-care", "Transfer", [
    flow("ieee11073-sdc", "settings follow the patient"),
  ]),
  link("imaging", "imaging-archive", "Images", [
    flow("dicom-tls", "images and worklist"),
    flow("dicom", "two modalities that know no TLS", true),
  ]),
  link("laboratory", "clinical-services", "Results", [
    flow("hl7-mllp", "orders and results, middleware without TLS", true),
    flow("https", "validation by physicians"),
  ]),
  link("imaging-archive", "research-ai", "Research copies", [flow("dicomweb", "de-identified copies")]),
  link("medical-gas", "building-automation", "Plant overview", [
    flow("modbus-tcp", "read only, one way", true),
  ]),
  link("air-handling", "building-automation", "Set points", [flow("bacnet-sc", "set points and alarms")]),
  link("physical-security", "identity", "Badges", [
    flow("ldaps", "badge holders"),
    flow("https", "event export"),
  ]),
];

/** Comes with the newer draft, as it should. */
const RADIOTHERAPY_IMAGES = link("radiotherapy", "imaging-archive", "Planning images", [
  flow("dicom-tls", "planning images and plans"),
]);

/** Comes with the newer draft, as it should not: past the zone where suppliers' lines end. */
const COMMISSIONING_LINE = link(
  "internet",
  "radiotherapy",
  "Commissioning line",
  [flow("https", "supplier of the accelerator, until acceptance")],
  { remoteAccess: true, temporary: true },
);

export function campusConduits(): ReadonlyArray<Conduit> {
  return CONDUITS.map(toConduit);
}

export function radiotherapyConduits(): ReadonlyArray<Conduit> {
  return [RADIOTHERAPY_IMAGES, COMMISSIONING_LINE].map(toConduit);
}

export function conduitId(from: string, to: string): string {
  return `${from}--${to}`;
}

function toConduit({ from, to, name, flows, ...flags }: CampusConduit): Conduit {
  const id = conduitId(from, to);
  return {
    id,
    name,
    fromZoneId: from,
    toZoneId: to,
    slTarget: null,
    slTargetRationale: "",
    riskAssessment: null,
    wireless: false,
    remoteAccess: false,
    temporary: false,
    ...flags,
    channels: flows.map((one, place) => toChannel(`${id}-${place + 1}`, one)),
  };
}

function toChannel(id: string, { protocol: protocolId, purpose, isPlain = false }: Flow): Channel {
  const protocol = REFERENCE_PROTOCOL_BY_ID.get(protocolId);
  if (!protocol) throw new Error(`the catalogue has no protocol ${protocolId}`);
  const { name, port, transports, encryption, secureOption } = protocol;
  const isWrapped = encryption !== "yes" && !isPlain && secureOption !== null;
  return {
    id,
    protocol: name,
    ports: port === null ? "" : String(port),
    transport: transports[0] ?? "tcp",
    initiator: "from",
    encrypted: encryption === "yes" || isWrapped,
    authenticated: !isPlain,
    purpose: isWrapped ? `${purpose} (${secureOption})` : purpose,
  };
}

function link(
  from: string,
  to: string,
  name: string,
  flows: ReadonlyArray<Flow>,
  flags: Flags = {},
): CampusConduit {
  return { from, to, name, flows, ...flags };
}

function flow(protocol: string, purpose: string, isPlain = false): Flow {
  return { protocol, purpose, isPlain };
}
