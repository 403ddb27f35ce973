import { factCheck } from "../../check";
import { findingsOf, type Values } from "../../check-parts";
import { notPermitted } from "../../surroundings-parts";

const id = "remote-access-is-permitted";
const finding = findingsOf(id, "IAC");

/**
 * Remote access lets somebody in whom nobody in the hospital sees (IEC 62443-3-2 ZCR 3.6, 62443-3-3 SR 1.13): the zone
 * says whether at all, and whether only while the hospital holds the door open.
 */
export const remoteAccessIsPermitted = factCheck<Values, Values | null>({
  id,
  clauses: [
    { standard: "iec-62443-3-2", ref: "ZCR 3.6" },
    { standard: "iec-62443-3-3", ref: "SR 1.13" },
    { standard: "iec-62443-4-2", ref: "NDR 1.13" },
    { standard: "mds2-2019", ref: "RMOT-1" },
    { standard: "mds2-2019", ref: "RMOT-1.1" },
  ],
  demandOf: ({ policy }) => policy.remoteAccess,
  subjectOf: ({ facts }) => facts.remoteAccess ?? null,
  evaluate: (permitted, offered) => {
    const hasNone = permitted.length === 0;
    const expected = hasNone ? "expected.none" : "expected.some";
    const params = { permitted };
    if (offered === null)
      return [finding({ outcome: "incomplete", state: "unstated", expected, params, supplier: ["state"] })];
    if (offered.length === 0)
      return [finding({ outcome: "conforms", state: "without-access", expected, params })];
    const other = notPermitted(permitted, offered);
    const stated = { permitted, offered, other };
    if (other.length === 0)
      return [finding({ outcome: "conforms", state: "permitted", expected, params: stated })];
    return [
      finding({
        outcome: "does-not-conform",
        state: hasNone ? "zone-without-access" : "not-permitted",
        expected,
        params: stated,
        supplier: hasNone ? ["do-without"] : ["offer-otherwise"],
        hospital: ["other-zone"],
      }),
    ];
  },
});
