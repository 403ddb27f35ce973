import { expect, test } from "vitest";
import { profileOfZone } from "~/catalogue/zone-profile";
import { campusConduits } from "~/demo/campus/conduits";
import { campusZones } from "~/demo/campus/zones";
import { contentOf } from "~/demo/products/content";
import { SAMPLES_AS_OF, writtenFor } from "~/demo/products/documents-of-today";
import { sampleProduct, sampleProducts } from "~/demo/products/sample-products";
import { judge } from "~/domain/assessment/assess";
import type { RequirementProfile } from "~/domain/assessment/assessment";
import { DeclarationContentSchema } from "~/domain/declaration/declaration";
import { indexModel } from "~/domain/zone-model/queries";

const zones = campusZones();
const index = indexModel({
  zones: [...zones],
  conduits: [...campusConduits()],
  assets: [],
  waivers: [],
  layout: {},
});

/** By the campus's own zones, with what the catalogue suggests and nothing that the hospital added. */
function profileIn(zoneId: string): RequirementProfile {
  const zone = zones.find(({ id }) => id === zoneId);
  if (!zone?.slTarget) throw new Error(`the campus has no zone ${zoneId} with a target`);
  const target = { ...zone, slTarget: zone.slTarget };
  return profileOfZone({ index, zone: target, organisationPolicy: {}, countermeasures: [] });
}

/** Ids of the findings that are open, and of the notes. */
function findingsOf(productId: string, zoneId: string, asOf = SAMPLES_AS_OF): ReadonlyArray<string> {
  const content = writtenFor(asOf, contentOf(sampleProduct(productId)));
  const { findings } = judge(profileIn(zoneId), content, asOf);
  return findings
    .filter(({ severity }) => severity !== "none")
    .map(({ severity, id }) => `${severity} ${id}`);
}

test("every sample product declares something that could be signed, and all topics have facts somewhere", () => {
  for (const product of sampleProducts()) {
    const content = contentOf(product);
    expect(DeclarationContentSchema.parse(content), product.id).toEqual(content);
    const filed = new Set(content.evidence.map(({ id }) => id));
    const cited = Object.values(content.answers).flatMap(({ evidenceIds = [] }) => evidenceIds);
    expect(
      cited.filter((id) => !filed.has(id)),
      product.id,
    ).toEqual([]);
  }
});

test.each([
  // Shared ward code; the keys never lock, for a reason.
  [
    "p01-infusion-pump",
    "wireless-medical",
    [
      "gap accounts-are-individual:product",
      "condition idle-sessions-end:product",
      "condition mds2-agrees-with-answers:PAUT-1",
    ],
  ],
  // A certificate for product and release, one level below the highest target.
  [
    "p02-patient-monitor",
    "critical-care",
    [
      "open capability-is-evidenced:product",
      "note capability-is-evidenced:iec-62443-4-2-product-capability:level-too-low",
    ],
  ],
  // The system ends before the scanner; the company's certificate is filed as proof of the product.
  [
    "p03-ct-scanner",
    "imaging",
    [
      "note capability-is-evidenced:iso-iec-27001-management-system:management-system",
      "gap support-outlasts-service-life:product",
    ],
  ],
  ["p04-pacs", "imaging-archive", ["condition capability-meets-target:RDF"]],
  // Nothing but certificates of the company, no SBOM, no end of support, an operating system of the past.
  [
    "p05-lab-analyser",
    "laboratory",
    [
      "open capability-is-evidenced:product",
      "open sbom-is-present:product",
      "open support-outlasts-service-life:product",
      "gap platform-support-outlasts-service-life:operating-system/Microsoft Windows 7 Embedded Standard/SP1",
      "gap network-need-has-a-channel:https tcp/443 outbound internet",
    ],
  ],
  // No MDS2 is asked of a building controller.
  ["p06-building-controller", "building-automation", ["gap capability-meets-target:TRE"]],
  ["p08-telemetry-gateway", "home-monitoring", ["open regime-is-clear:product"]],
  // Hosted: nothing of it stays in the hospital, and updates come by themselves.
  [
    "p09-ai-triage",
    "clinical-services",
    ["gap updates-can-be-installed:product", "gap personal-data-stays-where-permitted:product"],
  ],
  [
    "p10-anaesthesia-legacy",
    "operating-theatres",
    [
      "open regime-duties-are-met:eu-mdr:directive-certificate",
      "open mds2-is-present:product",
      "gap support-outlasts-service-life:product",
    ],
  ],
  ["p11-integration-engine", "clinical-services", ["gap known-vulnerabilities-are-handled:CVE-2021-44228"]],
  ["p12-gas-alarm-panel", "medical-gas", ["gap capability-meets-target:DC"]],
])("%s teaches in %s what it was made for", (productId, zoneId, lessons) => {
  const findings = findingsOf(productId, zoneId);
  expect(lessons.filter((lesson) => !findings.includes(lesson))).toEqual([]);
});

test.each([SAMPLES_AS_OF, "2027-12-31", "2031-02-28"])(
  "on %s the access broker still conforms and the archive conforms with conditions: the demo can be started any day",
  (asOf) => {
    const verdictOf = (productId: string, zoneId: string) =>
      judge(profileIn(zoneId), writtenFor(asOf, contentOf(sampleProduct(productId))), asOf).verdict;
    expect(verdictOf("p07-remote-access-gateway", "vendor-access")).toBe("conforms");
    expect(verdictOf("p04-pacs", "imaging-archive")).toBe("conforms-with-conditions");
    expect(verdictOf("p02-patient-monitor", "critical-care")).not.toBe("conforms");
  },
);

test("mostly the needs of a product fit the conduits of its zone", () => {
  const homes = [
    ["p01-infusion-pump", "wireless-medical"],
    ["p02-patient-monitor", "critical-care"],
    ["p03-ct-scanner", "imaging"],
    ["p04-pacs", "imaging-archive"],
    ["p06-building-controller", "building-automation"],
    ["p07-remote-access-gateway", "vendor-access"],
    ["p11-integration-engine", "clinical-services"],
    ["p12-gas-alarm-panel", "medical-gas"],
  ] as const;
  const blocked = homes.flatMap(([product, zone]) =>
    findingsOf(product, zone).filter((finding) => finding.startsWith("gap network-need-has-a-channel")),
  );
  expect(blocked).toEqual([]);
});
