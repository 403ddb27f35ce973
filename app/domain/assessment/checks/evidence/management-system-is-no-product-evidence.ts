import type { DeclarationContent } from "../../../declaration/declaration";
import type { EvidenceSubject } from "../../../declaration/evidence";
import { factCheck, rowParams } from "../../check";
import { findingsOf } from "../../check-parts";
import { citationsOf } from "../../evidence-parts";
import { isManagementSystem } from "../../evidence-scope";

const id = "management-system-is-no-product-evidence";
const finding = findingsOf(id, null);

type Offered = {
  id: string;
  title: string;
  scheme: string;
  subject: EvidenceSubject;
  rows: ReadonlyArray<string>;
};

/**
 * ISO/IEC 27001, ISO 13485 and their like certify an organisation. They never show that a product meets a requirement,
 * whatever they are filed under and whichever answer cites them (product.md §3.4).
 */
export const managementSystemIsNoProductEvidence = factCheck<true, ReadonlyArray<Offered>>({
  id,
  clauses: [
    { standard: "iso-iec-27001", ref: "clauses 4-10" },
    { standard: "iec-62443-4-2", ref: "SL-C" },
  ],
  demandOf: () => true,
  subjectOf: offeredSystems,
  evaluate: (_demand, offered) =>
    offered.map((piece) => {
      const state = useOf(piece);
      return {
        ...finding({
          about: piece.id,
          outcome: "note",
          state,
          params: {
            title: piece.title,
            scheme: piece.scheme,
            filed: [piece.subject],
            ...rowParams(piece.rows),
          },
          supplier: state === "offered" ? [] : ["offer-product-evidence"],
        }),
        requirementIds: piece.rows,
        evidenceIds: [piece.id],
      };
    }),
});

function useOf({ subject, rows }: Offered): string {
  const isFiled = subject === "product-capability" || subject === "development-process";
  if (rows.length > 0) return isFiled ? "filed-and-cited" : "cited";
  return isFiled ? "filed" : "offered";
}

function offeredSystems({ evidence, answers }: DeclarationContent): ReadonlyArray<Offered> {
  const systems = evidence.filter(isManagementSystem);
  if (systems.length === 0) return [];
  const citations = citationsOf(answers);
  return systems.map(({ id, title, scheme, subject }) => ({
    id,
    title,
    scheme,
    subject,
    rows: citations.get(id) ?? [],
  }));
}
