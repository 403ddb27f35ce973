import type { Regime } from "../../../declaration/fact-values";
import { factCheck } from "../../check";
import { findingsOf, type Values } from "../../check-parts";

const id = "regime-is-clear";
const finding = findingsOf(id, null);

type Stated = { regime: Regime | null; hasReason: boolean; isInVitro: boolean | null };

/**
 * Which law a product falls under comes first (CRA Art. 2(2): what is under MDR or IVDR is not under CRA): duties,
 * reporting clocks and proofs all hang on it, so a product of unclear regime cannot be judged to the end.
 */
export const regimeIsClear = factCheck<Values, Stated>({
  id,
  clauses: [
    { standard: "eu-cra", ref: "Art. 2(2)(a),(b)" },
    { standard: "eu-mdr", ref: "Annex I 17.2" },
    { standard: "eu-ivdr", ref: "Annex I 16.1-16.2" },
  ],
  demandOf: ({ policy }) => policy.regimes,
  subjectOf: ({ facts }) => ({
    regime: facts.regime ?? null,
    hasReason: (facts.regimeReason ?? "") !== "",
    isInVitro: facts.isInVitroDiagnostic ?? null,
  }),
  evaluate: (permitted, { regime, hasReason, isInVitro }) => {
    const expected = permitted.length === 0 ? "expected.none" : "expected.some";
    const params = { permitted };
    if (regime === null)
      return [finding({ outcome: "incomplete", state: "unstated", expected, params, supplier: ["state"] })];
    if (regime === "unclear")
      return [
        finding({ outcome: "incomplete", state: "not-settled", expected, params, supplier: ["settle"] }),
      ];
    const stated = { expected, params: { permitted, regime: [regime] } };
    if (!permitted.includes(regime)) {
      const ways = { supplier: ["correct"], hospital: ["permit"] };
      return [finding({ outcome: "does-not-conform", state: "not-permitted", ...stated, ...ways })];
    }
    if (contradicts(regime, isInVitro)) {
      const state = isInVitro ? "in-vitro-elsewhere" : "no-in-vitro";
      return [finding({ outcome: "incomplete", state, ...stated, supplier: ["correct"] })];
    }
    if (regime === "other" && !hasReason)
      return [
        finding({ outcome: "incomplete", state: "without-reason", ...stated, supplier: ["give-reason"] }),
      ];
    return [finding({ outcome: "conforms", state: "settled", ...stated })];
  },
});

/** In vitro diagnostics have a regulation of their own; `other` may be, e.g., a device made in-house. */
function contradicts(regime: Regime, isInVitro: boolean | null): boolean {
  if (isInVitro === null || regime === "other") return false;
  return isInVitro !== (regime === "ivdr" || regime === "ivdr-legacy");
}
