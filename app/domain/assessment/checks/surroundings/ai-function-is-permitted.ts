import { factCheck } from "../../check";
import { findingsOf, type Values } from "../../check-parts";

const id = "ai-function-is-permitted";
const finding = findingsOf(id, null);

/**
 * Software that decides or goes on learning changes what a device does after it was accepted (AI Act Annex I). A zone
 * says which kinds it takes; a product without any is welcome in every zone.
 */
export const aiFunctionIsPermitted = factCheck<Values, string | null>({
  id,
  clauses: [
    { standard: "eu-ai-act", ref: "Annex I" },
    { standard: "eu-mdr", ref: "Annex I 17.2" },
  ],
  demandOf: ({ policy }) => policy.aiFunctions,
  subjectOf: ({ facts }) => facts.aiFunction ?? null,
  evaluate: (permitted, used) => {
    const kinds = permitted.filter((kind) => kind !== "none");
    const expected = kinds.length === 0 ? "expected.none" : "expected.some";
    const params = { kinds };
    if (used === null)
      return [finding({ outcome: "incomplete", state: "unstated", expected, params, supplier: ["state"] })];
    if (used === "none") return [finding({ outcome: "conforms", state: "without-ai", expected, params })];
    const stated = { kinds, used: [used] };
    if (kinds.includes(used))
      return [finding({ outcome: "conforms", state: "permitted", expected, params: stated })];
    return [
      finding({
        outcome: "does-not-conform",
        state: kinds.length === 0 ? "zone-without-ai" : "not-permitted",
        expected,
        params: stated,
        supplier: ["switch-off"],
        hospital: ["except"],
      }),
    ];
  },
});
