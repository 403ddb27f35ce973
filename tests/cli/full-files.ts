import { COMPONENT_REQUIREMENTS } from "~/catalogue/catalogue";
import { MDS2_QUESTIONS } from "~/catalogue/mds2-questions";
import type { Evidence } from "~/domain/declaration/evidence";
import type { ProductFacts } from "~/domain/declaration/facts";
import { fromLevels } from "~/domain/security-level/security-level";
import type { DeclarationFile, ZoneFile } from "~/formats/cordon-json/parse";

export const KNOWN = { requirements: COMPONENT_REQUIREMENTS, mds2Questions: MDS2_QUESTIONS };

export function aPiece(overrides: Partial<Evidence> = {}): Evidence {
  return {
    id: "certificate-1",
    type: "certificate",
    subject: "product-capability",
    title: "Certificate 4711",
    issuer: "Fictional Lab",
    assurance: "accredited",
    scheme: "iec-62443-4-2",
    schemeVersion: "2019",
    scope: { product: "Pump", releases: ["3.x"], componentTypes: ["embedded-device"], level: 2 },
    validFrom: "2025-01-01",
    validUntil: "2028-01-01",
    reference: "https://supplier.example/4711",
    sha256: "a".repeat(64),
    ...overrides,
  };
}

/** Something under every key. */
export const ALL_FACTS: Required<ProductFacts> = {
  product: "Pump",
  release: "3.4.1",
  udiDi: "FICT-0001",
  variants: [{ name: "Pump S", model: "P-100", udiDi: "09506000134352" }],
  regime: "mdr",
  regimeReason: "An active device\nfor infusion",
  riskClass: "IIb",
  isInVitroDiagnostic: false,
  placedOnMarketOn: "2024-02-29",
  conformityDeclared: ["mdr"],
  conformityCertificateEndsOn: "2029-05-01",
  essentialFunction: {
    functions: "Infusion",
    requirementIds: ["CR 2.5"],
    reason: "A locked screen delays care",
    compensation: "Staffed area",
  },
  hardeningGuide: true,
  secureByDefault: false,
  loggedEvents: ["sign-on", "update"],
  logFormats: ["json"],
  siemChannels: [],
  timeSources: ["ntp"],
  dataHandling: [
    { dataClass: "health", stored: true, sent: true, encryptedAtRest: null, encryptedInTransit: true },
  ],
  dataLocations: ["device"],
  processorContract: true,
  updateMechanisms: ["remote-by-owner"],
  signedUpdates: true,
  patchDaysCritical: 0,
  patchDaysHigh: 90,
  remoteAccess: [],
  remoteEnds: [],
  remoteMultiFactor: false,
  individualAccounts: true,
  defaultCredentials: "forced-change",
  autoLogoff: false,
  breakGlass: true,
  malwareProtection: "not-possible",
  malwareJustification: "Closed system",
  supportEndsOn: "2031-12-31",
  platforms: [{ kind: "operating-system", name: "FreeRTOS", version: "10.4.3", supportEndsOn: null }],
  vulnerabilityContact: "psirt@supplier.example",
  advisories: ["csaf"],
  vulnerabilities: [
    { id: "CVE-2021-44228", severity: "critical", state: "not-affected", exploited: true, justification: "" },
  ],
  incidentNoticeHours: 24,
  wireless: ["wifi"],
  aiFunction: "none",
  aiDocumentation: false,
  networkNeeds: [
    {
      protocol: "HTTPS",
      transport: "tcp",
      ports: "443",
      direction: "outbound",
      peer: "hospital",
      encrypted: true,
      authenticated: true,
      required: true,
      purpose: "drug library",
    },
  ],
  mds2: {
    edition: "2019",
    releasedOn: "2026-02-10",
    answers: { "ALOF-1": { answer: "No", note: "Bedside" }, "AUDT-5.2": { answer: "Yes" } },
  },
  sbom: {
    format: "cyclonedx-json",
    formatVersion: "1.6",
    createdOn: "2026-03-01",
    componentCount: 42,
    elements: ["supplier", "version"],
  },
};

/** A file with every field that a declaration can have. */
export function aFullDeclaration(): DeclarationFile {
  return {
    supplier: "Supplier",
    product: "Pump",
    release: "3.4.1",
    signedOn: "2026-11-01",
    content: {
      componentTypes: ["embedded-device"],
      answers: {
        "CR 1.1": { value: "met", note: "by PIN", evidenceIds: ["certificate-1"] },
        "CR 2.5": { value: "not-met" },
      },
      claimedSlCapability: fromLevels([2, 2, 2, 2, 2, 2, 2]),
      facts: ALL_FACTS,
      evidence: [aPiece(), aPiece({ id: "report-2", type: "test-report" })],
    },
  };
}

/** A file with every field that a zone can have. */
export function aFullZone(): ZoneFile {
  return {
    name: "ICU",
    referenceType: "critical-care",
    slTarget: fromLevels([2, 2, 3, 2, 3, 2, 3]),
    policy: {
      regimes: ["mdr", "cra"],
      signedUpdates: true,
      patchDaysHigh: 60,
      openVulnerabilities: "medium",
      sbomMaxAgeDays: null,
      capabilityEvidence: ["none", "declared", "third-party", "accredited"],
    },
    channels: [
      {
        protocol: "HTTPS",
        transport: "tcp",
        ports: "443",
        direction: "outbound",
        peer: "hospital",
        encrypted: true,
        authenticated: null,
      },
    ],
    countermeasures: [
      {
        id: "c1",
        title: "Boundary device",
        requirementIds: ["CR 5.1", "CR 3.1"],
        acceptedOn: "2026-01-01",
        expiresOn: null,
      },
    ],
  };
}
