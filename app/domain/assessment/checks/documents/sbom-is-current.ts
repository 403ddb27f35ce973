import type { IsoDate } from "../../../shared/iso-date";
import { factCheck } from "../../check";
import { findingsOf } from "../../check-parts";
import { currencyOf } from "../../document-parts";

const id = "sbom-is-current";
const finding = findingsOf(id, "RA");

/** A list of parts ages with every update. That there is one at all is asked by sbom-is-present. */
export const sbomIsCurrent = factCheck<number, { createdOn: IsoDate | null } | null>({
  id,
  clauses: [
    { standard: "eu-cra", ref: "Annex I Part II (1)" },
    { standard: "mds2-2019", ref: "SBOM-4" },
  ],
  demandOf: ({ policy }) => policy.sbomMaxAgeDays,
  subjectOf: ({ facts: { sbom } }) => (sbom === undefined ? null : { createdOn: sbom.createdOn }),
  evaluate: (maxAge, sbom, asOf) => {
    if (sbom === null) return [];
    const currency = currencyOf(sbom.createdOn, maxAge, asOf);
    const params = { date: sbom.createdOn ?? "", count: maxAge };
    switch (currency) {
      case "current":
        return [finding({ outcome: "conforms", state: "current", params })];
      case "stale":
        return [finding({ outcome: "incomplete", state: "stale", params, supplier: ["renew"] })];
      case "undated":
        return [finding({ outcome: "incomplete", state: "undated", params, supplier: ["date"] })];
      case "future":
        return [finding({ outcome: "incomplete", state: "future", params, supplier: ["date"] })];
    }
  },
});
