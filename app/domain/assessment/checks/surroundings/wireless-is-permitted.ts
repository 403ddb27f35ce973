import { factCheck } from "../../check";
import { findingsOf, type Values } from "../../check-parts";
import { notPermitted } from "../../surroundings-parts";

const id = "wireless-is-permitted";
const finding = findingsOf(id, "UC");

/**
 * A radio reaches around every firewall, so the zone says which ones it can watch over (IEC 62443-3-2 ZCR 3.5,
 * 62443-3-3 SR 2.2). A product that can do without its radio states that it has none.
 */
export const wirelessIsPermitted = factCheck<Values, Values | null>({
  id,
  clauses: [
    { standard: "iec-62443-3-2", ref: "ZCR 3.5" },
    { standard: "iec-62443-3-3", ref: "SR 2.2" },
    { standard: "iec-62443-4-2", ref: "CR 2.2" },
    { standard: "mds2-2019", ref: "CONN-1.1" },
  ],
  demandOf: ({ policy }) => policy.wireless,
  subjectOf: ({ facts }) => facts.wireless ?? null,
  evaluate: (permitted, used) => {
    const hasNone = permitted.length === 0;
    const expected = hasNone ? "expected.none" : "expected.some";
    const params = { permitted };
    if (used === null)
      return [finding({ outcome: "incomplete", state: "unstated", expected, params, supplier: ["state"] })];
    if (used.length === 0)
      return [finding({ outcome: "conforms", state: "without-radio", expected, params })];
    const other = notPermitted(permitted, used);
    const stated = { permitted, used, other };
    if (other.length === 0)
      return [finding({ outcome: "conforms", state: "permitted", expected, params: stated })];
    return [
      finding({
        outcome: "does-not-conform",
        state: hasNone ? "zone-without-radio" : "not-permitted",
        expected,
        params: stated,
        supplier: ["switch-off"],
        hospital: ["other-zone"],
      }),
    ];
  },
});
