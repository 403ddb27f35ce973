import { factCheck } from "../../check";
import { compareFlag, findingsOf, OUTCOME_OF } from "../../check-parts";

const id = "product-is-hardened";
const finding = findingsOf(id, "RA");

type Demands = { guide: boolean; byDefault: boolean };
type Stated = { guide: boolean | null; byDefault: boolean | null };

/**
 * What nobody needs is a way in. A product comes with it switched off, or its guide says how to (IEC 62443-4-2 CR 7.6,
 * CR 7.7; 62443-4-1 SG-3; MDS2 SAHD). Two demands, because a guide does not make a safe delivery, nor the reverse.
 */
export const productIsHardened = factCheck<Demands, Stated>({
  id,
  clauses: [
    { standard: "iec-62443-4-2", ref: "CR 7.6" },
    { standard: "iec-62443-4-2", ref: "CR 7.7" },
    { standard: "iec-62443-4-1", ref: "SG-3" },
    { standard: "mds2-2019", ref: "SAHD-14.1" },
    { standard: "eu-cra", ref: "Annex I Part I (2)(b)" },
  ],
  demandOf: ({ policy }) => {
    const demand = { guide: policy.hardeningGuide === true, byDefault: policy.secureByDefault === true };
    return demand.guide || demand.byDefault ? demand : null;
  },
  subjectOf: ({ facts }) => ({
    guide: facts.hardeningGuide ?? null,
    byDefault: facts.secureByDefault ?? null,
  }),
  evaluate: (demand, stated) => [
    ...(demand.guide ? [judged("hardening-guide", GUIDE, stated.guide)] : []),
    ...(demand.byDefault ? [judged("secure-by-default", DEFAULT, stated.byDefault)] : []),
  ],
});

const GUIDE = {
  expected: "expected.guide",
  unstated: { state: "guide-unstated", supplier: ["state-guide"] },
  broken: { state: "guide-missing", supplier: ["write-guide"], hospital: ["harden-together"] },
  kept: { state: "guide-given" },
};

const DEFAULT = {
  expected: "expected.default",
  unstated: { state: "default-unstated", supplier: ["state-default"] },
  broken: { state: "default-open", supplier: ["deliver-secure"], hospital: ["harden-before-use"] },
  kept: { state: "default-secure" },
};

function judged(about: string, sentences: typeof GUIDE, stated: boolean | null) {
  const state = compareFlag(stated);
  return finding({ about, expected: sentences.expected, outcome: OUTCOME_OF[state], ...sentences[state] });
}
