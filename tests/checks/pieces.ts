import { type Evidence, EvidenceSchema } from "~/domain/declaration/evidence";
import type { ProductFacts } from "~/domain/declaration/facts";

/** The release that every piece is about, unless said otherwise. */
export const PUMP: ProductFacts = { product: "InfuFlow 3", release: "3.4.1", regime: "mdr" };

type Given = Partial<Omit<Evidence, "scope">> & { scope?: Partial<Evidence["scope"]> };

/** A certificate that speaks for the pump at SL 3, in every way that is asked of one. */
export function aPiece({ scope, ...given }: Given = {}): Evidence {
  return EvidenceSchema.parse({
    id: "cert-1",
    type: "certificate",
    subject: "product-capability",
    title: "Certificate 4711",
    issuer: "Fictional Assessors",
    assurance: "accredited",
    scheme: "iec-62443-4-2",
    schemeVersion: "2019",
    scope: {
      product: "InfuFlow 3",
      releases: ["3.4.1"],
      componentTypes: ["embedded-device"],
      level: 3,
      ...scope,
    },
    validFrom: null,
    validUntil: null,
    reference: "",
    sha256: null,
    ...given,
  });
}

/** A certificate of the development process that names no product: it covers the whole line. */
export function aProcessPiece(given: Given = {}): Evidence {
  const scope = { product: "", releases: [], componentTypes: [], level: null, ...given.scope };
  return aPiece({
    id: "process-1",
    subject: "development-process",
    title: "Process 81",
    scheme: "iec-62443-4-1",
    schemeVersion: "2018",
    ...given,
    scope,
  });
}
