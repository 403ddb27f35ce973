import { factCheck } from "../../check";
import { findingsOf } from "../../check-parts";

const id = "ai-function-is-documented";
const finding = findingsOf(id, null);

type Ai = { used: string | null; isDocumented: boolean | null };

/** Nobody can watch over a function whose purpose, limits and training they cannot read (AI Act Annex I and Art. 50). */
export const aiFunctionIsDocumented = factCheck<true, Ai>({
  id,
  clauses: [
    { standard: "eu-ai-act", ref: "Annex I" },
    { standard: "eu-ai-act", ref: "Art. 50" },
    { standard: "eu-mdr", ref: "Annex I 23.4(ab)" },
  ],
  demandOf: ({ policy }) => (policy.aiDocumentation ? true : null),
  subjectOf: ({ facts }) => ({ used: facts.aiFunction ?? null, isDocumented: facts.aiDocumentation ?? null }),
  evaluate: (_demand, { used, isDocumented }) => {
    if (used === "none") return [];
    if (used === null)
      return [finding({ outcome: "incomplete", state: "function-unstated", supplier: ["state-function"] })];
    const params = { used: [used] };
    if (isDocumented === null)
      return [finding({ outcome: "incomplete", state: "documents-unstated", params, supplier: ["state"] })];
    if (isDocumented) return [finding({ outcome: "conforms", state: "documented", params })];
    const hospital = ["leave-off"];
    return [
      finding({
        outcome: "does-not-conform",
        state: "undocumented",
        params,
        supplier: ["document"],
        hospital,
      }),
    ];
  },
});
