import { factCheck } from "../../check";
import { findingsOf } from "../../check-parts";

const id = "vulnerabilities-have-an-address";
const finding = findingsOf(id, null);

/** Who finds a hole must know whom to tell, and the hospital whom to ask (IEC 62443-4-1 DM-1). */
export const vulnerabilitiesHaveAnAddress = factCheck<true, string | null>({
  id,
  clauses: [
    { standard: "iec-62443-4-1", ref: "DM-1" },
    { standard: "iec-81001-5-1", ref: "9.2" },
    { standard: "eu-cra", ref: "Annex I Part II (5)-(6)" },
    { standard: "mds2-2019", ref: "DOC-8" },
  ],
  demandOf: ({ policy }) => (policy.vulnerabilityContact ? true : null),
  subjectOf: ({ facts }) => facts.vulnerabilityContact ?? null,
  evaluate: (_demand, contact) =>
    contact === null
      ? [finding({ outcome: "incomplete", state: "unstated", supplier: ["state"] })]
      : [finding({ outcome: "conforms", state: "stated", params: { contact } })],
});
