import type { Evidence } from "../../../declaration/evidence";
import type { IsoDate } from "../../../shared/iso-date";
import { factCheck, rowParams } from "../../check";
import { findingsOf } from "../../check-parts";
import { citationsOf } from "../../evidence-parts";
import { type Bearer, bearerOf, dateCauses, scopeCauses } from "../../evidence-scope";

const id = "cited-evidence-exists";
const finding = findingsOf(id, null);

type Cited = { evidenceId: string; rows: ReadonlyArray<string>; piece: Evidence | null };

/**
 * An answer that leans on a document leans on nothing where the document is not there, not in date or about something
 * else. Notes: the answer stays the supplier's word, and what must be proven is decided where evidence is demanded.
 */
export const citedEvidenceExists = factCheck<true, Bearer & { cited: ReadonlyArray<Cited> }>({
  id,
  clauses: [
    { standard: "iec-62443-4-2", ref: "SL-C" },
    { standard: "iec-62443-2-1", ref: "ORG 1.6" },
  ],
  demandOf: () => true,
  subjectOf: (declaration) => ({
    ...bearerOf(declaration),
    cited: [...citationsOf(declaration.answers)].map(([evidenceId, rows]) => ({
      evidenceId,
      rows,
      piece: declaration.evidence.find((piece) => piece.id === evidenceId) ?? null,
    })),
  }),
  evaluate: (_demand, { cited, ...bearer }, asOf) =>
    cited.flatMap(({ evidenceId, rows, piece }) =>
      lacksOf(piece, bearer, asOf).map((state) => ({
        ...finding({
          about: evidenceId,
          outcome: "note",
          state,
          params: { title: piece?.title ?? evidenceId, ...rowParams(rows) },
          supplier: [state === "unknown" ? "attach" : "replace"],
        }),
        requirementIds: rows,
        ...(piece === null ? {} : { evidenceIds: [piece.id] }),
      })),
    ),
});

/** At most one: a document that is not in date need not be read for its scope. */
function lacksOf(piece: Evidence | null, bearer: Bearer, asOf: IsoDate): ReadonlyArray<string> {
  if (piece === null) return ["unknown"];
  if (dateCauses(piece, asOf).length > 0) return ["not-in-date"];
  return scopeCauses(piece, bearer).length > 0 ? ["out-of-scope"] : [];
}
