import type { SampleProduct } from "~/catalogue/schemas";
import type { Evidence } from "~/domain/declaration/evidence";
import { addYears } from "~/domain/shared/iso-date";
import { nameOf } from "./sample-products";

type Claim = SampleProduct["claims"][number];

/** What stands on a document besides what the sample tells. */
type Document = Partial<Pick<Evidence, "subject" | "assurance">> & Partial<Evidence["scope"]>;

/** By product and standard. A level is what the document states, not what the product needs. */
const DOCUMENTS: Readonly<Record<string, Readonly<Record<string, Document>>>> = {
  "p01-infusion-pump": { "iec-62443-4-2": { releases: ["3.4.1"] } },
  "p02-patient-monitor": { "iec-62443-4-2": { releases: ["7.x"], level: 2 } },
  // The usual mistake: the certificate of the service organisation as proof of the scanner.
  "p03-ct-scanner": { "iso-iec-27001": { subject: "product-capability" } },
  "p04-pacs": { "iec-62443-4-2": { releases: ["12.x"], level: 3 } },
  "p06-building-controller": { "iec-62443-4-2": { releases: ["2.x"], level: 2 } },
  "p07-remote-access-gateway": { "iec-62443-4-2": { releases: ["4.x"], level: 3 } },
};

const SUBJECTS = {
  "development-process": "development-process",
  "management-system": "management-system",
  "product-capability": "product-capability",
  "product-safety": "other",
  "legal-conformity": "legal-conformity",
} as const satisfies Record<Claim["claimType"], Evidence["subject"]>;

/** Certificates are good for three years here. */
const YEARS = 3;

/** What a supplier files: its claims as documents, the MDS2 and the SBOM. Ids are stable names. */
export function evidenceOf(product: SampleProduct): ReadonlyArray<Evidence> {
  return [...product.claims.map((claim) => toEvidence(product, claim)), ...filesOf(product)];
}

/** The document that answers rest on: a certificate of the product itself. */
export function certificateOf(product: SampleProduct): Evidence | undefined {
  return evidenceOf(product).find(
    ({ type, subject, scheme }) =>
      type === "certificate" && subject === "product-capability" && scheme === "iec-62443-4-2",
  );
}

function toEvidence(product: SampleProduct, claim: Claim): Evidence {
  const [, designation = claim.standard, edition = ""] = /^([^:]+):(\d{4})/.exec(claim.standard) ?? [];
  const scheme = toSchemeId(designation);
  const { subject = SUBJECTS[claim.claimType], assurance, ...scope } = DOCUMENTS[product.id]?.[scheme] ?? {};
  const isOwnWord = claim.evidenceKind === "self-declaration";
  const isOfProduct = claim.claimType === "product-capability";
  return {
    id: `${scheme}-${claim.claimType}`,
    type: claim.evidenceKind,
    subject,
    title: [designation, isOwnWord ? "statement" : "certificate", claim.scope].filter(Boolean).join(", "),
    issuer: claim.issuer ?? product.supplier,
    assurance: assurance ?? (isOwnWord ? "declared" : "accredited"),
    scheme,
    schemeVersion: edition,
    scope: {
      product: isOfProduct ? nameOf(product) : "",
      releases: [],
      componentTypes: isOfProduct ? [...product.componentTypes] : [],
      level: null,
      ...scope,
    },
    validFrom: claim.validUntil === null ? product.mds2.released : addYears(claim.validUntil, -YEARS),
    validUntil: claim.validUntil,
    reference: "",
    sha256: null,
  };
}

function filesOf(product: SampleProduct): ReadonlyArray<Evidence> {
  const { mds2, sbom, supplier, productVersion } = product;
  const own = {
    subject: "other",
    issuer: supplier,
    assurance: "declared",
    scope: { product: nameOf(product), releases: [productVersion], componentTypes: [], level: null },
    validFrom: mds2.released,
    validUntil: null,
    reference: "",
    sha256: null,
  } as const satisfies Partial<Evidence>;
  const scope = { ...own.scope, releases: [productVersion], componentTypes: [] };
  const [, cyclonedx = ""] = /^CycloneDX (\S+)/.exec(sbom.format ?? "") ?? [];
  return [
    {
      ...own,
      ...{ scope, id: "mds2", type: "mds2", title: `MDS2 of ${nameOf(product)} ${productVersion}` },
      ...{ scheme: "mds2", schemeVersion: mds2.edition.slice(-4) },
    },
    ...(sbom.format === null
      ? []
      : [
          {
            ...own,
            ...{
              scope,
              id: "sbom",
              type: "sbom" as const,
              title: `SBOM of ${nameOf(product)} ${productVersion}`,
            },
            ...{ scheme: "cyclonedx", schemeVersion: cyclonedx },
          },
        ]),
  ];
}

/** `IEC 62443-4-2` is `iec-62443-4-2`; the CRA goes by its short name. */
function toSchemeId(designation: string): string {
  if (designation === "EU 2024/2847") return "eu-cra";
  return designation.toLowerCase().replace(/[^a-z0-9]+/g, "-");
}
