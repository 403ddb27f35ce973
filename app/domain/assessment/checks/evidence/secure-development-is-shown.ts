import { factCheck } from "../../check";
import { findingsOf } from "../../check-parts";
import {
  type DevelopmentCause,
  developmentCauses,
  type EvidenceDemand,
  evidenceDemand,
  notesOnPieces,
  type Offer,
  offerOf,
  titlesOf,
} from "../../evidence-parts";

const id = "secure-development-is-shown";
const finding = findingsOf(id, null);

/** What would make a piece count, by what keeps it from counting. */
const WAY_OUT: Readonly<Record<DevelopmentCause, string>> = {
  "management-system": "offer",
  "other-scheme": "offer",
  "safety-life-cycle": "offer",
  "version-not-stated": "state-version",
  "product-unknown": "name-product",
  "other-product": "extend-scope",
  "too-weak": "confirm",
  "not-yet-valid": "renew",
  "has-expired": "renew",
};

/**
 * A component is developed and kept under a secure process (IEC 62443-4-2 CCSC 4): IEC 62443-4-1, or IEC 81001-5-1 for
 * health software. IEC 62304 is about safety and says little of security, so that it does not count.
 */
export const secureDevelopmentIsShown = factCheck<EvidenceDemand, Offer>({
  id,
  clauses: [
    { standard: "iec-62443-4-2", ref: "CCSC 4" },
    { standard: "iec-62443-4-1", ref: "SM-1" },
    { standard: "iec-81001-5-1", ref: "4.1" },
    { standard: "eu-nis2", ref: "Art. 21(3)" },
  ],
  demandOf: ({ policy, slTarget }) => evidenceDemand(policy.developmentEvidence, slTarget),
  subjectOf: (declaration) => offerOf(declaration, "development-process"),
  evaluate: (demand, offer, asOf) => {
    const demanded = { strength: [demand.strength], level: demand.level };
    const judged = offer.pieces.map((piece) => ({
      piece,
      causes: developmentCauses(piece, demand, offer, asOf),
    }));
    const counting = judged.filter(({ causes }) => causes.length === 0).map(({ piece }) => piece);
    const isShown = counting.length > 0;
    const named = isShown ? counting : offer.pieces;
    const params = { ...demanded, titles: titlesOf(named), count: named.length };
    const evidenceIds = named.map((piece) => piece.id);
    if (isShown) return [{ ...finding({ outcome: "conforms", state: "shown", params }), evidenceIds }];
    const state = named.length > 0 ? "none-counts" : "nothing-offered";
    const ways = { supplier: ["offer"], hospital: ["except"] };
    return [
      { ...finding({ outcome: "incomplete", state, params, ...ways }), evidenceIds },
      ...notesOnPieces(id, judged, {
        bearer: offer,
        demanded,
        declared: "declared.none-counts",
        wayOut: WAY_OUT,
      }),
    ];
  },
});
