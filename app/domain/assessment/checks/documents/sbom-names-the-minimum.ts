import { factCheck } from "../../check";
import { demandedValues, findingsOf, type Values } from "../../check-parts";

const id = "sbom-names-the-minimum";
const finding = findingsOf(id, "RA");

/** A list without versions or identifiers cannot be held against what becomes known of its parts. */
export const sbomNamesTheMinimum = factCheck<Values, Values | null>({
  id,
  clauses: [
    { standard: "iec-62443-4-2", ref: "CR 7.8" },
    { standard: "eu-cra", ref: "Annex I Part II (1)" },
    { standard: "mds2-2019", ref: "SBOM-2" },
  ],
  demandOf: ({ policy }) => demandedValues(policy.sbomElements),
  subjectOf: ({ facts }) => facts.sbom?.elements ?? null,
  evaluate: (elements, named) => {
    // That there is none is said by sbom-is-present.
    if (named === null) return [];
    const missing = elements.filter((element) => !named.includes(element));
    const params = { elements, named, missing, count: missing.length };
    if (missing.length === 0) return [finding({ outcome: "conforms", state: "complete", params })];
    const state = named.length === 0 ? "unstated" : "short";
    return [finding({ outcome: "incomplete", state, params, supplier: ["complete"], hospital: ["except"] })];
  },
});
