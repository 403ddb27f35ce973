import { factCheck } from "../../check";
import { demandedValues, findingsOf, type Values } from "../../check-parts";

const id = "sbom-is-present";
const finding = findingsOf(id, "RA");

type Listed = { format: string; componentCount: number };

/** Only who knows what is inside can tell whether the next hole concerns the product (CRA Annex I Part II (1)). */
export const sbomIsPresent = factCheck<Values, Listed | null>({
  id,
  clauses: [
    { standard: "iec-62443-4-2", ref: "CR 7.8" },
    { standard: "eu-cra", ref: "Annex I Part II (1)" },
    { standard: "iec-81001-5-1", ref: "4.3" },
    { standard: "mds2-2019", ref: "SBOM-1" },
  ],
  demandOf: ({ policy }) => demandedValues(policy.sbomFormats),
  subjectOf: ({ facts: { sbom } }) =>
    sbom === undefined ? null : { format: sbom.format, componentCount: sbom.componentCount },
  evaluate: (formats, sbom) => {
    const ways = { supplier: ["provide"], hospital: ["except"] };
    if (sbom === null)
      return [finding({ outcome: "incomplete", state: "missing", params: { formats }, ...ways })];
    const params = { formats, format: [sbom.format], count: sbom.componentCount };
    if (!formats.includes(sbom.format))
      return [finding({ outcome: "incomplete", state: "other-format", params, ...ways })];
    if (sbom.componentCount === 0)
      return [finding({ outcome: "incomplete", state: "empty", params, ...ways })];
    return [finding({ outcome: "conforms", state: "present", params })];
  },
});
