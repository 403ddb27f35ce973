import { factCheck } from "../../check";
import { findingsOf } from "../../check-parts";
import {
  type CapabilityCause,
  capabilityCauses,
  type EvidenceDemand,
  evidenceDemand,
  notesOnPieces,
  type Offer,
  offerOf,
  titlesOf,
} from "../../evidence-parts";

const id = "capability-is-evidenced";
const finding = findingsOf(id, null);

/** What would make a piece count, by what keeps it from counting. */
const WAY_OUT: Readonly<Record<CapabilityCause, string>> = {
  "management-system": "offer",
  "other-scheme": "offer",
  "for-medical-devices-only": "offer",
  "version-not-stated": "state-version",
  "no-product-named": "extend-scope",
  "product-unknown": "name-product",
  "other-product": "extend-scope",
  "no-release-named": "extend-scope",
  "release-unknown": "name-product",
  "other-release": "extend-scope",
  "other-component-type": "extend-scope",
  "level-not-stated": "raise-level",
  "level-too-low": "raise-level",
  "too-weak": "confirm",
  "not-yet-valid": "renew",
  "has-expired": "renew",
};

/**
 * The higher the target, the more somebody else has to stand behind the answers (product.md §3.4, §4.6). One piece that
 * is in date, in scope and strong enough will do; where none counts, each says why not.
 */
export const capabilityIsEvidenced = factCheck<EvidenceDemand, Offer>({
  id,
  clauses: [
    { standard: "iec-62443-4-2", ref: "SL-C" },
    { standard: "iec-62443-2-1", ref: "ORG 1.6" },
  ],
  demandOf: ({ policy, slTarget }) => evidenceDemand(policy.capabilityEvidence, slTarget),
  subjectOf: (declaration) => offerOf(declaration, "product-capability"),
  evaluate: (demand, offer, asOf) => {
    const demanded = { strength: [demand.strength], level: demand.level };
    const judged = offer.pieces.map((piece) => ({
      piece,
      causes: capabilityCauses(piece, demand, offer, asOf),
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
