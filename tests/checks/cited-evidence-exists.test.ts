import { citedEvidenceExists } from "~/domain/assessment/checks/evidence/cited-evidence-exists";
import { factScenarios } from "./fact-scenarios";
import { aPiece, aProcessPiece, PUMP } from "./pieces";

const citing = (...evidenceIds: string[]) => ({ value: "met", evidenceIds }) as const;

factScenarios(citedEvidenceExists, [
  {
    name: "no citation, nothing to say",
    given: { facts: PUMP, evidence: [aPiece({ validUntil: "2020-01-01" })], answers: { "CR 1.1": "met" } },
    expect: [],
  },
  {
    name: "a piece in date and in scope may be cited",
    given: {
      facts: PUMP,
      evidence: [aPiece(), aProcessPiece()],
      answers: { "CR 1.1": citing("cert-1", "process-1") },
    },
    expect: [],
  },
  {
    name: "a document that is not there is named by its id",
    given: { facts: PUMP, evidence: [aPiece()], answers: { "CR 1.1": citing("cert-9", "cert-1") } },
    expect: [
      {
        about: "cert-9",
        outcome: "conforms",
        severity: "note",
        area: null,
        rows: ["CR 1.1"],
        evidence: undefined,
        expected: "Every document that an answer cites is attached, in date and about this product.",
        declared: "The answer to CR 1.1 cites “cert-9”.",
        reason: "“cert-9”, which the answer to CR 1.1 cites, is not among the evidence.",
        close: ["supplier: Attach the document, or take it out of the answer to CR 1.1."],
      },
    ],
  },
  {
    name: "several answers that cite it are named in the standard's order",
    given: {
      answers: {
        "CR 1.10": citing("cert-9"),
        "CR 1.2": citing("cert-9"),
        "CR 1.1": { value: "not-met", evidenceIds: [] },
      },
    },
    expect: [
      {
        about: "cert-9",
        outcome: "conforms",
        rows: ["CR 1.2", "CR 1.10"],
        declared: "2 answers cite “cert-9”: CR 1.2, CR 1.10.",
        reason: "“cert-9”, which 2 answers cite (CR 1.2, CR 1.10), is not among the evidence.",
      },
    ],
  },
  {
    name: "an expired piece is named, and not searched for more",
    given: {
      facts: PUMP,
      evidence: [aPiece({ validUntil: "2026-11-20", scope: { product: "Scanner" } })],
      answers: { "CR 1.1": citing("cert-1"), "CR 1.2": citing("cert-1") },
    },
    expect: [
      {
        about: "cert-1",
        outcome: "conforms",
        severity: "note",
        rows: ["CR 1.1", "CR 1.2"],
        evidence: ["cert-1"],
        declared: "2 answers cite “Certificate 4711”: CR 1.1, CR 1.2.",
        reason: "“Certificate 4711”, which 2 answers cite (CR 1.1, CR 1.2), is not in date.",
        close: [
          "supplier: Cite a document that is in date and about this product, or take “Certificate 4711” out of the answer to CR 1.1, CR 1.2.",
        ],
      },
    ],
  },
  {
    name: "one expired citation",
    given: {
      facts: PUMP,
      evidence: [aPiece({ validUntil: "2026-11-20" })],
      answers: { "CR 1.1": citing("cert-1") },
    },
    expect: [
      {
        about: "cert-1",
        outcome: "conforms",
        declared: "The answer to CR 1.1 cites “Certificate 4711”.",
        reason: "“Certificate 4711”, which the answer to CR 1.1 cites, is not in date.",
      },
    ],
  },
  {
    name: "a piece about another release is out of scope",
    given: {
      facts: PUMP,
      evidence: [aPiece({ scope: { releases: ["2.0"] } })],
      answers: { "CR 1.1": citing("cert-1") },
    },
    expect: [
      {
        about: "cert-1",
        outcome: "conforms",
        severity: "note",
        rows: ["CR 1.1"],
        evidence: ["cert-1"],
        declared: "The answer to CR 1.1 cites “Certificate 4711”.",
        reason:
          "“Certificate 4711”, which the answer to CR 1.1 cites, is not about this product and release, or does not say that it is.",
        close: [
          "supplier: Cite a document that is in date and about this product, or take “Certificate 4711” out of the answer to CR 1.1.",
        ],
      },
    ],
  },
  {
    name: "several answers cite what is out of scope; every citation has its own note",
    given: {
      facts: PUMP,
      evidence: [aPiece({ scope: { product: "" } })],
      answers: { "CR 2.1": citing("cert-1", "missing"), "CR 1.1": citing("cert-1") },
    },
    expect: [
      {
        about: "cert-1",
        outcome: "conforms",
        declared: "2 answers cite “Certificate 4711”: CR 1.1, CR 2.1.",
        reason:
          "“Certificate 4711”, which 2 answers cite (CR 1.1, CR 2.1), is not about this product and release, or does not say that it is.",
      },
      { about: "missing", outcome: "conforms", rows: ["CR 2.1"] },
    ],
  },
]);
