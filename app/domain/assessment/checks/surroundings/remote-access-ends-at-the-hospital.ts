import { factCheck } from "../../check";
import { findingsOf, type Values } from "../../check-parts";
import { notPermitted } from "../../surroundings-parts";

const id = "remote-access-ends-at-the-hospital";
const finding = findingsOf(id, "IAC");

type Remote = { access: Values | null; ends: Values | null };

/**
 * A session that ends in the hospital's own gateway can be watched and cut (IEC 62443-3-3 SR 1.13 and its RE(1)); one
 * that ends in the device cannot. The zone says which ends it accepts.
 */
export const remoteAccessEndsAtTheHospital = factCheck<Values, Remote>({
  id,
  clauses: [
    { standard: "iec-62443-3-3", ref: "SR 1.13" },
    { standard: "iec-62443-3-3", ref: "SR 1.13 RE(1)" },
    { standard: "iec-62443-3-2", ref: "ZCR 3.6" },
    { standard: "mds2-2019", ref: "RMOT-1" },
  ],
  demandOf: ({ policy }) => policy.remoteEnds,
  subjectOf: ({ facts }) => ({ access: facts.remoteAccess ?? null, ends: facts.remoteEnds ?? null }),
  evaluate: (permitted, { access, ends }) => {
    const expected = permitted.length === 0 ? "expected.none" : "expected.some";
    const params = { permitted };
    if (access?.length === 0)
      return [finding({ outcome: "conforms", state: "without-access", expected, params })];
    // Access that ends nowhere has not been described.
    if (ends === null || ends.length === 0)
      return [finding({ outcome: "incomplete", state: "unstated", expected, params, supplier: ["state"] })];
    const other = notPermitted(permitted, ends);
    const stated = { permitted, ends, other };
    if (other.length === 0)
      return [finding({ outcome: "conforms", state: "permitted", expected, params: stated })];
    return [
      finding({
        outcome: "does-not-conform",
        state: "elsewhere",
        expected,
        params: stated,
        supplier: ["end-there"],
        hospital: ["keep-closed"],
      }),
    ];
  },
});
