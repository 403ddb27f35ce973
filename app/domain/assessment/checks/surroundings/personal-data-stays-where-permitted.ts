import { factCheck } from "../../check";
import { findingsOf, type Values } from "../../check-parts";
import { notPermitted, personalDataOf } from "../../surroundings-parts";

const id = "personal-data-stays-where-permitted";
const finding = findingsOf(id, "DC");

type Whereabouts = { hasPersonalData: boolean | null; locations: Values | null };

/**
 * The hospital answers for its patients' data wherever they are (GDPR Art. 5(1)(f) and 32), so it says where they may
 * be. Says nothing of products that neither store nor send any.
 */
export const personalDataStaysWherePermitted = factCheck<Values, Whereabouts>({
  id,
  clauses: [
    { standard: "eu-gdpr", ref: "Art. 5(1)(f), 32" },
    { standard: "eu-gdpr", ref: "Art. 9" },
    { standard: "mds2-2019", ref: "MPII-2" },
    { standard: "mds2-2019", ref: "MPII-3.7" },
  ],
  demandOf: ({ policy }) => policy.dataLocations,
  subjectOf: ({ facts }) => {
    const personal = personalDataOf(facts);
    return {
      hasPersonalData: personal && (personal.stored || personal.sent),
      locations: facts.dataLocations ?? null,
    };
  },
  evaluate: (permitted, { hasPersonalData, locations }) => {
    const expected = permitted.length === 0 ? "expected.nowhere" : "expected.somewhere";
    const params = { permitted };
    if (hasPersonalData === false)
      return [finding({ outcome: "conforms", state: "no-personal-data", expected, params })];
    if (hasPersonalData === null)
      return [
        finding({ outcome: "incomplete", state: "data-unstated", expected, params, supplier: ["describe"] }),
      ];
    // Data that are nowhere have not been described.
    if (locations === null || locations.length === 0)
      return [
        finding({ outcome: "incomplete", state: "place-unstated", expected, params, supplier: ["state"] }),
      ];
    const other = notPermitted(permitted, locations);
    const stated = { permitted, locations, other };
    if (other.length === 0)
      return [finding({ outcome: "conforms", state: "permitted", expected, params: stated })];
    return [
      finding({
        outcome: "does-not-conform",
        state: "elsewhere",
        expected,
        params: stated,
        supplier: ["keep-inside"],
        hospital: ["except"],
      }),
    ];
  },
});
