import type { HospitalFact } from "~/domain/readiness/hospital-rules";
import type { ProductFact } from "~/domain/readiness/product-rules";
import { paths } from "~/paths";

/** Where a fact of a hospital is looked into. */
export const HOSPITAL_PLACES: Readonly<Record<HospitalFact, string>> = {
  "models-published": paths.models(),
  "zones-with-target": paths.models(),
  "zones-with-risk": paths.models(),
  "zones-with-owner": paths.models(),
  "conduits-with-channels": paths.models(),
  "channels-encrypted": paths.models(),
  "channels-authenticated": paths.models(),
  "assets-in-zones": paths.models(),
  "assets-with-release": paths.models(),
  policy: paths.policy(),
  requests: paths.requests(),
  declarations: paths.requests(),
  decisions: paths.decisions(),
  "conditions-overdue": paths.calendar({ kind: "condition" }),
  countermeasures: paths.countermeasures(),
  "security-leads": paths.members(),
  "measures-overdue": paths.measures({ overdue: "yes" }),
};

/** Parts of a declaration that hold a fact of a product. */
const EVIDENCE_FACTS: ReadonlyArray<ProductFact> = ["development-process", "tests", "manuals"];

export function productPlace(declarationId: string, fact: ProductFact): string {
  return EVIDENCE_FACTS.includes(fact)
    ? paths.declarationEvidence(declarationId)
    : paths.declarationFacts(declarationId);
}
