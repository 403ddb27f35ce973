import type { Evidence } from "../../../declaration/evidence";
import { factCheck } from "../../check";
import { notesOnPieces } from "../../evidence-parts";
import { type Bearer, bearerOf, type ScopeCause, scopeCauses } from "../../evidence-scope";

const id = "evidence-is-in-scope";

/** What would bring a piece into scope, by what keeps it out. */
const WAY_OUT: Readonly<Record<ScopeCause, string>> = {
  "version-not-stated": "state-version",
  "no-product-named": "state-scope",
  "product-unknown": "name-product",
  "other-product": "replace",
  "no-release-named": "state-scope",
  "release-unknown": "name-product",
  "other-release": "replace",
  "other-component-type": "replace",
};

/**
 * A certificate speaks for the product, the release and the component types it names, under the edition it names, and
 * for nothing else (product.md §4.6). Notes: whether a piece was needed is decided where evidence is demanded.
 */
export const evidenceIsInScope = factCheck<true, Bearer & { pieces: ReadonlyArray<Evidence> }>({
  id,
  clauses: [
    { standard: "iec-62443-4-2", ref: "SL-C" },
    { standard: "iec-62443-2-1", ref: "ORG 1.6" },
  ],
  demandOf: () => true,
  subjectOf: (declaration) => ({ ...bearerOf(declaration), pieces: declaration.evidence }),
  evaluate: (_demand, { pieces, ...bearer }) => {
    const judged = pieces.map((piece) => ({ piece, causes: scopeCauses(piece, bearer) }));
    return notesOnPieces(id, judged, { bearer, demanded: {}, declared: "declared", wayOut: WAY_OUT });
  },
});
