import { factCheck } from "../../check";
import { compareAnyOf, demandedValues, findingsOf, OUTCOME_OF, type Values } from "../../check-parts";

const id = "advisories-are-published";
const finding = findingsOf(id, null);

/** A fix that nobody hears of protects nobody; an advisory that a program reads is heard at once (IEC 62443-4-1 DM-5). */
export const advisoriesArePublished = factCheck<Values, Values | null>({
  id,
  clauses: [
    { standard: "iec-62443-4-1", ref: "DM-5" },
    { standard: "iec-81001-5-1", ref: "4.1.7" },
    { standard: "eu-cra", ref: "Annex I Part II (4)" },
  ],
  demandOf: ({ policy }) => demandedValues(policy.advisories),
  subjectOf: ({ facts }) => facts.advisories ?? null,
  evaluate: (accepted, published) => {
    const state = compareAnyOf(accepted, published);
    const outcome = OUTCOME_OF[state];
    const params = { accepted, published: published ?? [] };
    switch (state) {
      case "unstated":
        return [finding({ outcome, state: "unstated", params, supplier: ["state"] })];
      case "none":
        return [finding({ outcome, state: "none", params, supplier: ["publish"], hospital: ["except"] })];
      case "broken":
        return [
          finding({ outcome, state: "other-way", params, supplier: ["publish"], hospital: ["except"] }),
        ];
      case "kept":
        return [finding({ outcome, state: "published", params })];
    }
  },
});
