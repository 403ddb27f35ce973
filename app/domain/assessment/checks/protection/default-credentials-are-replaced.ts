import { DEFAULT_CREDENTIALS } from "../../../declaration/fact-values";
import { factCheck } from "../../check";
import { findingsOf, type Judgement } from "../../check-parts";

const id = "default-credentials-are-replaced";
const finding = findingsOf(id, "IAC");

type Credentials = (typeof DEFAULT_CREDENTIALS)[number];

/**
 * A password that came with the product is printed in its manual (IEC 62443-4-2 CR 1.5; MDS2 PAUT-4, PAUT-5). The list
 * of values runs from best to worst: what is better than the weakest that the zone permits is permitted as well, and
 * where it permits nothing there must be no default password at all.
 */
export const defaultCredentialsAreReplaced = factCheck<Credentials, Credentials | null>({
  id,
  clauses: [
    { standard: "iec-62443-4-2", ref: "CR 1.5" },
    { standard: "mds2-2019", ref: "PAUT-4" },
    { standard: "mds2-2019", ref: "PAUT-5" },
  ],
  demandOf: ({ policy }) => {
    const permitted = policy.defaultCredentials;
    return permitted && (DEFAULT_CREDENTIALS.findLast((value) => permitted.includes(value)) ?? "none");
  },
  subjectOf: ({ facts }) => facts.defaultCredentials ?? null,
  evaluate: (weakest, stated) => {
    const demand = { weakest: [weakest] };
    if (stated === null)
      return [finding({ outcome: "incomplete", state: "unstated", demand, supplier: ["state"] })];
    const isPermitted = DEFAULT_CREDENTIALS.indexOf(stated) <= DEFAULT_CREDENTIALS.indexOf(weakest);
    const outcome = isPermitted ? "conforms" : "does-not-conform";
    return [finding({ params: { stated: [stated] }, demand, ...judged(stated, outcome) })];
  },
});

/** What somebody still has to change is worth a note even where it is permitted. */
function judged(stated: Credentials, outcome: "conforms" | "does-not-conform"): Judgement {
  const noted = outcome === "conforms" ? "note" : outcome;
  switch (stated) {
    case "none":
      return { outcome, state: "none" };
    case "forced-change":
      if (outcome === "conforms") return { outcome, state: "replaced" };
      return { outcome, state: "forced-change", supplier: ["remove"], hospital: ["except"] };
    case "changeable":
      return { outcome: noted, state: "changeable", supplier: ["force"], hospital: ["change"] };
    case "fixed":
      return { outcome: noted, state: "fixed", supplier: ["free"], hospital: ["keep-apart"] };
  }
}
