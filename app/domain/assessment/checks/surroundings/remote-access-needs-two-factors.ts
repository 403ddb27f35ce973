import { factCheck } from "../../check";
import { findingsOf } from "../../check-parts";

const id = "remote-access-needs-two-factors";
const finding = findingsOf(id, "IAC");

type Remote = { hasAccess: boolean | null; hasTwoFactors: boolean | null };

/** A password alone can be stolen from afar (IEC 62443-3-3 SR 1.1 RE(2); NIS2 Art. 21(2)(j)). */
export const remoteAccessNeedsTwoFactors = factCheck<true, Remote>({
  id,
  clauses: [
    { standard: "iec-62443-3-3", ref: "SR 1.1 RE(2)" },
    { standard: "iec-62443-4-2", ref: "CR 1.1 RE(2)" },
    { standard: "eu-nis2", ref: "Art. 21(2)(j)" },
  ],
  demandOf: ({ policy }) => (policy.remoteMultiFactor ? true : null),
  subjectOf: ({ facts }) => ({
    hasAccess: facts.remoteAccess === undefined ? null : facts.remoteAccess.length > 0,
    hasTwoFactors: facts.remoteMultiFactor ?? null,
  }),
  evaluate: (_demand, { hasAccess, hasTwoFactors }) => {
    if (hasAccess === false) return [finding({ outcome: "conforms", state: "without-access" })];
    if (hasTwoFactors === null)
      return [finding({ outcome: "incomplete", state: "unstated", supplier: ["state"] })];
    if (hasTwoFactors) return [finding({ outcome: "conforms", state: "two-factors" })];
    const hospital = ["gateway"];
    return [
      finding({ outcome: "does-not-conform", state: "one-factor", supplier: ["add-factor"], hospital }),
    ];
  },
});
